import { describe, expect, it } from '@jest/globals';
import { addressOf, cohortOf, monthsUntil } from './cohort.js';

describe('a cohort', () => {
  it('is what the address says, and nothing of what it does not', () => {
    expect(cohortOf({})).toEqual({});
    expect(cohortOf({ province: 'KH-12', women: 'no', from: '2026-03', to: undefined })).toEqual({
      ...{ province: 'KH-12', womenOwned: 'false', from: '2026-03' },
    });
  });

  it('is chosen from months that go back over the turn of a year, and those that the address names', () => {
    expect(monthsUntil('2026-02-10T00:00:00Z', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
    expect(monthsUntil('2026-02-10T00:00:00Z', 2, '2024-07', '2026-13', undefined, '2026-01')).toEqual([
      ...['2026-02', '2026-01', '2024-07'],
    ]);
  });

  it('is asked for by an address in which nothing is left open', () => {
    expect(addressOf('/csv', { key: 'finding:HS-03', group: undefined })).toBe('/csv?key=finding%3AHS-03');
    expect(addressOf('/csv', { by: undefined })).toBe('/csv');
  });
});
