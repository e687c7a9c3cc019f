import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applicableItems, isGrave, type AnswerValue } from './checklist.js';
import { deltaItems, RECHECKED_SHARE, drawNumberOf, type LastAudit } from './delta-audit.js';
import { DEFAULT_SCHEME_CONTENT } from './reference/default-scheme.js';

const SCOPE = { category: 'TRIMS', profile: 'full', endMarkets: ['EU'] } as const;
const ITEMS = applicableItems(DEFAULT_SCHEME_CONTENT.checklist.items, SCOPE);
const LIGHT = ITEMS.filter((item) => !isGrave(item)).map(({ id }) => id);
const conform: Readonly<Record<string, AnswerValue>> = Object.fromEntries(
  ITEMS.map(({ id }) => [id, 'conform' as const]),
);
const last = (overrides: Partial<LastAudit> = {}): LastAudit => ({
  findings: [],
  answers: conform,
  carried: [],
  items: ITEMS,
  ...overrides,
});
const [first = '', second = ''] = LIGHT;

describe('the items of a delta audit', () => {
  it('are all zero-tolerance and critical ones and a fifth of the rest, when nothing has changed', () => {
    const { asked, carried } = deltaItems(ITEMS, last(), 7);
    const grave = ITEMS.filter(isGrave).map(({ id }) => id);
    expect(asked).toEqual(expect.arrayContaining(grave));
    expect(asked).toHaveLength(grave.length + Math.ceil(LIGHT.length * RECHECKED_SHARE));
    expect(new Set(Object.values(carried))).toEqual(new Set(['conform']));
    expect([...asked, ...Object.keys(carried)].sort()).toEqual(ITEMS.map(({ id }) => id).sort());
  });

  it('are asked in the order of the checklist', () => {
    const { asked } = deltaItems(ITEMS, last(), 7);
    expect(asked).toEqual(ITEMS.map(({ id }) => id).filter((id) => asked.includes(id)));
  });

  it.each([
    ['was not conform', last({ findings: [first] })],
    ['was not verified by an answer', last({ answers: { ...conform, [first]: 'not-verified' } })],
    ['was never answered', last({ answers: { ...conform, [first]: undefined as never } })],
    ['was carried over last time already', last({ carried: [first] })],
    ['is new in the scheme', last({ items: ITEMS.filter(({ id }) => id !== first) })],
    [
      'reads otherwise in the scheme of today',
      last({ items: ITEMS.map((item) => (item.id === first ? { ...item, question: 'Another?' } : item)) }),
    ],
    [
      'weighs otherwise in the scheme of today',
      last({ items: ITEMS.map((item) => (item.id === first ? { ...item, weight: item.weight + 1 } : item)) }),
    ],
  ])('always hold an item that %s', (_why, audit) => {
    for (const seed of [0, 1, 2, 3, 4, 5, 6, 7])
      expect(deltaItems(ITEMS, audit, seed).asked).toContain(first);
  });

  it('carry over that an item did not apply', () => {
    const audit = last({ answers: { ...conform, [first]: 'not-applicable', [second]: 'not-applicable' } });
    const values = [0, 1, 2, 3].map((seed) => deltaItems(ITEMS, audit, seed).carried[first]);
    expect(new Set(values.filter(Boolean))).toEqual(new Set(['not-applicable']));
  });

  it('are the same for the same seed, and any item may be drawn', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(deltaItems(ITEMS, last(), seed)).toEqual(deltaItems(ITEMS, last(), seed));
      }),
      { numRuns: 20, seed: 20261102 },
    );
    const seeds = Array.from({ length: 200 }, (_, i) => drawNumberOf(`case ${i}`));
    const asked = new Set(seeds.flatMap((seed) => deltaItems(ITEMS, last(), seed).asked));
    expect(LIGHT.filter((id) => !asked.has(id))).toEqual([]);
  });

  it('draw about a fifth of each item over many cases', () => {
    const seeds = Array.from({ length: 1000 }, (_, i) => drawNumberOf(`case ${i}`));
    const drawn = seeds.filter((seed) => deltaItems(ITEMS, last(), seed).asked.includes(first)).length;
    expect(drawn / seeds.length).toBeGreaterThan(0.15);
    expect(drawn / seeds.length).toBeLessThan(0.27);
  });
});
