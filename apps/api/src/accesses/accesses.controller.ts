import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AccessPage, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { AccessesService } from './accesses.service.js';

@ApiTags('accesses')
@Controller('v1/qualifications/:id/accesses')
export class AccessesController {
  constructor(private readonly accesses: AccessesService) {}

  @Get()
  @Operation('listAccesses', {
    summary: 'Who of another organisation read what of the case, newest first',
    answers: AccessPage,
    problems: [403, 404],
  })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.accesses.list(actor, id, page);
  }
}
