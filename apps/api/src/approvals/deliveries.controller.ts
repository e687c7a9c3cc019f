import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DeliveryNumber, DeliveryRecord, FactList, FactWritten, ScorecardList } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { ApprovalsService } from './approvals.service.js';

const Id = () => Param('id', { schema: z.uuid() });

@ApiTags('approvals')
@Controller('v1/qualifications/:id')
export class DeliveriesController {
  constructor(private readonly approvals: ApprovalsService) {}

  @Get('deliveries')
  @Operation('listDeliveries', {
    summary: 'What came under your approval',
    answers: FactList,
    problems: [404],
  })
  list(@CurrentActor() actor: Person, @Id() id: string) {
    return this.approvals.readDeliveries(actor, id);
  }

  @Put('deliveries/:number')
  @Operation('writeDelivery', {
    summary: 'Write down a delivery under your approval',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  write(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Param('number', { schema: DeliveryNumber }) number: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: DeliveryRecord }) body: DeliveryRecord,
  ) {
    return this.approvals.writeDelivery(actor, id, number, body, version);
  }

  @Get('scorecards')
  @Operation('listScorecards', {
    summary: 'How buyers scored the deliveries, month by month',
    answers: ScorecardList,
    problems: [404],
  })
  scorecards(@CurrentActor() actor: Person, @Id() id: string) {
    return this.approvals.scorecards(actor, id);
  }
}
