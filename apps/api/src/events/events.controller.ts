import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EventBacklogView, EventPage, EventQuery, EventStreamQuery } from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { EventsService } from './events.service.js';

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get()
  @Operation('listEvents', {
    summary: 'What happened to your cases, in order: ask again with `next` as `after` for what came since',
    answers: EventPage,
    problems: [410],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: EventQuery }) query: EventQuery) {
    return this.events.list(actor, query);
  }

  @Get('stream')
  @Operation('streamEvents', {
    summary: 'The same as it happens (server-sent events), from now on or after an event',
    streams: 'text/event-stream',
    headers: ['last-event-id'],
    problems: [410],
  })
  async stream(
    @CurrentActor() actor: Person,
    @Query({ schema: EventStreamQuery }) query: EventStreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    reply.headers({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    // Nobody reads the body of an answer to HEAD: it would never end.
    if (request.method === 'HEAD') return reply.send();
    const { body } = await this.events.open(actor, request, query, lastEventId);
    return reply.send(body);
  }

  @Get('backlog')
  @Operation('getEventBacklog', {
    summary: 'How many events wait to be told, and for how long (office)',
    answers: EventBacklogView,
    problems: [403],
  })
  backlog() {
    return this.events.backlog();
  }
}
