import type { HolidayYearView } from '#contracts';

export const HOLIDAY_COLUMNS = 'year, dates, source, recorded_at as "recordedAt", version';

export interface HolidayRow {
  readonly year: number;
  readonly dates: string[];
  readonly source: string;
  readonly recordedAt: Date;
  readonly version: number;
}
export const holidayView = ({ year, dates, source, recordedAt, version }: HolidayRow): HolidayYearView => ({
  year,
  dates,
  source,
  recordedAt: recordedAt.toISOString(),
  version,
});
