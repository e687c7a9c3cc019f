import { describe, expect, it } from '@jest/globals';
import { daysOf, monthLater, monthOf, weeksOf } from './month.js';

describe('a month of visits', () => {
  it('is the one that the address says, or that of today', () => {
    expect(monthOf('2026-02', '2026-11-26')).toBe('2026-02');
    for (const wrong of [undefined, 202602, '2026-13', '2026-2', '1026-02'])
      expect(monthOf(wrong, '2026-11-26')).toBe('2026-11');
  });

  it('has the days of its own, also in a leap year', () => {
    expect(daysOf('2026-11')).toHaveLength(30);
    expect(daysOf('2028-02').at(-1)).toBe('2028-02-29');
  });

  it('goes on over the end of a year', () => {
    expect(monthLater('2026-12', 1)).toBe('2027-01');
    expect(monthLater('2026-01', -1)).toBe('2025-12');
  });

  it('is made of whole weeks that begin on Monday', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([...Array<undefined>(6).fill(undefined), '2026-11-01']);
    expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeksOf('2027-02')[0]?.[0]).toBe('2027-02-01');
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
});
