const DAY_MS = 86_400_000;
const DAYS_OF_A_WEEK = 7;
const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const begin = (month: string): number => Date.parse(`${month}-01T00:00:00Z`);

/** The month that an address says, `2026-11`; that of today when it says none. @param today a local date */
export const monthOf = (said: unknown, today: string): string =>
  typeof said === 'string' && MONTH.test(said) ? said : today.slice(0, 7);

/** The month so many months later, or earlier. */
export function monthLater(month: string, by: number): string {
  const at = new Date(begin(month));
  at.setUTCMonth(at.getUTCMonth() + by);
  return dateOf(at.getTime()).slice(0, 7);
}

/** All days of a month, in order. */
export function daysOf(month: string): readonly string[] {
  const from = begin(month);
  const length = Math.round((begin(monthLater(month, 1)) - from) / DAY_MS);
  return Array.from({ length }, (_, day) => dateOf(from + day * DAY_MS));
}

/** Its weeks, Monday first; undefined is a day of another month. */
export function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const days = daysOf(month);
  const before = (new Date(begin(month)).getUTCDay() + DAYS_OF_A_WEEK - 1) % DAYS_OF_A_WEEK;
  const cells = [...Array<undefined>(before).fill(undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / DAYS_OF_A_WEEK) }, (_, week) =>
    Array.from({ length: DAYS_OF_A_WEEK }, (_day, day) => cells[week * DAYS_OF_A_WEEK + day]),
  );
}
