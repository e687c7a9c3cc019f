import { expect, it } from '@jest/globals';
import { changedDemand, demandGaps, NEW_DEMAND, statedDemand, type DemandDraft } from './demand-draft.js';

const whole: DemandDraft = { ...NEW_DEMAND, category: 'TRIMS', monthlyQuantity: 5000 };

it('a demand says what is wanted and how much of it', () => {
  expect(demandGaps(NEW_DEMAND)).toEqual(['category', 'monthlyQuantity']);
  expect(statedDemand(NEW_DEMAND)).toBeUndefined();
  expect(statedDemand(whole)).toEqual({
    ...{
      category: 'TRIMS',
      hsLines: [],
      endMarkets: [],
      provinces: [],
      unit: 'pieces',
      monthlyQuantity: 5000,
    },
  });
});

it.each([
  [{ hsLines: ['58'] }, 'hsLines'],
  [{ monthlyQuantity: 0 }, 'monthlyQuantity'],
  [{ priceUsd: 0 }, 'priceUsd'],
])('cannot be stated with %j', (change, field) => {
  expect(demandGaps({ ...whole, ...change })).toEqual([field]);
});

it('a change leaves its category as it is', () => {
  expect(changedDemand({ ...whole, priceUsd: 2 })).toEqual({
    ...{ hsLines: [], endMarkets: [], provinces: [], unit: 'pieces', monthlyQuantity: 5000, priceUsd: 2 },
  });
});
