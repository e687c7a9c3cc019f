import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { id, InboundCloudEvent, InboundEventView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { PublicToMachines } from '../auth/public.js';
import { CLOUD_EVENT } from '../http/body-types.js';
import { documented } from '../http/documented.js';
import { Operation } from '../http/operation.js';
import { InboundEventsService } from './inbound-events.service.js';

@ApiTags('inbound-events')
@Controller('v1/inbound-events')
export class InboundEventsController {
  constructor(private readonly events: InboundEventsService) {}

  @Post()
  @PublicToMachines()
  @ApiConsumes(CLOUD_EVENT)
  @Operation('receiveInboundEvent', {
    summary: 'A goods receipt, delivery or complaint as a CloudEvent, signed with the secret of its source',
    answers: InboundEventView,
    status: 202,
    location: '/v1/inbound-events/{id}',
    headers: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    problems: [415],
  })
  receive(
    @Body({ schema: documented(InboundCloudEvent) }) body: unknown,
    @Headers() headers: Readonly<Record<string, string>>,
  ) {
    return this.events.receive(body, headers);
  }

  @Get(':id')
  @Operation('getInboundEvent', {
    summary: 'What became of an event that came in',
    answers: InboundEventView,
    problems: [404],
  })
  read(@CurrentActor() actor: Person, @Param('id', { schema: id }) eventId: string) {
    return this.events.read(actor, eventId);
  }
}
