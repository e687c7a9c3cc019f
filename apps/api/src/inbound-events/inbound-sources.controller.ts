import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateInboundSource,
  id,
  InboundSourcePage,
  NewInboundSourceView,
  PageQuery,
  RotateSecret,
} from '#contracts';
import type { Person, Scope } from '#domain';
import { CurrentActor, CurrentScopes } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { InboundSourcesService } from './inbound-sources.service.js';

const Id = () => Param('id', { schema: id });

@ApiTags('inbound-events')
@Controller('v1/inbound-sources')
export class InboundSourcesController {
  constructor(private readonly sources: InboundSourcesService) {}

  @Post()
  @Operation('createInboundSource', {
    summary: 'Let a system of yours send events in your name; its secret is shown once',
    answers: NewInboundSourceView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403],
  })
  create(
    @CurrentActor() actor: Person,
    @CurrentScopes() own: readonly Scope[],
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateInboundSource }) body: CreateInboundSource,
  ) {
    return this.sources.create(actor, own, key, body);
  }

  @Get()
  @Operation('listInboundSources', { summary: 'Systems that send events', answers: InboundSourcePage })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.sources.list(actor, page);
  }

  @Post(':id/rotation')
  @Operation('rotateInboundSource', {
    summary: 'Replace the secret of a source; the old one ends after an overlap',
    answers: NewInboundSourceView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  rotate(
    @CurrentActor() actor: Person,
    @CurrentScopes() own: readonly Scope[],
    @Id() sourceId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: RotateSecret }) body: RotateSecret,
  ) {
    return this.sources.rotate(actor, own, sourceId, key, body);
  }

  @Delete(':id')
  @Operation('disableInboundSource', {
    summary: 'Take no more events of a source (its member, or an administrator)',
    problems: [404],
  })
  disable(@CurrentActor() actor: Person, @Id() sourceId: string) {
    return this.sources.disable(actor, sourceId);
  }
}
