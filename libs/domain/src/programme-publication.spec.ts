import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FIGURES, figureOf } from './programme-figures.js';
import { publicFigures, PUBLIC_SUMS, type ProgrammeCells } from './programme-publication.js';
import { FUNNEL_STAGES } from './programme-record.js';
import { reckoned } from './reckoning.fixture.js';
import { hideSmall, SMALLEST_GROUP } from './small-cells.js';

/** One firm of an invented programme. */
interface Firm {
  readonly reached: number;
  readonly outcome: string;
  readonly province: string;
  readonly womenOwned: string;
  readonly micro: string;
  readonly grade: string;
}

/** What PostgreSQL would count of these firms. */
function cellsOf(firms: readonly Firm[]): ProgrammeCells {
  const cells: Record<string, number> = {};
  const add = (cell: string): void => void (cells[cell] = (cells[cell] ?? 0) + 1);
  for (const { reached, outcome, province, womenOwned, micro, grade } of firms) {
    for (const stage of FUNNEL_STAGES.slice(0, reached)) add(`entered:${stage}`);
    add(`${outcome}:${FUNNEL_STAGES[reached - 1]}`);
    const outside = String(!['KH-8', 'KH-12'].includes(province));
    add(`applied:${province}`);
    for (const of of reached === FUNNEL_STAGES.length ? ['applied', 'qualified'] : ['applied']) {
      add(`${of}:women-owned:${womenOwned}`);
      add(`${of}:micro:${micro}`);
      add(`${of}:outside-capital:${outside}`);
    }
    if (reached < FUNNEL_STAGES.length || outcome !== 'open') continue;
    add(`valid:${province}`);
    add(`grade:${grade}`);
  }
  return cells;
}

const ANSWER = fc.constantFrom('true', 'false', 'false', 'unknown');
const firm = fc.record({
  reached: fc.constantFrom(1, 2, 2, 3, 4, 5, 5, 5),
  outcome: fc.constantFrom('open', 'open', 'withdrawn', 'rejected', 'lapsed'),
  province: fc.constantFrom('KH-12', 'KH-12', 'KH-8', 'KH-5', 'KH-17', 'KH-24'),
  womenOwned: ANSWER,
  micro: ANSWER,
  grade: fc.constantFrom('A', 'B', 'B', 'C'),
});
const numbersTold = (cells: ProgrammeCells) =>
  publicFigures(cells).flatMap(({ figure, rows }) =>
    rows.flatMap(({ key, values }) =>
      figureOf(figure)
        .measures.filter(({ counts, id }) => counts === true && values[id] !== undefined)
        .map(({ id }) => ({ at: `${figure}/${key}/${id}`, n: values[id] ?? null })),
    ),
  );

describe('the figures that everybody may read', () => {
  it('tell no group of one to four, and none can be reckoned from what they tell', () => {
    fc.assert(
      fc.property(fc.array(firm, { maxLength: 150, size: 'max' }), (firms) => {
        const cells = cellsOf(firms);
        expect(numbersTold(cells).filter(({ n }) => n !== null && n > 0 && n < SMALLEST_GROUP)).toEqual([]);
        const all = Object.fromEntries(
          PUBLIC_SUMS.flatMap(({ total, parts }) => [total, ...parts]).map((c) => [c, cells[c] ?? 0]),
        );
        const valid = Object.entries(cells).reduce(
          (sum, [c, n]) => sum + (c.startsWith('grade:') ? n : 0),
          0,
        );
        expect(reckoned(hideSmall({ ...all, valid }, PUBLIC_SUMS), PUBLIC_SUMS)).toEqual([]);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it('add up: what is reckoned with is what is told', () => {
    fc.assert(
      fc.property(fc.array(firm, { maxLength: 60 }), (firms) => {
        const cells = cellsOf(firms);
        for (const { total, parts } of PUBLIC_SUMS) {
          const sum = parts.reduce((n, part) => n + (cells[part] ?? 0), 0);
          const valid = firms.filter(({ reached, outcome }) => reached === 5 && outcome === 'open').length;
          expect({ total, sum }).toEqual({ total, sum: total === 'valid' ? valid : (cells[total] ?? 0) });
        }
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  it('are those of the programme as a whole', () => {
    const many = (n: number, one: Partial<Firm>): Firm[] =>
      Array.from({ length: n }, () => ({
        ...{
          reached: 5,
          outcome: 'open',
          province: 'KH-12',
          womenOwned: 'false',
          micro: 'false',
          grade: 'B',
        },
        ...one,
      }));
    const firms = [
      ...many(20, { womenOwned: 'true' }),
      ...many(10, { province: 'KH-5', grade: 'A' }),
      ...many(8, { reached: 2, outcome: 'rejected', province: 'KH-8' }),
      ...many(6, { reached: 2, province: 'KH-5' }),
    ];
    const figures = publicFigures({
      ...cellsOf(firms),
      ...{ 'finding:HS-03': 12, 'finding:SL-05': 4, 'time:p50': 70, 'time:p80': 95 },
    });
    const rowsOf = (figure: string) => figures.find((one) => one.figure === figure)?.rows ?? [];
    expect(rowsOf('funnel')[1]).toEqual({
      key: 'assessment',
      values: {
        ...{
          entered: 44,
          passed: 30,
          passedShare: 68.2,
          stillIn: 6,
          withdrawn: 0,
          rejected: 8,
          lapsed: 0,
          revoked: 0,
        },
      },
    });
    expect(rowsOf('time-to-qualification')).toEqual([
      { key: 'all', values: { qualified: 30, p50: 70, p80: 95 } },
    ]);
    expect(rowsOf('failure-reasons')).toEqual([{ key: 'finding:HS-03', values: { cases: 12 } }]);
    expect(rowsOf('qualified-base')[0]).toEqual({ key: 'A', values: { valid: 10, share: 33.3 } });
    expect(rowsOf('province-map').find(({ key }) => key === 'KH-5')).toEqual({
      key: 'KH-5',
      values: { applied: 16, valid: 10 },
    });
    expect(rowsOf('inclusion')[1]).toEqual({
      key: 'outside-capital',
      values: {
        applied: 16,
        appliedOf: 44,
        qualified: 10,
        qualifiedOf: 30,
        appliedShare: 36.4,
        qualifiedShare: 33.3,
      },
    });
    expect(figures.every(({ figure }) => figure in FIGURES)).toBe(true);
  });

  it('hide how long it took where hardly anybody has come through', () => {
    const cells = { 'entered:application': 9, 'entered:qualified': 3, 'time:p50': 70, 'time:p80': 95 };
    const time = publicFigures(cells).find(({ figure }) => figure === 'time-to-qualification');
    expect(time?.rows).toEqual([{ key: 'all', values: { qualified: null, p50: null, p80: null } }]);
  });
});
