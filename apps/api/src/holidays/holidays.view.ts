import type { HolidayYearView } from '#contracts';

export const HOLIDAY_COLUMNS = 'year, dates, source, recorded_at as "recordedAt"';

export interface HolidayRow {
  readonly year: number;
  readonly dates: string[];
  readonly source: string;
  readonly recordedAt: Date;
}
export const holidayView = ({ year, dates, source, recordedAt }: HolidayRow): HolidayYearView => ({
  year,
  dates,
  source,
  recordedAt: recordedAt.toISOString(),
});
