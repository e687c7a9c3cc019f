import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AuditAnswer, ChecklistItemId, FactList, FactWritten, surveillanceVisit } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { SurveillanceService } from './surveillance.service.js';

const Id = () => Param('id', { schema: z.uuid() });
const Visit = () => Param('visit', { schema: surveillanceVisit });

@ApiTags('surveillance')
@Controller('v1/qualifications/:id/surveillance/:visit/answers')
export class SurveillanceController {
  constructor(private readonly surveillance: SurveillanceService) {}

  @Get()
  @Operation('listSurveillanceAnswers', {
    summary: 'Answers recorded so far on a surveillance visit',
    answers: FactList,
    problems: [404],
  })
  answers(@CurrentActor() actor: Person, @Id() id: string, @Visit() visit: string) {
    return this.surveillance.answers(actor, id, visit);
  }

  @Put(':item')
  @Operation('writeSurveillanceAnswer', {
    summary: 'Record the answer to one item on a surveillance visit',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  answer(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Visit() visit: string,
    @Param('item', { schema: ChecklistItemId }) item: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: AuditAnswer }) body: AuditAnswer,
  ) {
    return this.surveillance.answer(actor, { id, visit, item }, body, version);
  }
}
