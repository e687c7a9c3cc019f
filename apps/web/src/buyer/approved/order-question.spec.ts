import { expect, it } from '@jest/globals';
import { questionOf } from './order-question.js';

const suppliers = [{ qualificationId: 'q', supplier: { id: 's', name: 'Firm' }, category: 'TRIMS' as const }];

it('a question names supplier and goods, and of the rest what was filled in', () => {
  expect(questionOf({ of: 'q' }, suppliers)).toEqual({ supplierId: 's', category: 'TRIMS' });
  expect(
    questionOf({ of: 'q', hsLine: '5807.10', endMarket: 'EU', amountUsd: 0, units: 5 }, suppliers),
  ).toEqual({
    ...{ supplierId: 's', category: 'TRIMS', hsLine: '5807.10', endMarket: 'EU', amountUsd: 0, units: 5 },
  });
});

it.each([
  {},
  { of: 'other' },
  { of: 'q', hsLine: '58' },
  { of: 'q', units: 1.5 },
  { of: 'q', amountUsd: -1 },
])('nothing is asked with %j', (draft) => {
  expect(questionOf(draft, suppliers)).toBeUndefined();
});
