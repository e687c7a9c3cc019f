import { describe, expect, it } from '@jest/globals';
import { matchDemand, type Candidate, type Demand } from './demand.js';

const DEMAND: Demand = {
  ...{ category: 'TRIMS', hsLines: ['9606.21'], endMarkets: ['EU'], monthlyQuantity: 1000, unit: 'pieces' },
  provinces: ['KH-12'],
};
const FIT: Candidate = {
  ...{ category: 'TRIMS', hsLines: ['9606.21.00'], endMarkets: ['EU', 'US'], monthlyCapacity: 1000 },
  ...{ capacityUnit: 'pieces', province: 'KH-12', grade: 'B' },
};

describe('a demand and a supplier that waits', () => {
  it('match in full when everything agrees', () => {
    expect(matchDemand(DEMAND, FIT)).toEqual({
      rank: 100,
      reasons: ['hs-line', 'end-markets', 'capacity', 'province', 'grade'],
    });
  });

  it('do not match across categories, nor across HS headings', () => {
    expect(matchDemand(DEMAND, { ...FIT, category: 'LEATHER' })).toBeUndefined();
    expect(matchDemand(DEMAND, { ...FIT, hsLines: ['9607.11'] })).toBeUndefined();
  });

  it('match by heading, or by category alone where no lines are named', () => {
    expect(matchDemand(DEMAND, { ...FIT, hsLines: ['9606.30'] })?.reasons).toContain('hs-heading');
    expect(matchDemand(DEMAND, { ...FIT, hsLines: [] })?.rank).toBe(60);
    expect(matchDemand({ ...DEMAND, hsLines: [] }, FIT)?.rank).toBe(60);
  });

  it.each([
    ['a market that was not asked for', { endMarkets: ['US'] }, 85],
    ['half the capacity', { monthlyCapacity: 500 }, 87],
    ['capacity in another unit', { capacityUnit: 'metres' }, 75],
    ['another province', { province: 'KH-1' }, 90],
    ['grade C', { grade: 'C' }, 90],
    ['nothing said', { monthlyCapacity: undefined, province: undefined, grade: undefined }, 55],
  ] as const)('rank lower with %s', (_what, change, rank) => {
    expect(matchDemand(DEMAND, { ...FIT, ...change } as Candidate)?.rank).toBe(rank);
  });
});
