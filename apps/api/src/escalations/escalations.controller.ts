import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EscalationPage, EscalationQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { EscalationsService } from './escalations.service.js';

@ApiTags('tasks')
@Controller('v1/escalations')
export class EscalationsController {
  constructor(private readonly escalations: EscalationsService) {}

  @Get()
  @Operation('listEscalations', {
    summary: 'What is past its due date in all cases, and whose turn it is, longest first (office)',
    answers: EscalationPage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: EscalationQuery }) query: EscalationQuery) {
    return this.escalations.list(actor, query);
  }
}
