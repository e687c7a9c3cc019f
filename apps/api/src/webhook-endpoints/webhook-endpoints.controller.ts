import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeWebhookEndpoint,
  CreateWebhookEndpoint,
  id,
  NewWebhookEndpointView,
  PageQuery,
  RecoverWebhookEndpoint,
  RotateWebhookSecret,
  WebhookDeliveryView,
  WebhookEndpointDetail,
  WebhookEndpointPage,
  WebhookEndpointView,
  WebhookRecovery,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';

const Id = () => Param('id', { schema: id });

@ApiTags('webhooks')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(private readonly endpoints: WebhookEndpointsService) {}

  @Post()
  @Operation('createWebhookEndpoint', {
    summary: 'Say where your organisation is told of events (administrator); the secret is shown once',
    answers: NewWebhookEndpointView,
    status: 201,
    location: '/v1/webhook-endpoints/{id}',
    headers: ['idempotency-key'],
    problems: [403, 409],
  })
  create(
    @CurrentActor() actor: Person,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateWebhookEndpoint }) body: CreateWebhookEndpoint,
  ) {
    return this.endpoints.create(actor, key, body);
  }

  @Get()
  @Operation('listWebhookEndpoints', {
    summary: 'List the endpoints of your organisation; the office those of all',
    answers: WebhookEndpointPage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.endpoints.list(actor, page);
  }

  @Get(':id')
  @Operation('getWebhookEndpoint', {
    summary: 'Read an endpoint, and how its deliveries went in the last day',
    answers: WebhookEndpointDetail,
    problems: [404],
  })
  read(@CurrentActor() actor: Person, @Id() endpointId: string) {
    return this.endpoints.read(actor, endpointId);
  }

  @Patch(':id')
  @Operation('changeWebhookEndpoint', {
    summary: 'Change an endpoint (administrator)',
    answers: WebhookEndpointView,
    headers: ['if-match'],
    problems: [403, 404, 412, 428],
  })
  change(
    @CurrentActor() actor: Person,
    @Id() endpointId: string,
    @IfMatch() version: number,
    @Body({ schema: ChangeWebhookEndpoint }) body: ChangeWebhookEndpoint,
  ) {
    return this.endpoints.change(actor, endpointId, version, body);
  }

  @Delete(':id')
  @Operation('deleteWebhookEndpoint', {
    summary: 'Delete an endpoint with its log (administrator)',
    problems: [403, 404],
  })
  remove(@CurrentActor() actor: Person, @Id() endpointId: string) {
    return this.endpoints.remove(actor, endpointId);
  }

  @Post(':id/rotate-secret')
  @Operation('rotateWebhookSecret', {
    summary: 'Make a new secret (administrator), shown once; the former signs along for the overlap',
    answers: NewWebhookEndpointView,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  rotate(
    @CurrentActor() actor: Person,
    @Id() endpointId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: RotateWebhookSecret }) body: RotateWebhookSecret,
  ) {
    return this.endpoints.rotate(actor, endpointId, key, body);
  }

  @Post(':id/test')
  @Operation('testWebhookEndpoint', {
    summary: 'Send a test event (administrator)',
    answers: WebhookDeliveryView,
    status: 201,
    location: '/v1/webhook-deliveries/{id}',
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  test(
    @CurrentActor() actor: Person,
    @Id() endpointId: string,
    @OptionalIdempotencyKey() key: string | undefined,
  ) {
    return this.endpoints.test(actor, endpointId, key);
  }

  @Post(':id/enable')
  @Operation('enableWebhookEndpoint', {
    summary: 'Send there again, also what was held back meanwhile (administrator)',
    answers: WebhookEndpointView,
    problems: [403, 404],
  })
  enable(@CurrentActor() actor: Person, @Id() endpointId: string) {
    return this.endpoints.enable(actor, endpointId);
  }

  @Post(':id/disable')
  @Operation('disableWebhookEndpoint', {
    summary: 'Send nothing there for now (administrator)',
    answers: WebhookEndpointView,
    problems: [403, 404],
  })
  disable(@CurrentActor() actor: Person, @Id() endpointId: string) {
    return this.endpoints.disable(actor, endpointId);
  }

  @Post(':id/recover')
  @Operation('recoverWebhookEndpoint', {
    summary: 'Send what was told since an instant and did not arrive (administrator)',
    answers: WebhookRecovery,
    problems: [403, 404, 409],
  })
  recover(
    @CurrentActor() actor: Person,
    @Id() endpointId: string,
    @Body({ schema: RecoverWebhookEndpoint }) body: RecoverWebhookEndpoint,
  ) {
    return this.endpoints.recover(actor, endpointId, body);
  }
}
