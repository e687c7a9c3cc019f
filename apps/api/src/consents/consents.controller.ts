import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ConsentPage, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { ConsentsService } from './consents.service.js';

@ApiTags('consents')
@Controller('v1/qualifications/:id/consents')
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Get()
  @Operation('listConsents', {
    summary: 'What the supplier lets each buyer read, and until when',
    answers: ConsentPage,
    problems: [403, 404],
  })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.consents.list(actor, id, page);
  }
}
