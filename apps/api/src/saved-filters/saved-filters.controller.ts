import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id as Id, SavedFilterList, SavedFilterView, SetSavedFilter } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { SavedFiltersService } from './saved-filters.service.js';

@ApiTags('tasks')
@Controller('v1/me/filters')
export class SavedFiltersController {
  constructor(private readonly filters: SavedFiltersService) {}

  @Get()
  @Operation('listSavedFilters', {
    summary: 'What you narrow your lists to, by list and name',
    answers: SavedFilterList,
  })
  list(@CurrentActor() actor: Person) {
    return this.filters.list(actor);
  }

  @Put(':filterId')
  @Operation('saveFilter', {
    summary: 'Keep what you narrow a list to under a name, and under an id of your choice',
    answers: SavedFilterView,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  save(
    @CurrentActor() actor: Person,
    @Param('filterId', { schema: Id }) filterId: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: SetSavedFilter }) body: SetSavedFilter,
  ) {
    return this.filters.save(actor, filterId, version, body);
  }

  @Delete(':filterId')
  @Operation('removeFilter', { summary: 'Keep it no longer', problems: [404] })
  remove(@CurrentActor() actor: Person, @Param('filterId', { schema: Id }) filterId: string) {
    return this.filters.remove(actor, filterId);
  }
}
