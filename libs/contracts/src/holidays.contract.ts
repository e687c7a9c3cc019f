import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { date, distinct, instant, line } from './primitives.js';

export const Year = z.coerce.number<string>().int().min(2000).max(2200);

/** Public holidays of one year that fall on whatever day of the week; the source is where they were announced. */
export const SetHolidays = z
  .strictObject({ dates: distinct(date, 1, 60), source: line(500) })
  .meta({ id: 'SetHolidays' });
export type SetHolidays = z.infer<typeof SetHolidays>;

export const HolidayYearView = z
  .object({
    year: z.number().int(),
    dates: z.array(date),
    source: z.string(),
    recordedAt: instant,
    version: z.number().int(),
  })
  .meta({ id: 'HolidayYearView' });
export type HolidayYearView = z.infer<typeof HolidayYearView>;
export const HolidayPage = pageOfViews('HolidayPage', HolidayYearView);
