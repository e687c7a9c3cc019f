import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApprovalList, ApprovalScope, FactList, FactWritten, WordingQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { ApprovalsService } from './approvals.service.js';

const Id = () => Param('id', { schema: z.uuid() });

@ApiTags('approvals')
@Controller('v1/qualifications/:id/approvals')
export class ApprovalsController {
  constructor(private readonly approvals: ApprovalsService) {}

  @Get()
  @Operation('listApprovals', { summary: 'What buyers decided', answers: ApprovalList, problems: [404] })
  list(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Query({ schema: WordingQuery }) { language }: WordingQuery,
  ) {
    return this.approvals.list(actor, id, language);
  }

  @Get('scope')
  @Operation('getApprovalScope', {
    summary: 'The scope of your approval',
    answers: FactList,
    problems: [404],
  })
  readScope(@CurrentActor() actor: Person, @Id() id: string) {
    return this.approvals.readScope(actor, id);
  }

  @Put('scope')
  @Operation('writeApprovalScope', {
    summary: 'Write the scope; recommending it freezes it',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  writeScope(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: ApprovalScope }) body: ApprovalScope,
  ) {
    return this.approvals.writeScope(actor, id, body, version);
  }
}
