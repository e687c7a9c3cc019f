import { Injectable } from '@nestjs/common';
import type { HolidayYearView, PageQuery, SetHolidays } from '#contracts';
import type { Person } from '#domain';
import { Database, statement } from '#persistence';
import { decodeCursor, invalid, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { HOLIDAY_COLUMNS, holidayView, type HolidayRow } from './holidays.view.js';

const SET = statement(
  'holidays-set',
  `insert into holiday_calendar (year, dates, source) values ($1, $2::date[], $3)
   on conflict (year) do update set dates = excluded.dates, source = excluded.source, recorded_at = now()
   returning ${HOLIDAY_COLUMNS}`,
);
const LIST = statement(
  'holidays-list',
  `select ${HOLIDAY_COLUMNS} from holiday_calendar where ($1::integer is null or year > $1) order by year limit $2`,
);

@Injectable()
export class HolidaysService {
  constructor(private readonly db: Database) {}

  /** The office loads the public holidays of a year, in place of those it had. */
  async set(actor: Person, year: number, { dates, source }: SetHolidays): Promise<HolidayYearView> {
    const foreign = dates.flatMap((date, index) => (date.startsWith(`${year}-`) ? [] : [index]));
    if (foreign.length > 0) {
      throw invalid(
        ...foreign.map((i) => ({ pointer: `#/dates/${i}`, detail: `is not in ${year}`, code: 'wrong-year' })),
      );
    }
    const [row] = await this.db.run<HolidayRow & { year: number }>(actor, SET, [
      year,
      [...dates].sort(),
      source,
    ]);
    if (!row) throw new Error('an upsert always gives one row');
    return holidayView(row);
  }

  /** Anybody who is signed in may know when offices are closed. */
  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<HolidayYearView>> {
    const after = decodeCursor(cursor, z.number().int()) ?? null;
    const rows = await this.db.run<HolidayRow & { year: number }>(actor, LIST, [after, limit + 1]);
    return pageOf(rows, limit, holidayView, (row) => row.year);
  }
}
