import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  AuditAnswer,
  AuditQuery,
  AuditView,
  ChecklistItemId,
  FactList,
  FactWritten,
  FindingList,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { AuditsService } from './audits.service.js';

const Id = () => Param('id', { schema: z.uuid() });

@ApiTags('audits')
@Controller('v1/qualifications/:id/audit')
export class AuditsController {
  constructor(private readonly audits: AuditsService) {}

  @Get()
  @Operation('getAudit', { summary: 'The checklist this case is asked', answers: AuditView, problems: [404] })
  get(@CurrentActor() actor: Person, @Id() id: string, @Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.audits.get(actor, id, query);
  }

  @Get('answers')
  @Operation('listAnswers', { summary: 'Answers recorded so far', answers: FactList, problems: [404] })
  answers(@CurrentActor() actor: Person, @Id() id: string) {
    return this.audits.answers(actor, id);
  }

  @Put('answers/:item')
  @Operation('writeAnswer', {
    summary: 'Record the answer to one item',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  answer(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Param('item', { schema: ChecklistItemId }) item: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: AuditAnswer }) body: AuditAnswer,
  ) {
    return this.audits.answer(actor, id, item, body, version);
  }

  @Get('findings')
  @Operation('listFindings', {
    summary: 'What the submitted audit found',
    answers: FindingList,
    problems: [404],
  })
  findings(@CurrentActor() actor: Person, @Id() id: string) {
    return this.audits.findings(actor, id);
  }
}
