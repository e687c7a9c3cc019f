import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reckoned } from './reckoning.fixture.js';
import { hideSmall, SMALLEST_GROUP, type Sum } from './small-cells.js';

type Cells = Record<string, number>;
const SPLIT: readonly Sum[] = [{ total: 't', parts: ['a', 'b', 'c', 'd'] }];
const TREE: readonly Sum[] = [
  { total: 't', parts: ['a', 'b', 'u'] },
  { total: 'u', parts: ['c', 'd'] },
];
const OF_LEAVES: Readonly<Record<string, (leaves: readonly number[]) => Cells>> = {
  split: ([a = 0, b = 0, c = 0, d = 0]) => ({ a, b, c, d, t: a + b + c + d }),
  tree: ([a = 0, b = 0, c = 0, d = 0]) => ({ a, b, c, d, u: c + d, t: a + b + c + d }),
};
const SUMS: Readonly<Record<string, readonly Sum[]>> = { split: SPLIT, tree: TREE };

/** What is told of a table, as its readers see it. */
const told = (cells: Cells, sums: readonly Sum[]): string => {
  const hidden = hideSmall(cells, sums);
  return JSON.stringify(Object.entries(cells).map(([name, n]) => [name, hidden.has(name) ? null : n]));
};

/** All tables with leaves of up to so many. */
function* tables(of: string, most: number): Generator<Cells> {
  const make = OF_LEAVES[of]!;
  const range = Array.from({ length: most + 1 }, (_, n) => n);
  for (const a of range)
    for (const b of range) for (const c of range) for (const d of range) yield make([a, b, c, d]);
}

describe('small groups', () => {
  it('are hidden, with the next other that keeps them from being reckoned', () => {
    expect([...hideSmall({ t: 30, a: 20, b: 7, c: 3, d: 0 }, SPLIT)].sort()).toEqual(['a', 'c']);
    expect([...hideSmall({ t: 30, a: 20, b: 10, c: 0, d: 0 }, SPLIT)]).toEqual([]);
    expect([...hideSmall({ t: 27, a: 20, b: 3, c: 4, d: 0 }, SPLIT)].sort()).toEqual(['b', 'c']);
  });

  it('are not told together either: two and one are still three', () => {
    expect([...hideSmall({ t: 23, a: 20, b: 2, c: 1, d: 0 }, SPLIT)].sort()).toEqual(['a', 'b', 'c']);
  });

  it('hide a whole that is small, with all that makes it up', () => {
    expect([...hideSmall({ t: 4, a: 3, b: 1, c: 0, d: 0 }, SPLIT)].sort()).toEqual([
      ...['a', 'b', 'c', 'd', 't'],
    ]);
  });

  it('are hidden in sums that stand on each other, leaves first', () => {
    expect([...hideSmall({ t: 40, a: 8, b: 9, u: 23, c: 20, d: 3 }, TREE)].sort()).toEqual(['c', 'd']);
    expect([...hideSmall({ t: 40, a: 3, b: 0, u: 37, c: 20, d: 17 }, TREE)].sort()).toEqual([
      ...['a', 'c', 'd', 'u'],
    ]);
  });

  it.each(['split', 'tree'])(
    'are never the only ones that fit what is told of a %s, whoever knows the rule',
    (of) => {
      const sums = SUMS[of] ?? [];
      const seen = new Map<string, { cells: Cells; values: Map<string, Set<number>> }>();
      // No leaf is larger than the whole: of these totals all tables are there.
      for (const cells of tables(of, 12)) {
        if ((cells['t'] ?? 0) > 12) continue;
        const key = told(cells, sums);
        const one = seen.get(key) ?? { cells, values: new Map<string, Set<number>>() };
        seen.set(key, one);
        for (const name of hideSmall(cells, sums)) {
          const values = one.values.get(name) ?? new Set();
          one.values.set(name, values.add(cells[name] ?? 0));
        }
      }
      const given = [...seen.values()].flatMap(({ cells, values }) =>
        [...values].filter(([, possible]) => possible.size < 2).map(([name]) => ({ name, cells })),
      );
      expect(given.slice(0, 3)).toEqual([]);
      expect(seen.size).toBeGreaterThan(100);
    },
  );

  it('cannot be reckoned from any number of sums on top of each other', () => {
    // A chain as the funnel is one: what goes on to the next stage, and what becomes of the rest.
    const chain = (left: readonly (readonly number[])[]): { cells: Cells; sums: Sum[] } => {
      const cells: Cells = {};
      const sums: Sum[] = [];
      for (let stage = left.length - 1; stage >= 0; stage--) {
        const parts = (left[stage] ?? []).map((n, i) => ((cells[`${stage}.${i}`] = n), `${stage}.${i}`));
        const all = stage + 1 < left.length ? [...parts, `e${stage + 1}`] : parts;
        cells[`e${stage}`] = all.reduce((sum, name) => sum + (cells[name] ?? 0), 0);
        sums.push({ total: `e${stage}`, parts: all });
      }
      return { cells, sums };
    };
    const counts = fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.nat(200)), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 5 }), (left) => {
        const { cells, sums } = chain(left);
        const hidden = hideSmall(cells, sums);
        for (const [name, n] of Object.entries(cells))
          if (n > 0 && n < SMALLEST_GROUP && !hidden.has(name)) throw new Error(`${name} is told`);
        expect(reckoned(hidden, sums)).toEqual([]);
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});
