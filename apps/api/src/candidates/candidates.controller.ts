import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BuyerCandidatePage, CandidateQuery, id as Id, WatchView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { CandidatesService } from './candidates.service.js';

@ApiTags('candidates')
@Controller('v1')
export class CandidatesController {
  constructor(private readonly candidates: CandidatesService) {}

  @Get('candidates')
  @Operation('listBuyerCandidates', {
    summary:
      'Suppliers that opened a case to you, by what they opened, newest first; up to four by id to compare',
    answers: BuyerCandidatePage,
  })
  list(@CurrentActor() actor: Person, @Query({ schema: CandidateQuery }) query: CandidateQuery) {
    return this.candidates.list(actor, query);
  }

  @Put('qualifications/:id/watch')
  @Operation('watchCase', {
    summary: 'Put a case on the watch list of your firm',
    answers: WatchView,
    problems: [403, 404],
  })
  watch(@CurrentActor() actor: Person, @Param('id', { schema: Id }) id: string) {
    return this.candidates.watch(actor, id);
  }

  @Delete('qualifications/:id/watch')
  @Operation('unwatchCase', { summary: 'Take a case off it', problems: [403, 404] })
  unwatch(@CurrentActor() actor: Person, @Param('id', { schema: Id }) id: string) {
    return this.candidates.unwatch(actor, id);
  }
}
