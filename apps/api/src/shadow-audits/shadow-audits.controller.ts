import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, RecordShadowAudit, ShadowAuditPage, ShadowAuditQuery, ShadowAuditView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { ShadowAuditsService } from './shadow-audits.service.js';

@ApiTags('audits')
@Controller('v1/shadow-audits')
export class ShadowAuditsController {
  constructor(private readonly shadows: ShadowAuditsService) {}

  @Get()
  @Operation('listShadowAudits', {
    summary: 'Audits that were drawn to be looked at once more (office)',
    answers: ShadowAuditPage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: ShadowAuditQuery }) query: ShadowAuditQuery) {
    return this.shadows.list(actor, query);
  }

  @Post(':qualificationId')
  @Operation('recordShadowAudit', {
    summary: 'Record what came of looking at a drawn audit once more (office)',
    answers: ShadowAuditView,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  record(
    @CurrentActor() actor: Person,
    @Param('qualificationId', { schema: id }) qualificationId: string,
    @Body({ schema: RecordShadowAudit }) body: RecordShadowAudit,
  ) {
    return this.shadows.record(actor, qualificationId, body);
  }
}
