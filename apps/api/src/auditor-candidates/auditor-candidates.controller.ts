import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditorCandidatePage, AuditorCandidateQuery, id as Id } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { AuditorCandidatesService } from './auditor-candidates.service.js';

@ApiTags('audits')
@Controller('v1/qualifications/:id/auditor-candidates')
export class AuditorCandidatesController {
  constructor(private readonly candidates: AuditorCandidatesService) {}

  @Get()
  @Operation('listAuditorCandidates', {
    summary:
      'Who might audit a case, what they can do, how much they have to do, and what speaks against it (office)',
    answers: AuditorCandidatePage,
    problems: [403, 404],
  })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: AuditorCandidateQuery }) query: AuditorCandidateQuery,
  ) {
    return this.candidates.list(actor, id, query);
  }
}
