import { describe, expect, it } from '@jest/globals';
import type { MonthlyScore, ScorecardBand } from './scorecard.js';
import { watchReasons, type ApprovalWatched } from './watch-reasons.js';

const NOW = '2026-11-01T00:00:00.000Z';
const month = (band?: ScorecardBand): MonthlyScore => ({
  ...{ month: '2026-10', deliveries: 3, score: 60 },
  parts: { quality: 20, delivery: 20, compliance: 10, service: 5, price: 5 },
  ...(band && { band }),
});
const GOOD: ApprovalWatched = {
  status: { standing: 'approved', validUntil: '2027-06-01T00:00:00.000Z' },
  limits: { most: { usd: 1000, units: 500 }, left: { usd: 900, units: 400 } },
  months: [month('review'), month('normal')],
};

describe('why an approval is watched', () => {
  it('is nothing while it is good, whatever an earlier month was', () => {
    expect(watchReasons(GOOD, NOW)).toEqual([]);
    expect(watchReasons({ status: { standing: 'approved' }, months: [] }, NOW)).toEqual([]);
  });

  it('is that it does not count, and then not that it ends or is used up', () => {
    const nothingLeft = { most: { usd: 1000, units: 500 }, left: { usd: 0, units: 0 } };
    const suspended = {
      ...GOOD,
      status: { standing: 'suspended', since: NOW },
      limits: nothingLeft,
    } as const;
    expect(watchReasons(suspended, NOW)).toEqual(['suspended']);
    expect(watchReasons({ ...GOOD, status: { standing: 'expired' } }, NOW)).toEqual(['expired']);
  });

  it('is its condition, its end sixty days before, and the band of its last month', () => {
    const ending = { standing: 'conditional', validUntil: '2026-12-31T00:00:00.000Z' } as const;
    expect(watchReasons({ ...GOOD, status: ending }, NOW)).toEqual(['conditional', 'ends-soon']);
    const later = { ...ending, validUntil: '2026-12-31T00:00:00.001Z' };
    expect(watchReasons({ ...GOOD, status: later }, NOW)).toEqual(['conditional']);
    expect(watchReasons({ ...GOOD, months: [month('watch')] }, NOW)).toEqual(['score-watch']);
    expect(watchReasons({ ...GOOD, months: [month('review')] }, NOW)).toEqual(['score-review']);
    expect(watchReasons({ ...GOOD, months: [month('review'), month()] }, NOW)).toEqual([]);
  });

  it('is that a fifth or less of a limit is left', () => {
    const most = { usd: 1000, units: 500 };
    const withLeft = (usd: number, units: number) =>
      watchReasons({ ...GOOD, limits: { most, left: { usd, units } } }, NOW);
    expect(withLeft(200, 400)).toEqual(['limit-nearly-used']);
    expect(withLeft(900, 100)).toEqual(['limit-nearly-used']);
    expect(withLeft(200.01, 101)).toEqual([]);
  });
});
