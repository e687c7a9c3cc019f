import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id,
  PageQuery,
  WebhookDeliveryDetail,
  WebhookDeliveryPage,
  WebhookDeliveryQuery,
  WebhookDeliveryView,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';

const Id = () => Param('id', { schema: id });

@ApiTags('webhooks')
@Controller('v1')
export class WebhookDeliveriesController {
  constructor(private readonly deliveries: WebhookDeliveriesService) {}

  @Get('webhook-endpoints/:id/deliveries')
  @Operation('listWebhookDeliveries', {
    summary: 'List what was sent to an endpoint, or is on its way, the newest first',
    answers: WebhookDeliveryPage,
    problems: [404],
  })
  list(
    @CurrentActor() actor: Person,
    @Id() endpointId: string,
    @Query({ schema: WebhookDeliveryQuery }) query: WebhookDeliveryQuery,
  ) {
    return this.deliveries.list(actor, endpointId, query);
  }

  @Get('webhook-deliveries')
  @Operation('listParkedWebhookDeliveries', {
    summary: 'List what could not be sent at all (office)',
    answers: WebhookDeliveryPage,
    problems: [403],
  })
  parked(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.deliveries.parked(actor, page);
  }

  @Get('webhook-deliveries/:id')
  @Operation('getWebhookDelivery', {
    summary: 'Read a delivery with its attempts, and what was answered to them',
    answers: WebhookDeliveryDetail,
    problems: [404],
  })
  read(@CurrentActor() actor: Person, @Id() deliveryId: string) {
    return this.deliveries.read(actor, deliveryId);
  }

  @Post('webhook-deliveries/:id/resend')
  @Operation('resendWebhookDelivery', {
    summary: 'Send an event once more, under the same id (administrator)',
    answers: WebhookDeliveryView,
    problems: [403, 404, 409],
  })
  resend(@CurrentActor() actor: Person, @Id() deliveryId: string) {
    return this.deliveries.resend(actor, deliveryId);
  }

  @Post('webhook-deliveries/:id/retry')
  @Operation('retryWebhookDelivery', {
    summary: 'Try again what was parked (office)',
    answers: WebhookDeliveryView,
    problems: [403, 404, 409],
  })
  retry(@CurrentActor() actor: Person, @Id() deliveryId: string) {
    return this.deliveries.retry(actor, deliveryId);
  }
}
