import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HolidayPage, HolidayYearView, PageQuery, SetHolidays, Year } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { HolidaysService } from './holidays.service.js';

@ApiTags('holidays')
@Controller('v1/holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Put(':year')
  @Operation('setHolidays', {
    summary: 'Load the public holidays of a year (office)',
    answers: HolidayYearView,
    headers: ['if-match-or-none'],
    problems: [403, 412, 428],
  })
  set(
    @CurrentActor() actor: Person,
    @Param('year', { schema: Year }) year: number,
    @IfMatchOrNone() version: number,
    @Body({ schema: SetHolidays }) body: SetHolidays,
  ) {
    return this.holidays.set(actor, year, version, body);
  }

  @Get()
  @Operation('listHolidays', { summary: 'List the years with their holidays', answers: HolidayPage })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.holidays.list(actor, page);
  }
}
