import type { FigureDefinitionView, FigureView } from '#client';
import { FIGURES, FIGURE_IDS, PROVINCES, type FigureId } from '#domain';
import { describe, expect, it } from '@jest/globals';
import type { Names } from './names.js';
import { groupsOf, isEmpty, partsOf, SHAPES, type FigureRow } from './shapes.js';
import { PLACES_OF_TILES } from './tile-places.js';

const names = {
  row: (_keys: string, key: string) => key,
  measure: (id: string) => id,
  kind: (key: string) => `kind of ${key}`,
  amount: (unit: string, value: number) => `${value} ${unit}`,
} as unknown as Names;
const telling = {
  names,
  text: (id: string, values: Readonly<Record<string, string | number>>) =>
    `${id} ${Object.values(values).join(' ')}`,
};
const definitionOf = (figure: FigureId): FigureDefinitionView => ({
  ...{ figure, title: '', definition: '', keys: FIGURES[figure].keys, sources: [], estimate: false },
  measures: FIGURES[figure].measures.map(({ id, unit }) => ({ id, unit, listed: true })),
  ...{ dimensions: [], public: false },
});
const row = (key: string, values: FigureRow['values'], group: string | null = null): FigureRow => ({
  ...{ key, group, count: 0, values },
});
const draw = (figure: Exclude<FigureId, 'province-map'>, ...rows: readonly FigureRow[]) =>
  SHAPES[figure](rows, definitionOf(figure), telling);

describe('a figure is drawn', () => {
  it('as bars as long as the largest number, with a number and words beside each', () => {
    const [chart] = draw(
      'funnel',
      row('application', { entered: 8, passed: 2, passedShare: 25 }),
      row('qualified', { entered: 2, passed: null, passedShare: null }),
    );
    expect(chart).toMatchObject({ most: 8, bars: [{ value: 8, amount: '8 cases' }, { value: 2 }] });
    expect(chart?.bars.map(({ text }) => text?.split(' ')[0])).toEqual(['funnel', 'funnel-none']);
  });

  it('on a scale of a hundred where bars are shares', () => {
    const [chart] = draw('service-levels', row('auditor', { done: 4, inTime: 3, inTimeShare: 75 }));
    expect(chart).toMatchObject({ most: 100, bars: [{ value: 75, amount: '3 tasks', measure: 'inTime' }] });
  });

  it('with the most frequent reasons of each kind, all to one scale', () => {
    const findings = Array.from({ length: 12 }, (_, n) => row(`finding:HS-${n}`, { cases: 20 - n }));
    const charts = draw('failure-reasons', ...findings, row('decline:price', { cases: 1 }));
    expect(charts.map(({ most, bars }) => [most, bars.length])).toEqual([
      [20, 10],
      [20, 1],
    ]);
  });

  it('with half of the cases as a mark in the bar of eight in ten', () => {
    const [chart] = draw('time-to-qualification', row('office', { p50: 3, p80: 9, qualified: 2 }));
    expect(chart?.bars).toMatchObject([{ value: 9, mark: 3 }]);
    expect(chart?.bars[0]).not.toHaveProperty('amount');
  });

  it.each(FIGURE_IDS.filter((id) => id !== 'province-map'))('also when %s has no number at all', (figure) => {
    const nothing = Object.fromEntries(FIGURES[figure].measures.map(({ id }) => [id, null]));
    for (const { most, bars } of draw(figure, row('all', nothing))) {
      expect(most).toBeGreaterThan(0);
      expect(bars.every(({ value }) => value === 0)).toBe(true);
    }
    expect(isEmpty([row('all', nothing)])).toBe(true);
  });
});

it('days are parts of the days of all sides together, and sides without any are no part', () => {
  const days = { all: 10, supplier: 6, office: 0, buyer: 6 };
  const parts = partsOf(Object.entries(days).map(([key, n]) => row(key, { days: n })));
  expect(parts).toEqual([
    { key: 'supplier', share: 0.5 },
    { key: 'buyer', share: 0.5 },
  ]);
});

it('groups keep their order and their rows', () => {
  const rows = [row('a', {}, 'x'), row('b', {}, 'x'), row('a', {}, 'y')];
  expect(groupsOf({ rows } as FigureView).map(([group, of]) => [group, of.length])).toEqual([
    ['x', 2],
    ['y', 1],
  ]);
});

it('each province has a tile of its own', () => {
  expect(Object.keys(PLACES_OF_TILES).sort()).toEqual(PROVINCES.map(({ iso }) => iso).sort());
  expect(new Set(Object.values(PLACES_OF_TILES).map(String)).size).toBe(PROVINCES.length);
});
