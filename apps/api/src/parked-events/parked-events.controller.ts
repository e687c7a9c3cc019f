import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery, ParkedEventPage } from '#contracts';
import type { Person } from '#domain';
import { z } from 'zod';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { ParkedEventsService } from './parked-events.service.js';

@ApiTags('events')
@Controller('v1/parked-events')
export class ParkedEventsController {
  constructor(private readonly parked: ParkedEventsService) {}

  @Get()
  @Operation('listParkedEvents', {
    summary: 'Events that could not be told and were set aside, so that the others could (office)',
    answers: ParkedEventPage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.parked.list(actor, page);
  }

  @Post(':id/retry')
  @Operation('retryParkedEvent', {
    summary: 'Have an event told again that was set aside: it gets a place after all that were told since',
    headers: ['idempotency-key'],
    problems: [403, 404],
  })
  retry(@CurrentActor() actor: Person, @Param('id', { schema: z.uuid() }) id: string) {
    return this.parked.retry(actor, id);
  }
}
