import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id as Id, OriginQuery, OriginView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { OriginService } from './origin.service.js';

@ApiTags('origin')
@Controller('v1/qualifications/:id/origin')
export class OriginController {
  constructor(private readonly origin: OriginService) {}

  @Get()
  @Operation('getOrigin', {
    summary: 'Origin of each good by its cost sheet: under each programme, and what LDC graduation changes',
    answers: OriginView,
    problems: [403, 404],
  })
  read(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: OriginQuery }) query: OriginQuery,
  ) {
    return this.origin.read(actor, id, query);
  }
}
