import { Injectable } from '@nestjs/common';
import type { HolidayYearView, PageQuery, SetHolidays } from '#contracts';
import type { Person } from '#domain';
import { Database, statement } from '#persistence';
import { decodeCursor, etagOf, invalid, pageOf, preconditionFailed, type Page } from '#platform';
import { z } from 'zod';
import { HOLIDAY_COLUMNS, holidayView, type HolidayRow } from './holidays.view.js';

const SET = statement(
  'holidays-set',
  `with first as (
     insert into holiday_calendar (year, dates, source) select $1, $2::date[], $3 where $4::integer = 0
     on conflict (year) do nothing returning *),
   changed as (
     update holiday_calendar set dates = $2::date[], source = $3, recorded_at = now(), version = version + 1
      where year = $1 and version = $4 returning *)
   select ${HOLIDAY_COLUMNS} from first union all select ${HOLIDAY_COLUMNS} from changed`,
);
const READ = statement('holidays-read', `select ${HOLIDAY_COLUMNS} from holiday_calendar where year = $1`);
const LIST = statement(
  'holidays-list',
  `select ${HOLIDAY_COLUMNS} from holiday_calendar where ($1::integer is null or year > $1) order by year limit $2`,
);

@Injectable()
export class HolidaysService {
  constructor(private readonly db: Database) {}

  /**
   * The office loads the public holidays of a year, in place of those it had.
   * @param version that was read; 0 for a year that has none yet
   * @throws ProblemException 412 with what is there when another officer was faster
   */
  async set(actor: Person, year: number, version: number, body: SetHolidays): Promise<HolidayYearView> {
    const { dates, source } = body;
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
      version,
    ]);
    if (row) return holidayView(row);
    const [found] = await this.db.run<HolidayRow & { year: number }>(actor, READ, [year]);
    const current = found && holidayView(found);
    throw preconditionFailed(current && etagOf(current.version), current, body);
  }

  /** Anybody who is signed in may know when offices are closed. */
  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<HolidayYearView>> {
    const after = decodeCursor(cursor, z.number().int()) ?? null;
    const rows = await this.db.run<HolidayRow & { year: number }>(actor, LIST, [after, limit + 1]);
    return pageOf(rows, limit, holidayView, (row) => row.year);
  }
}
