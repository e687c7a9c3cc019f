import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeOverlay, CreateOverlay, id, OverlayPage, OverlayView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { OverlaysService } from './overlays.service.js';

const Id = () => Param('id', { schema: id });

@ApiTags('overlays')
@Controller('v1/overlays')
export class OverlaysController {
  constructor(private readonly overlays: OverlaysService) {}

  @Post()
  @Operation('createOverlay', {
    summary: 'Draft what your organisation asks beside the checklist (buyer)',
    answers: OverlayView,
    status: 201,
    location: '/v1/overlays/{id}',
    headers: ['idempotency-key'],
    problems: [403, 409],
  })
  create(
    @CurrentActor() actor: Person,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateOverlay }) body: CreateOverlay,
  ) {
    return this.overlays.create(actor, key, body);
  }

  @Get()
  @Operation('listOverlays', { summary: "List a buyer's overlays", answers: OverlayPage, problems: [403] })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.overlays.list(actor, page);
  }

  @Get(':id')
  @Operation('getOverlay', { summary: 'Read an overlay', answers: OverlayView, problems: [403, 404] })
  read(@CurrentActor() actor: Person, @Id() overlayId: string) {
    return this.overlays.read(actor, overlayId);
  }

  @Put(':id')
  @Operation('changeOverlay', {
    summary: 'Write a draft anew (buyer)',
    answers: OverlayView,
    headers: ['if-match'],
    problems: [403, 404, 409, 412, 428],
  })
  change(
    @CurrentActor() actor: Person,
    @Id() overlayId: string,
    @IfMatch() revision: number,
    @Body({ schema: ChangeOverlay }) body: ChangeOverlay,
  ) {
    return this.overlays.change(actor, overlayId, revision, body);
  }

  @Post(':id/publish')
  @Operation('publishOverlay', {
    summary: "Put another person's draft in force (buyer)",
    answers: OverlayView,
    headers: ['if-match'],
    problems: [403, 404, 409, 412, 428],
  })
  publish(@CurrentActor() actor: Person, @Id() overlayId: string, @IfMatch() revision: number) {
    return this.overlays.publish(actor, overlayId, revision);
  }

  @Post(':id/retire')
  @Operation('retireOverlay', {
    summary: 'Ask it of no further audit (buyer)',
    answers: OverlayView,
    headers: ['if-match'],
    problems: [403, 404, 409, 412, 428],
  })
  retire(@CurrentActor() actor: Person, @Id() overlayId: string, @IfMatch() revision: number) {
    return this.overlays.retire(actor, overlayId, revision);
  }
}
