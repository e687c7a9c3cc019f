import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ScreeningListPage, ScreeningListQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { ScreeningListsService } from './screening-lists.service.js';

@ApiTags('operations')
@Controller('v1/screening-lists')
export class ScreeningListsController {
  constructor(private readonly lists: ScreeningListsService) {}

  @Get()
  @Operation('listScreeningLists', {
    summary: 'Editions of sanctions lists that were loaded, newest first (office)',
    answers: ScreeningListPage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: ScreeningListQuery }) query: ScreeningListQuery) {
    return this.lists.list(actor, query);
  }
}
