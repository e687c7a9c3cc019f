import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CandidateList,
  ChangeDemand,
  DemandMatchList,
  DemandPage,
  DemandQuery,
  DemandView,
  id,
  StateDemand,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { DemandsService } from './demands.service.js';

const Id = (name: string) => Param(name, { schema: id });

@ApiTags('demands')
@Controller('v1')
export class DemandsController {
  constructor(private readonly demands: DemandsService) {}

  @Post('organisations/:organisationId/demands')
  @Operation('stateDemand', {
    summary: 'State what a buyer wants from suppliers nearby',
    answers: DemandView,
    status: 201,
    location: '/v1/organisations/{buyerId}/demands/{id}',
    headers: ['idempotency-key'],
    problems: [403, 404],
  })
  state(
    @CurrentActor() actor: Person,
    @Id('organisationId') buyerId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: StateDemand }) body: StateDemand,
  ) {
    return this.demands.state(actor, buyerId, key, body);
  }

  @Patch('organisations/:organisationId/demands/:demandId')
  @Operation('changeDemand', {
    summary: 'Change a demand, or take it off the board',
    answers: DemandView,
    headers: ['if-match'],
    problems: [403, 404, 412, 428],
  })
  change(
    @CurrentActor() actor: Person,
    @Id('organisationId') buyerId: string,
    @Id('demandId') demandId: string,
    @IfMatch() version: number,
    @Body({ schema: ChangeDemand }) body: ChangeDemand,
  ) {
    return this.demands.change(actor, buyerId, demandId, version, body);
  }

  @Get('organisations/:organisationId/demands/:demandId/candidates')
  @Operation('listCandidates', {
    summary:
      'Suppliers that wait for a buyer and meet the demand; for the buyer those that opened their case to it',
    answers: CandidateList,
    problems: [403, 404],
  })
  candidates(
    @CurrentActor() actor: Person,
    @Id('organisationId') buyerId: string,
    @Id('demandId') demandId: string,
  ) {
    return this.demands.candidates(actor, buyerId, demandId);
  }

  @Get('demands')
  @Operation('listDemands', { summary: 'The board of demands', answers: DemandPage })
  list(@CurrentActor() actor: Person, @Query({ schema: DemandQuery }) query: DemandQuery) {
    return this.demands.list(actor, query);
  }

  @Get('qualifications/:id/matches')
  @Operation('listMatches', {
    summary: 'Demands that a case meets, best first',
    answers: DemandMatchList,
    problems: [404],
  })
  matches(@CurrentActor() actor: Person, @Id('id') qualificationId: string) {
    return this.demands.matches(actor, qualificationId);
  }
}
