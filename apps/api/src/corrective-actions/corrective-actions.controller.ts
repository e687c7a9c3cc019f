import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  CorrectiveActionId,
  CorrectiveActionList,
  CorrectiveActionResponse,
  FactList,
  FactWritten,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { CorrectiveActionsService } from './corrective-actions.service.js';

const Id = () => Param('id', { schema: z.uuid() });
const ActionId = () => Param('actionId', { schema: CorrectiveActionId });

@ApiTags('corrective-actions')
@Controller('v1/qualifications/:id/corrective-actions')
export class CorrectiveActionsController {
  constructor(private readonly actions: CorrectiveActionsService) {}

  @Get()
  @Operation('listCorrectiveActions', {
    summary: 'The corrective action plan',
    answers: CorrectiveActionList,
    problems: [404],
  })
  list(@CurrentActor() actor: Person, @Id() id: string) {
    return this.actions.list(actor, id);
  }

  @Get(':actionId/response')
  @Operation('getResponse', {
    summary: 'What the supplier does about it',
    answers: FactList,
    problems: [404],
  })
  response(@CurrentActor() actor: Person, @Id() id: string, @ActionId() actionId: string) {
    return this.actions.response(actor, id, actionId);
  }

  @Put(':actionId/response')
  @Operation('writeResponse', {
    summary: 'Save root cause, action and evidence',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  respond(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @ActionId() actionId: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: CorrectiveActionResponse }) body: CorrectiveActionResponse,
  ) {
    return this.actions.respond(actor, id, actionId, body, version);
  }
}
