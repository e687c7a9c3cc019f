import { describe, expect, it } from '@jest/globals';
import { scopeGaps, wholeScope, type ScopeDraft } from './scope.js';

const TODAY = '2026-11-26';
const whole: ScopeDraft = {
  ...{ maxUsdPerMonth: 20_000, maxUnitsPerMonth: 1000, endMarkets: ['EU'], hsLines: [], tier: 2 },
  ...{ validUntil: '2027-05-01', conditions: [] },
};

describe('the scope of an approval', () => {
  it('can be sent when it is whole, and an empty one lacks everything that has to be said', () => {
    expect(scopeGaps(whole, TODAY)).toEqual([]);
    expect(scopeGaps({}, TODAY)).toEqual([
      'maxUsdPerMonth',
      'maxUnitsPerMonth',
      'endMarkets',
      'tier',
      'validUntil',
    ]);
  });

  it.each([
    [{ maxUsdPerMonth: 0 }, 'maxUsdPerMonth'],
    [{ maxUnitsPerMonth: 1.5 }, 'maxUnitsPerMonth'],
    [{ hsLines: ['58'] }, 'hsLines'],
    [{ validUntil: TODAY }, 'validUntil'],
  ])('cannot with %j', (change, field) => {
    expect(scopeGaps({ ...whole, ...change }, TODAY)).toEqual([field]);
  });

  it('says of goods and conditions that there are none, when nobody says otherwise', () => {
    expect(wholeScope({ tier: 3 })).toEqual({ tier: 3, hsLines: [], conditions: [] });
    expect(wholeScope({ hsLines: ['5807'] }).hsLines).toEqual(['5807']);
  });
});
