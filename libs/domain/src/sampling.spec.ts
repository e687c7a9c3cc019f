import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AQLS, CODE_LETTERS, INSPECTION_LEVELS, type Inspection } from './reference/aql-tables.js';
import { PLAN_VECTORS } from './reference/aql-vectors.fixture.js';
import {
  codeLetter,
  judgeLot,
  lotPlan,
  samplingPlan,
  type InspectionResult,
  type SamplingTerms,
} from './sampling.js';

const terms: SamplingTerms = { lotSize: 1200, level: 'II', inspection: 'normal', aql: '2.5' };
const INSPECTIONS: readonly Inspection[] = ['normal', 'tightened', 'reduced'];

describe('a single sampling plan', () => {
  it.each(PLAN_VECTORS)(
    'of %p units, level %s, %s, AQL %s has the printed plan: letters %s %s, n %p',
    (...v) => {
      const [lotSize, level, inspection, aql, letter, planLetter, n, ac, re, inspect] = v;
      const plan = { letter, planLetter, n, ac, re, inspect };
      expect(samplingPlan({ lotSize, level, inspection, aql })).toEqual(plan);
    },
  );

  it('follows the arrow down in the gap of the tightened table: letter H at 0.65 takes 125 and accepts one', () => {
    const plan = samplingPlan({ lotSize: 500, level: 'II', inspection: 'tightened', aql: '0.65' });
    expect(plan).toMatchObject({ letter: 'H', planLetter: 'K', n: 125, ac: 1, re: 2 });
  });

  it('takes n as well as Ac and Re from the row an arrow points to', () => {
    expect(samplingPlan({ ...terms, lotSize: 90 })).toMatchObject({ letter: 'E', planLetter: 'F', n: 20 });
    expect(samplingPlan({ ...terms, lotSize: 40 })).toMatchObject({ letter: 'D', planLetter: 'C', n: 5 });
  });

  it('inspects every unit of a lot that is not larger than the sample, down to a single unit', () => {
    expect(samplingPlan({ ...terms, lotSize: 6, aql: '0.10' })).toMatchObject({ n: 125, inspect: 6 });
    expect(samplingPlan({ ...terms, lotSize: 1 })).toMatchObject({ letter: 'A', inspect: 1 });
  });

  it('changes the code letter exactly at the edges of the lot ranges', () => {
    const at = (lot: number) => codeLetter(lot, 'II');
    expect([2, 8, 9, 15, 16, 280, 281, 500, 501, 500_000, 500_001].map(at).join('')).toBe('AABBCGHHJPQ');
  });

  it.each([0, -5, 1.5, NaN, Infinity])('refuses a lot of %p units', (lotSize) => {
    expect(() => samplingPlan({ ...terms, lotSize })).toThrow(RangeError);
  });

  it.each([
    [{ ...terms, level: 'IV' }, 'unknown inspection level: IV'],
    [{ ...terms, aql: '3.0' }, 'unknown AQL: 3.0'],
    [{ ...terms, inspection: 'skip' }, 'unknown inspection: skip'],
  ])('refuses terms that the tables do not hold', (wrong, message) => {
    expect(() => samplingPlan(wrong as unknown as SamplingTerms)).toThrow(message);
  });

  it('exists for every lot size, level, inspection and AQL, with Ac below Re and no sample above the lot', () => {
    const any = fc.record({
      lotSize: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 10_000_000 })),
      level: fc.constantFrom(...INSPECTION_LEVELS),
      inspection: fc.constantFrom(...INSPECTIONS),
      aql: fc.constantFrom(...AQLS),
    });
    fc.assert(
      fc.property(any, (t) => {
        const plan = samplingPlan(t);
        expect(plan.ac).toBeLessThan(plan.re);
        expect(plan.n).toBeGreaterThan(0);
        expect(plan.inspect).toBe(Math.min(plan.n, t.lotSize));
        expect(t.inspection === 'reduced' || plan.re === plan.ac + 1).toBe(true);
      }),
    );
    expect(CODE_LETTERS).toHaveLength(16);
  });
});

