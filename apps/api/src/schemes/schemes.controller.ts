import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreateScheme, id, PageQuery, SchemePage, SchemeView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { SchemesService } from './schemes.service.js';

@ApiTags('schemes')
@Controller('v1/schemes')
export class SchemesController {
  constructor(private readonly schemes: SchemesService) {}

  @Post()
  @Operation('createScheme', {
    summary: 'Create a scheme (office)',
    answers: SchemeView,
    status: 201,
    location: '/v1/schemes/{id}',
    headers: ['idempotency-key'],
    problems: [403, 409],
  })
  create(
    @CurrentActor() actor: Person,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateScheme }) body: CreateScheme,
  ) {
    return this.schemes.create(actor, key, body);
  }

  @Get()
  @Operation('listSchemes', { summary: 'List the schemes', answers: SchemePage })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.schemes.list(actor, page);
  }

  @Get(':id')
  @Operation('getScheme', { summary: 'Read a scheme', answers: SchemeView, problems: [404] })
  read(@CurrentActor() actor: Person, @Param('id', { schema: id }) schemeId: string) {
    return this.schemes.read(actor, schemeId);
  }
}
