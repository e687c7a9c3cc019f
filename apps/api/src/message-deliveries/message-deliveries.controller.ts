import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MessageDeliveriesQuery, MessageDeliveryPage } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { MessageDeliveriesService } from './message-deliveries.service.js';

@ApiTags('messages')
@Controller('v1/message-deliveries')
export class MessageDeliveriesController {
  constructor(private readonly deliveries: MessageDeliveriesService) {}

  @Get()
  @Operation('listMessageDeliveries', {
    summary: 'What became of messages to people, newest first (office)',
    answers: MessageDeliveryPage,
    problems: [403],
  })
  list(
    @CurrentActor() actor: Person,
    @Query({ schema: MessageDeliveriesQuery }) query: MessageDeliveriesQuery,
  ) {
    return this.deliveries.list(actor, query);
  }
}
