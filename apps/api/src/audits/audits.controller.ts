import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  AuditAnswer,
  AuditCorrection,
  AuditMeeting,
  AuditPlanView,
  AuditQuery,
  AuditSubmission,
  AuditView,
  ChecklistItemId,
  FactList,
  FactWritten,
  FindingList,
  MeetingName,
  PayrollSample,
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

  @Get('payroll-sample')
  @Operation('getPayrollSample', {
    summary: 'Wages that the auditor saw in the payrolls; none or one',
    answers: FactList,
    problems: [403, 404],
  })
  payroll(@CurrentActor() actor: Person, @Id() id: string) {
    return this.audits.payroll(actor, id);
  }

  @Put('payroll-sample')
  @Operation('writePayrollSample', {
    summary: 'Record the lowest wages of an audited month; the check of wages reads them',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  samplePayroll(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: PayrollSample }) body: PayrollSample,
  ) {
    return this.audits.samplePayroll(actor, id, body, version);
  }

  @Get('meetings')
  @Operation('listMeetings', {
    summary: 'The opening and the closing meeting, as far as they were held',
    answers: FactList,
    problems: [403, 404],
  })
  meetings(@CurrentActor() actor: Person, @Id() id: string) {
    return this.audits.meetings(actor, id);
  }

  @Put('meetings/:meeting')
  @Operation('writeMeeting', {
    summary: 'Record when and where a meeting was held, and who signed for the site',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  meeting(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Param('meeting', { schema: MeetingName }) meeting: MeetingName,
    @IfMatchOrNone() version: number,
    @Body({ schema: AuditMeeting }) body: AuditMeeting,
  ) {
    return this.audits.meeting(actor, id, meeting, body, version);
  }

  @Get('submission')
  @Operation('getAuditSubmission', {
    summary: 'The receipt of the last submission: the digests of what it was made of',
    answers: AuditSubmission,
    problems: [403, 404],
  })
  submission(@CurrentActor() actor: Person, @Id() id: string) {
    return this.audits.submission(actor, id);
  }

  @Get('plan')
  @Operation('getAuditPlan', {
    summary:
      'What is left to ask, what reports of other schemes cover, whom to interview, and how long it takes',
    answers: AuditPlanView,
    problems: [404],
  })
  plan(@CurrentActor() actor: Person, @Id() id: string) {
    return this.audits.plan(actor, id);
  }

  @Get('corrections')
  @Operation('listCorrections', {
    summary: 'What the auditor would correct of the submitted answers, in words',
    answers: FactList,
    problems: [404],
  })
  corrections(@CurrentActor() actor: Person, @Id() id: string) {
    return this.audits.corrections(actor, id);
  }

  @Put('corrections/:item')
  @Operation('writeCorrection', {
    summary: 'Write down what was wrong with a submitted answer; `propose-corrections` asks the reviewer',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  correct(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Param('item', { schema: ChecklistItemId }) item: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: AuditCorrection }) body: AuditCorrection,
  ) {
    return this.audits.correct(actor, id, item, body, version);
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
