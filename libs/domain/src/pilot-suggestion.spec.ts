import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pilotSuggestion } from './pilot-suggestion.js';

describe('the suggested size of a pilot order', () => {
  it('is 5 to 10 % of the monthly volume, in three lots', () => {
    expect(pilotSuggestion({ monthlyVolume: 20_000, unitPriceUsd: 2, freeCapacity: 50_000 })).toEqual({
      units: { from: 1000, to: 2000, suggested: 1500 },
      valueUsd: { from: 2000, to: 4000, suggested: 3000 },
      lots: [500, 500, 500],
      terms: { tolerancePercent: 3, earlyDays: 2 },
      reasons: ['by-monthly-volume', 'two-lots-at-least'],
    });
  });

  it('is held to 500 and 10,000 USD where the price is known', () => {
    const cheap = pilotSuggestion({ monthlyVolume: 1000, unitPriceUsd: 0.5, freeCapacity: 1e6 });
    expect(cheap.units).toEqual({ from: 1000, to: 1000, suggested: 1000 });
    expect(cheap.reasons).toContain('raised-to-least-value');
    const dear = pilotSuggestion({ monthlyVolume: 100_000, unitPriceUsd: 4, freeCapacity: 1e6 });
    expect(dear.units).toEqual({ from: 2500, to: 2500, suggested: 2500 });
    expect(dear.reasons).toContain('lowered-to-greatest-value');
    expect(pilotSuggestion({ unitPriceUsd: 5, freeCapacity: 1e6 })).toMatchObject({
      units: { from: 100, to: 2000 },
      reasons: ['by-value', 'two-lots-at-least'],
    });
  });

  it('is never above 30 % of the free capacity, and says when only the whole capacity is known', () => {
    const limited = pilotSuggestion({ monthlyVolume: 20_000, freeCapacity: 4000 });
    expect(limited.units).toMatchObject({ from: 1000, to: 1200 });
    expect(limited.reasons).toContain('limited-by-free-capacity');
    const whole = pilotSuggestion({ monthlyVolume: 20_000, monthlyCapacity: 4000 });
    expect(whole).toMatchObject({ units: { to: 1200 } });
    expect(whole.reasons).toContain('free-capacity-not-declared');
    expect(pilotSuggestion({ monthlyVolume: 20_000, freeCapacity: 3000 })).toMatchObject({
      lots: [],
      reasons: ['by-monthly-volume', 'limited-by-free-capacity', 'minimum-over-capacity'],
    });
  });

  it('is at least what the supplier makes, and two lots where three would be too small', () => {
    const raised = pilotSuggestion({ monthlyVolume: 2000, minimumOrder: 150, freeCapacity: 10_000 });
    expect(raised).toMatchObject({ units: { from: 150, to: 200, suggested: 175 }, lots: [88, 87] });
    expect(raised.reasons).toContain('raised-to-minimum-order');
    expect(pilotSuggestion({ monthlyVolume: 40, freeCapacity: 100 })).toMatchObject({
      lots: [3],
      reasons: ['by-monthly-volume', 'one-lot-proves-little'],
    });
  });

  it('is none where the least order of the supplier costs more than a pilot order may', () => {
    expect(pilotSuggestion({ unitPriceUsd: 2, minimumOrder: 6000, freeCapacity: 1e6 })).toMatchObject({
      lots: [],
      reasons: ['by-value', 'raised-to-minimum-order', 'minimum-over-greatest-value'],
    });
  });

  it('asks for a price or a volume', () => {
    expect(pilotSuggestion({ freeCapacity: 100 })).toMatchObject({
      lots: [],
      reasons: ['price-or-volume-missing'],
    });
  });

  it('holds its own limits whatever it is asked', () => {
    const amount = fc.option(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { nil: undefined });
    const needs = fc.record({
      ...{ monthlyVolume: amount, unitPriceUsd: amount, freeCapacity: amount, minimumOrder: amount },
    });
    fc.assert(
      fc.property(needs, (asked) => {
        const { units, lots } = pilotSuggestion(asked);
        if (!units) return expect(lots).toEqual([]);
        expect(units.from <= units.suggested && units.suggested <= units.to).toBe(true);
        expect(lots.reduce((sum, size) => sum + size, 0)).toBe(units.suggested);
        if (asked.freeCapacity !== undefined) expect(units.to).toBeLessThanOrEqual(asked.freeCapacity * 0.3);
      }),
    );
  });
});
