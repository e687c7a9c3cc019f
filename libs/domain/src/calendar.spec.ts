import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addHours,
  addMonths,
  addWorkingDays,
  endOfLocalDay,
  isWorkingDay,
  localDate,
  localDaysBetween,
} from './calendar.js';

/** Made-up feasts: real ones are loaded per year. */
const calendar = { holidays: { '2026': ['2026-04-14', '2026-04-15', '2026-04-16'], '2027': [] } };
const due = (instant: string, n: number) => addWorkingDays(instant, n, calendar).at;

describe('local dates', () => {
  it('change at midnight in Phnom Penh, which is 17:00 UTC', () => {
    expect(localDate('2026-03-09T16:59:59.999Z')).toBe('2026-03-09');
    expect(localDate('2026-03-09T17:00:00.000Z')).toBe('2026-03-10');
  });

  it('end one millisecond before the next one begins', () => {
    expect(endOfLocalDay('2026-12-31')).toBe('2026-12-31T16:59:59.999Z');
  });

  it('are counted from midnight to midnight', () => {
    expect(localDaysBetween('2026-03-09T16:00:00.000Z', '2026-03-09T18:00:00.000Z')).toBe(1);
    expect(localDaysBetween('2026-03-09T18:00:00.000Z', '2026-03-10T16:00:00.000Z')).toBe(0);
    expect(localDaysBetween('2026-03-09T18:00:00.000Z', '2026-03-01T18:00:00.000Z')).toBe(-8);
  });

  it('do not exist for what is no instant or no date', () => {
    expect(() => localDate('tomorrow')).toThrow(RangeError);
    expect(() => localDate('2026-03-09T16:00:00')).toThrow(RangeError);
    expect(() => endOfLocalDay('2026-02-30')).toThrow(RangeError);
  });
});

describe('days, hours and months', () => {
  it('are added to the millisecond, forwards and back', () => {
    expect(addDays('2026-03-09T01:02:03.004Z', 60)).toBe('2026-05-08T01:02:03.004Z');
    expect(addDays('2026-03-01T01:02:03.004Z', -1)).toBe('2026-02-28T01:02:03.004Z');
    expect(addHours('2026-03-09T23:30:00.000Z', 0.25)).toBe('2026-03-09T23:45:00.000Z');
  });

  it('keep the local day of the month, or take its last one', () => {
    expect(addMonths('2026-03-09T03:00:00.000Z', 18)).toBe('2027-09-09T03:00:00.000Z');
    expect(addMonths('2027-08-31T03:00:00.000Z', 6)).toBe('2028-02-29T03:00:00.000Z');
    expect(addMonths('2026-01-30T18:00:00.000Z', 1)).toBe('2026-02-27T18:00:00.000Z');
    expect(() => addMonths('2026-03-09T03:00:00.000Z', 0.5)).toThrow(RangeError);
  });
});

describe('a working day', () => {
  it('is Monday to Friday', () => {
    expect(isWorkingDay('2026-03-09', calendar)).toBe(true);
    expect(isWorkingDay('2026-03-13', calendar)).toBe(true);
    expect(isWorkingDay('2026-03-14', calendar)).toBe(false);
    expect(isWorkingDay('2026-03-15', calendar)).toBe(false);
  });

  it('is no public holiday', () => {
    expect(isWorkingDay('2026-04-13', calendar)).toBe(true);
    expect(isWorkingDay('2026-04-14', calendar)).toBe(false);
  });
});

describe('a duty of n working days', () => {
  it('is due at 17:00 in Phnom Penh on the n-th working day after the day it began', () => {
    expect(due('2026-03-09T02:00:00.000Z', 1)).toBe('2026-03-10T10:00:00.000Z');
    expect(due('2026-03-09T02:00:00.000Z', 3)).toBe('2026-03-12T10:00:00.000Z');
  });

  it('does not count the day it began on, late at night or early in the morning', () => {
    expect(due('2026-03-09T16:59:00.000Z', 1)).toBe('2026-03-10T10:00:00.000Z');
    expect(due('2026-03-09T17:01:00.000Z', 1)).toBe('2026-03-11T10:00:00.000Z');
  });

  it('skips week-ends and public holidays', () => {
    expect(due('2026-03-13T02:00:00.000Z', 1)).toBe('2026-03-16T10:00:00.000Z');
    expect(due('2026-03-14T02:00:00.000Z', 1)).toBe('2026-03-16T10:00:00.000Z');
    expect(due('2026-04-13T02:00:00.000Z', 3)).toBe('2026-04-21T10:00:00.000Z');
  });

  it('goes back for a reminder before a due day', () => {
    expect(due('2026-03-16T10:00:00.000Z', -1)).toBe('2026-03-13T10:00:00.000Z');
    expect(due('2026-04-17T10:00:00.000Z', -1)).toBe('2026-04-13T10:00:00.000Z');
  });

  it('is due at the next close of business when n is 0', () => {
    expect(due('2026-03-13T09:59:00.000Z', 0)).toBe('2026-03-13T10:00:00.000Z');
    expect(due('2026-03-13T10:01:00.000Z', 0)).toBe('2026-03-16T10:00:00.000Z');
    expect(due('2026-03-14T01:00:00.000Z', 0)).toBe('2026-03-16T10:00:00.000Z');
  });

  it('says so when a year it counts has no holidays loaded, and counts Monday to Friday', () => {
    expect(addWorkingDays('2026-12-30T02:00:00.000Z', 2, calendar).calendarMissing).toBe(false);
    const later = addWorkingDays('2027-12-31T02:00:00.000Z', 1, calendar);
    expect(later).toEqual({ at: '2028-01-03T10:00:00.000Z', calendarMissing: true });
  });

  it('takes whole days and real instants only', () => {
    expect(() => due('2026-03-09T02:00:00.000Z', 1.5)).toThrow(RangeError);
    expect(() => due('soon', 1)).toThrow(RangeError);
  });

  it('always falls on a working day, after it began, with n working days from then on', () => {
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 10, 1) });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 20 }), (start, n) => {
        const from = new Date(start).toISOString();
        const at = due(from, n);
        const days = Array.from({ length: localDaysBetween(from, at) }, (_, i) =>
          localDate(addDays(from, i + 1)),
        );
        expect(days.filter((d) => isWorkingDay(d, calendar))).toHaveLength(n);
        expect(isWorkingDay(localDate(at), calendar)).toBe(true);
      }),
    );
  });
});
