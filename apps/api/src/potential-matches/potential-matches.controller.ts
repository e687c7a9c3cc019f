import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PotentialMatchPage, PotentialMatchQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { PotentialMatchesService } from './potential-matches.service.js';

@ApiTags('compliance-checks')
@Controller('v1/potential-matches')
export class PotentialMatchesController {
  constructor(private readonly matches: PotentialMatchesService) {}

  @Get()
  @Operation('listPotentialMatches', {
    summary: 'Names of all cases that a list may mean and officers decide on, soonest due first (office)',
    answers: PotentialMatchPage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: PotentialMatchQuery }) query: PotentialMatchQuery) {
    return this.matches.list(actor, query);
  }
}
