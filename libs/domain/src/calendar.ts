const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Cambodia keeps UTC+7 all year: fixed arithmetic, no time-zone data. */
const PHNOM_PENH = 7 * HOUR;
const CLOSE_OF_BUSINESS = 17 * HOUR;

/** Public holidays by year, as local dates `YYYY-MM-DD`. Lunar feasts move, so they are loaded and never computed. */
export interface WorkCalendar {
  readonly holidays: Readonly<Record<string, readonly string[]>>;
}
export interface WorkingInstant {
  readonly at: string;
  /** True when a year that was counted has no holidays loaded: Monday to Friday counted as working days. */
  readonly calendarMissing: boolean;
}

const ms = (instant: string): number => {
  const value = Date.parse(instant);
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(instant) || Number.isNaN(value)) {
    throw new RangeError(`not an ISO instant: ${instant}`);
  }
  return value;
};
const iso = (value: number): string => new Date(value).toISOString();
const whole = (n: number, what: string): number => {
  if (!Number.isInteger(n)) throw new RangeError(`${what} must be a whole number: ${n}`);
  return n;
};
const startOfLocalDay = (date: string): number => {
  const value = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(value) || iso(value).slice(0, 10) !== date) throw new RangeError(`not a date: ${date}`);
  return value - PHNOM_PENH;
};

/** The date in Phnom Penh at this instant, `YYYY-MM-DD`. */
export const localDate = (instant: string): string => iso(ms(instant) + PHNOM_PENH).slice(0, 10);

/** The last millisecond of a date in Phnom Penh. */
export const endOfLocalDay = (date: string): string => iso(startOfLocalDay(date) + DAY - 1);

/** This instant plus days of 24 hours; negative goes back. Fractions are allowed. */
export const addDays = (instant: string, days: number): string => iso(ms(instant) + days * DAY);

/** This instant plus hours; negative goes back. Fractions are allowed. */
export const addHours = (instant: string, hours: number): string => iso(ms(instant) + hours * HOUR);

/** Same local day and time so many months later, or the last day of that month when it is shorter. */
export function addMonths(instant: string, months: number): string {
  const local = new Date(ms(instant) + PHNOM_PENH);
  const target = new Date(local);
  target.setUTCDate(1);
  target.setUTCMonth(local.getUTCMonth() + whole(months, 'months'));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(local.getUTCDate(), lastDay));
  return iso(target.getTime() - PHNOM_PENH);
}

/** The first instant of a month in Phnom Penh, or of one so many months after it. */
export const monthBegins = (month: string, later = 0): string =>
  addMonths(iso(startOfLocalDay(`${month}-01`)), later);

/** Whole local days from one instant to another: 0 on the same date in Phnom Penh, negative when it lies before. */
export const localDaysBetween = (from: string, to: string): number =>
  Math.round((startOfLocalDay(localDate(to)) - startOfLocalDay(localDate(from))) / DAY);

const isLoaded = (date: string, calendar: WorkCalendar): boolean =>
  calendar.holidays[date.slice(0, 4)] !== undefined;

/**
 * Whether a date is worked: Monday to Friday and no public holiday.
 * @param date local date `YYYY-MM-DD`
 */
export function isWorkingDay(date: string, calendar: WorkCalendar): boolean {
  const weekday = new Date(startOfLocalDay(date) + PHNOM_PENH).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays[date.slice(0, 4)]?.includes(date);
}

/**
 * The end of the n-th working day after the day of this instant; before it when n is negative. A duty is due at the
 * close of business, 17:00 in Phnom Penh, whatever the hour it began: the day it began on is never counted, so nobody
 * loses a day to a message sent at night. With n = 0 it is due at the next close of business.
 * @throws RangeError when the instant or n cannot be read
 */
export function addWorkingDays(instant: string, n: number, calendar: WorkCalendar): WorkingInstant {
  const step = whole(n, 'working days') < 0 ? -DAY : DAY;
  let day = startOfLocalDay(localDate(instant));
  let left = Math.abs(n);
  let calendarMissing = false;
  const worked = (): boolean => {
    const date = iso(day + PHNOM_PENH).slice(0, 10);
    calendarMissing ||= !isLoaded(date, calendar);
    return isWorkingDay(date, calendar);
  };
  if (n === 0 && (ms(instant) > day + CLOSE_OF_BUSINESS || !worked())) left = 1;
  while (left > 0) {
    day += step;
    if (worked()) left -= 1;
  }
  return { at: iso(day + CLOSE_OF_BUSINESS), calendarMissing };
}