describe('the default terms of a pilot lot', () => {
  it('are level II, major 2.5 and minor 4.0', () => {
    const plan = lotPlan('PACKAGING', 500, 'normal');
    expect(plan.major).toMatchObject({ aql: '2.5', n: 50, ac: 3, re: 4 });
    expect(plan.minor).toMatchObject({ aql: '4.0', n: 50, ac: 5, re: 6 });
    expect(plan).toMatchObject({ lotSize: 500, level: 'II', inspection: 'normal', inspect: 50 });
  });

  it('are stricter for majors of trims', () => {
    expect(lotPlan('TRIMS', 500, 'normal').major).toMatchObject({ aql: '1.5', n: 50, ac: 2 });
  });

  it('take small samples of chemicals, whose tests destroy the goods', () => {
    expect(lotPlan('CHEMICALS', 2000, 'normal')).toMatchObject({ level: 'S-2', major: { aql: '1.0' } });
  });

  it('draw the larger sample where the classes differ', () => {
    const plan = lotPlan('PACKAGING', 90, 'normal');
    expect([plan.major.n, plan.minor.n, plan.inspect]).toEqual([20, 13, 20]);
  });

  it('accept fewer defects under tightened inspection', () => {
    expect(lotPlan('PACKAGING', 1200, 'tightened').major).toMatchObject({ n: 80, ac: 3, re: 4 });
  });
});

describe('the judgement of a lot', () => {
  const plan = lotPlan('PACKAGING', 500, 'normal');
  const good: InspectionResult = {
    inspected: 50,
    found: { critical: 0, major: 3, minor: 5 },
    otherChecks: { measurements: true, labelling: true, packing: true },
  };
  const judge = (change: Partial<InspectionResult>, lotSize = 500) =>
    judgeLot({ ...good, ...change, plan, lotSize });

  it('accepts when each class is within its Ac and every other check passed', () => {
    expect(judge({})).toEqual({ verdict: 'accepted', backToNormal: false });
  });

  it.each([
    ['critical', { critical: 1, major: 0, minor: 0 }, 1, 0],
    ['major', { critical: 0, major: 4, minor: 0 }, 4, 3],
    ['minor', { critical: 0, major: 0, minor: 6 }, 6, 5],
  ])('rejects for %s defects beyond Ac alone', (name, found, count, ac) => {
    const reasons = [{ code: 'defects', class: name, found: count, ac }];
    expect(judge({ found })).toEqual({ verdict: 'rejected', reasons });
  });

  it.each(['measurements', 'labelling', 'packing'] as const)(
    'rejects when %s failed, whatever was counted',
    (check) => {
      const otherChecks = { ...good.otherChecks, [check]: false };
      const result = judge({ otherChecks, found: { critical: 0, major: 0, minor: 0 } });
      expect(result).toEqual({ verdict: 'rejected', reasons: [{ code: 'check-failed', check }] });
    },
  );

  it('names every reason at once', () => {
    const result = judge({
      found: { critical: 2, major: 9, minor: 9 },
      otherChecks: { measurements: false, labelling: true, packing: false },
    });
    expect(result).toMatchObject({ verdict: 'rejected', reasons: { length: 5 } });
  });

  it('gives no verdict on fewer units than the plan asks for', () => {
    const found = { critical: 0, major: 0, minor: 0 };
    expect(judge({ inspected: 49, found })).toEqual({
      verdict: 'insufficient-sample',
      required: 50,
      inspected: 49,
    });
  });

  it('asks for all of a delivery that is smaller than the sample', () => {
    expect(judge({ inspected: 40 }, 40)).toMatchObject({ verdict: 'accepted' });
    expect(judge({ inspected: 39 }, 40)).toMatchObject({ verdict: 'insufficient-sample', required: 40 });
  });

  it('accepts between Ac and Re under reduced inspection and sends the next lot back to normal', () => {
    const reduced = lotPlan('PACKAGING', 1200, 'reduced');
    const judged = (major: number) =>
      judgeLot({ ...good, found: { critical: 0, major, minor: 0 }, plan: reduced, lotSize: 1200 });
    expect(judged(2)).toEqual({ verdict: 'accepted', backToNormal: false });
    expect(judged(4)).toEqual({ verdict: 'accepted', backToNormal: true });
    expect(judged(5)).toMatchObject({ verdict: 'rejected' });
  });

  it('refuses counts that cannot be', () => {
    expect(() => judge({ inspected: -1 })).toThrow(RangeError);
    expect(() => judge({ found: { critical: 0, major: 0.5, minor: 0 } })).toThrow('major defects');
    expect(() => judge({ found: { critical: NaN, major: 0, minor: 0 } })).toThrow('critical defects');
  });
});
