import { latinDigits } from '../../words/digits.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Dates as they are typed, one a line; digits of any writing. */
export const datesTyped = (text: string): readonly string[] => [
  ...new Set(
    latinDigits(text)
      .split(/[\s,;]+/)
      .filter((one) => one !== ''),
  ),
];

/** Those that are no day of the year. */
export const wrongDates = (dates: readonly string[], year: number): readonly string[] =>
  dates.filter((date) => {
    const at = new Date(`${date}T00:00:00Z`);
    const isDay = DATE.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
    return !isDay || !date.startsWith(`${year}-`);
  });
