import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditVisitPage, AuditVisitQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { AuditVisitsService } from './audit-visits.service.js';

@ApiTags('audits')
@Controller('v1/audit-visits')
export class AuditVisitsController {
  constructor(private readonly visits: AuditVisitsService) {}

  @Get()
  @Operation('listAuditVisits', {
    summary: 'When audits are on site, by day, with where and by whom (office)',
    answers: AuditVisitPage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: AuditVisitQuery }) query: AuditVisitQuery) {
    return this.visits.list(actor, query);
  }
}
