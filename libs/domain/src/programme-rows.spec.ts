import { describe, expect, it } from '@jest/globals';
import { FIGURE_IDS, figureOf } from './programme-figures.js';
import { figureRows, isListed, type CountedRow } from './programme-rows.js';

const row = (key: string, numbers: CountedRow['numbers'], by = ''): CountedRow => ({ by, key, numbers });

describe('the rows of a figure', () => {
  it('come in the order of their keys, with shares, and with none where there is nothing to share', () => {
    const rows = figureRows('service-levels', [
      row('reviewer', { done: 0, inTime: 0, open: 1, overdue: 0, ageP50: 3, ageP80: 3 }),
      row('supplier', { done: 3, inTime: 2, open: 0, overdue: 0, ageP50: null, ageP80: null }),
    ]);
    expect(rows.map(({ key, count, values }) => [key, count, values.inTimeShare])).toEqual([
      ['supplier', 3, 66.7],
      ['reviewer', 0, null],
    ]);
  });

  it('come largest first where reasons are counted, each kind with its own shares', () => {
    const rows = figureRows('failure-reasons', [
      row('rejection:grade', { cases: 2 }),
      row('finding:HS-01', { cases: 1 }),
      row('finding:HS-03', { cases: 3 }),
    ]);
    expect(rows.map(({ key, values }) => [key, values.share, values.cumulative])).toEqual([
      ['finding:HS-03', 75, 75],
      ['rejection:grade', 100, 100],
      ['finding:HS-01', 25, 100],
    ]);
  });

  it('are of each group for itself, and a map has all provinces in every one', () => {
    const numbers = { applied: 1, underWay: 0, valid: 0 };
    const rows = figureRows('province-map', [row('KH-5', numbers, 'TRIMS'), row('KH-8', numbers, 'LEATHER')]);
    expect(rows).toHaveLength(50);
    expect(rows.filter(({ count }) => count > 0).map(({ by, key }) => [by, key])).toEqual([
      ['LEATHER', 'KH-8'],
      ['TRIMS', 'KH-5'],
    ]);
    expect(figureRows('province-map', [])).toHaveLength(25);
    expect(figureRows('funnel', [])).toEqual([]);
  });

  it('say that time was not recorded only where there was any', () => {
    const numbers = { qualified: 2, underWay: 0, p50: 0, p80: 0, days: 0, daysOfAll: 9 };
    const keys = (days: number) =>
      figureRows('time-to-qualification', [
        row('all', { ...numbers, days: 9 }),
        row('not-recorded', { ...numbers, days }),
      ]).map(({ key }) => key);
    expect(keys(0)).toEqual(['all']);
    expect(keys(2)).toEqual(['all', 'not-recorded']);
  });

  it('begin with how many things they are made of, and name each measure once', () => {
    for (const id of FIGURE_IDS) {
      const { measures } = figureOf(id);
      expect(measures[0]?.counts).toBe(true);
      expect(new Set(measures.map((measure) => measure.id)).size).toBe(measures.length);
    }
    expect(isListed('funnel', 'entered')).toBe(true);
    expect(isListed('funnel', 'passedShare')).toBe(false);
    expect(isListed('funnel', 'nothing')).toBe(false);
  });
});
