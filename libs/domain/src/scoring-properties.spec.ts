import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applicableItems, isGrave, type AnswerValue } from './checklist.js';
import { CHECKLIST_ITEMS, CHECKLIST_SECTIONS, SCORING_RULES } from './reference/checklist-seed.js';
import { score } from './scoring.js';
import type { ScoreOptions } from './scoring-items.js';

const items = applicableItems(CHECKLIST_ITEMS, { category: 'TRIMS', profile: 'full', endMarkets: ['US'] });
const ids = items.map((i) => i.id);
/** Answers from worst to best, as the rules allow them for this item. */
const ladder = (at: number): readonly AnswerValue[] =>
  isGrave(items[at]!)
    ? ['nonconform', 'not-verified', 'conform']
    : ['nonconform', 'not-verified', 'partial', 'conform'];

const place = fc.nat(items.length - 1);
const change = place.chain((at) =>
  fc.tuple(fc.constant(at), fc.constantFrom<AnswerValue>('not-applicable', ...ladder(at))),
);
const mildChange = change.filter(([at]) => !isGrave(items[at]!));
/** From nearly perfect to hopeless, so that every grade is met. */
const anyAnswers = fc
  .oneof(
    fc.array(change, { maxLength: 4 }),
    fc.array(mildChange, { maxLength: 10 }),
    fc.array(mildChange, { minLength: 6, maxLength: 40 }),
    fc.array(change, { maxLength: 200 }),
  )
  .map((changes) => {
    const values = items.map((): AnswerValue => 'conform');
    for (const [at, value] of changes) values[at] = value;
    return values;
  });
const anyOptions: fc.Arbitrary<ScoreOptions> = fc.record({
  extraCriticals: fc.constantFrom(0, 0, 0, 1, 4),
  zeroTolerance: fc.dictionary(
    fc.constantFrom(...ids),
    fc.constantFrom('provisional', 'confirmed', 'dismissed'),
  ),
  verifiedClosures: fc.array(fc.constantFrom(...ids), { maxLength: 10 }).map((closed) => new Set(closed)),
});

const graded = (values: readonly AnswerValue[], options: ScoreOptions) => {
  const answers = Object.fromEntries(
    values.map((value, n) => [ids[n], { value, reasonGiven: true, evidenceCount: 1, noteLength: 0 }]),
  );
  return score(items, answers, CHECKLIST_SECTIONS, SCORING_RULES, options);
};

describe('any audit', () => {
  it('scores 0 to 100, the same each time, and total and lost points make 100', () => {
    fc.assert(
      fc.property(anyAnswers, anyOptions, (values, options) => {
        const result = graded(values, options);
        expect(result.total >= 0 && result.total <= 100).toBe(true);
        const lost = result.lost.reduce((sum, l) => sum + l.lost, 0);
        expect(Math.abs(100 - lost - result.total)).toBeLessThan(0.05 + 0.005 * items.length);
        expect(graded(values, options)).toEqual(result);
      }),
    );
  });

  it('never gets a lower grade for a better answer', () => {
    fc.assert(
      fc.property(anyAnswers, anyOptions, place, fc.nat(3), (values, options, at, step) => {
        const steps = ladder(at);
        const now = steps.indexOf(values[at]!);
        fc.pre(now >= 0 && step < now);
        const worse = values.with(at, steps[step]!);
        expect(graded(values, options).grade <= graded(worse, options).grade).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never gets a lower grade for a verified corrective action', () => {
    fc.assert(
      fc.property(anyAnswers, anyOptions, place, (values, options, at) => {
        const closed = new Set([...(options.verifiedClosures ?? []), ids[at]!]);
        const after = graded(values, { ...options, verifiedClosures: closed });
        expect(after.grade <= graded(values, options).grade).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('passes only without open criticals, confirmed zero-tolerance findings, low sections and visits to make', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyAnswers, anyOptions, (values, options) => {
        const result = graded(values, options);
        seen.add(result.grade);
        const clean =
          result.openCriticals === 0 &&
          result.confirmedZeroTolerance.length === 0 &&
          result.followUp.length === 0 &&
          result.sections.every((s) => !s.belowFloor);
        expect(result.outcome !== 'pass' || clean).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
  });
});
