import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditPage, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { AgendaService } from './agenda.service.js';

@ApiTags('audits')
@Controller('v1/audits')
export class AgendaController {
  constructor(private readonly agenda: AgendaService) {}

  @Get()
  @Operation('listAudits', {
    summary: 'Audits and surveillance visits that are yours to do, newest case first',
    answers: AuditPage,
  })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.agenda.list(actor, page);
  }
}
