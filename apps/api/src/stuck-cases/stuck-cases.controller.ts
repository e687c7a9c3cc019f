import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { StuckCasePage, StuckCaseQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { StuckCasesService } from './stuck-cases.service.js';

@ApiTags('operations')
@Controller('v1/stuck-cases')
export class StuckCasesController {
  constructor(private readonly stuck: StuckCasesService) {}

  @Get()
  @Operation('listStuckCases', {
    summary: 'Cases that are parked or do not go on, and why, the oldest first (office)',
    answers: StuckCasePage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: StuckCaseQuery }) query: StuckCaseQuery) {
    return this.stuck.list(actor, query);
  }
}
