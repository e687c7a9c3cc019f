import { describe, expect, it } from '@jest/globals';
import {
  suggestedTerms,
  termsGaps,
  withLot,
  withOneMore,
  withoutLot,
  type TermsDraft,
} from './terms-draft.js';

const TODAY = '2026-11-26';
const whole: TermsDraft = {
  ...{ lots: [{ lot: 1, size: 1200 }], valueUsd: 4800, deliveryBy: '2026-12-20', incoterm: 'DAP' },
};

describe('the terms of a pilot order', () => {
  it('can be sent when they are whole, and lack what has to be said otherwise', () => {
    expect(termsGaps(whole, TODAY)).toEqual([]);
    expect(termsGaps({}, TODAY)).toEqual(['lots', 'valueUsd', 'deliveryBy', 'incoterm']);
  });

  it.each([
    [{ lots: [{ lot: 1, size: 1200 }, { lot: 2 }] }, 'lots'],
    [{ lots: [{ lot: 1, size: 1 }] }, 'lots'],
    [{ valueUsd: 499 }, 'valueUsd'],
    [{ valueUsd: 10_001 }, 'valueUsd'],
    [{ deliveryBy: TODAY }, 'deliveryBy'],
    [{ tolerancePercent: 11 }, 'tolerancePercent'],
    [{ specVersion: 'two words' }, 'specVersion'],
  ])('cannot with %j', (change, field) => {
    expect(termsGaps({ ...whole, ...change }, TODAY)).toEqual([field]);
  });

  it('number their lots from one, whichever is taken away', () => {
    const three = withOneMore(withOneMore(withOneMore([])));
    expect(three).toEqual([{ lot: 1 }, { lot: 2 }, { lot: 3 }]);
    const sized = withLot(withLot(three, 0, 500), 2, 700);
    expect(withoutLot(sized, 1)).toEqual([
      { lot: 1, size: 500 },
      { lot: 2, size: 700 },
    ]);
    const ten = Array.from({ length: 10 }, (_, nth) => ({ lot: nth + 1 }));
    expect(withOneMore(ten)).toHaveLength(10);
  });

  it('take what is suggested, and the price when there is one', () => {
    const suggestion = {
      ...{ lots: [400, 400], valueUsd: { suggested: 1920.004 } },
      terms: { tolerancePercent: 3, earlyDays: 2 },
    };
    expect(suggestedTerms(suggestion, 2.4)).toEqual({
      lots: [
        { lot: 1, size: 400 },
        { lot: 2, size: 400 },
      ],
      ...{ valueUsd: 1920, unitPrice: 2.4, currency: 'USD', tolerancePercent: 3, earlyDays: 2 },
    });
  });
});
