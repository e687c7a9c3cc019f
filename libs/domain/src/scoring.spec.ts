import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Severity } from './case-state.js';
import {
  applicableItems,
  type Answer,
  type Answers,
  type AnswerValue,
  type ChecklistItem,
} from './checklist.js';
import { CHECKLIST_ITEMS, CHECKLIST_SECTIONS, SCORING_RULES } from './reference/checklist-seed.js';
import { score, type Score } from './scoring.js';
import type { ScoreOptions } from './scoring-items.js';

const as = (value: AnswerValue): Answer => ({ value, reasonGiven: true, evidenceCount: 1, noteLength: 0 });
const item = (id: string, section: string, weight: number, severity: Severity = 'minor'): ChecklistItem => ({
  id,
  section,
  severity,
  weight,
  coreProfile: true,
  categories: ['PACKAGING'],
  question: '',
  guidance: '',
  evidence: [],
  references: [],
});
/** Items of one section, given as `[weight, severity, value]`, numbered from 1. */
type Row = readonly [number, Severity, AnswerValue];
const ofSection = (section: string, rows: readonly Row[]) => ({
  items: rows.map(([weight, severity], i) => item(`${section}-${i + 1}`, section, weight, severity)),
  answers: Object.fromEntries(rows.map(([, , value], i) => [`${section}-${i + 1}`, as(value)])),
});
const scoreOf = (rows: readonly Row[], options?: ScoreOptions, section = 'CD'): Score => {
  const { items, answers } = ofSection(section, rows);
  return score(items, answers, CHECKLIST_SECTIONS, SCORING_RULES, options);
};
/** One section with so many points of `of`, lost on minor items. */
const points = (won: number, of = 100) =>
  scoreOf([
    [won, 'minor', 'conform'],
    [of - won, 'minor', 'nonconform'],
  ]);
const majors = (n: number, weight = 1): readonly Row[] =>
  Array.from({ length: n }, () => [weight, 'major', 'nonconform']);
const criticals = (n: number): readonly Row[] =>
  Array.from({ length: n }, () => [1, 'critical', 'nonconform']);
const SOLID: Row = [1000, 'minor', 'conform'];

describe('the total', () => {
  it('is the mean of the sections by section weight, each the mean of its items by item weight', () => {
    const a = ofSection('BL', [
      [5, 'minor', 'conform'],
      [3, 'minor', 'nonconform'],
    ]);
    const b = ofSection('CD', [
      [2, 'minor', 'partial'],
      [2, 'minor', 'conform'],
    ]);
    const answers = { ...a.answers, ...b.answers };
    const result = score([...a.items, ...b.items], answers, CHECKLIST_SECTIONS, SCORING_RULES);
    expect(result.sections.filter((s) => s.items > 0).map((s) => [s.section, s.score])).toEqual([
      ['BL', 62.5],
      ['CD', 75],
    ]);
    expect(result.total).toBe(68.8);
  });

  it('leaves sections without applicable items out', () => {
    const a = ofSection('BL', [[5, 'minor', 'conform']]);
    const b = ofSection('CD', [[5, 'minor', 'not-applicable']]);
    const answers = { ...a.answers, ...b.answers };
    const result = score([...a.items, ...b.items], answers, CHECKLIST_SECTIONS, SCORING_RULES);
    expect(result).toMatchObject({ total: 100, grade: 'A' });
    expect(result.sections.find((s) => s.section === 'CD')).not.toHaveProperty('score');
  });

  it('is 0 when nothing is applicable, and fails', () => {
    expect(scoreOf([[5, 'minor', 'not-applicable']])).toMatchObject({
      total: 0,
      grade: 'E',
      outcome: 'fail',
    });
  });

  it('counts an item without an answer as not verified', () => {
    const items = [item('CD-1', 'CD', 1), item('CD-2', 'CD', 1)];
    const result = score(items, { 'CD-1': as('conform') }, CHECKLIST_SECTIONS, SCORING_RULES);
    expect(result.total).toBe(50);
    expect(result.lost).toEqual([
      { itemId: 'CD-2', section: 'CD', weight: 1, value: 'not-verified', lost: 50 },
    ]);
  });
});

describe('the grade', () => {
  it.each([
    [90, 'A', 'pass'],
    [80, 'B', 'pass'],
    [70, 'C', 'pass'],
    [55, 'D', 'conditional'],
  ] as const)('of exactly %p is %s, and the next lower one just below', (min, grade, outcome) => {
    expect(points(min)).toMatchObject({ total: min, grade, outcome });
    const below = points(min * 1000 - 1, 100_000);
    expect(below.total).toBe(min);
    expect(below.grade).toBe(String.fromCharCode(grade.charCodeAt(0) + 1));
  });

  it('is computed on the exact total: seven sections at 90 % are an A', () => {
    const rows: readonly Row[] = [
      [0.9, 'minor', 'conform'],
      [0.1, 'minor', 'nonconform'],
    ];
    const parts = CHECKLIST_SECTIONS.map((s) => ofSection(s.code, rows));
    const answers: Answers = Object.assign({}, ...parts.map((p) => p.answers));
    const result = score(
      parts.flatMap((p) => p.items),
      answers,
      CHECKLIST_SECTIONS,
      SCORING_RULES,
    );
    expect(result).toMatchObject({ total: 90, grade: 'A' });
  });

  it('is not lifted by the rounding of the shown total', () => {
    expect(points(8996, 10_000)).toMatchObject({ total: 90, grade: 'B' });
    expect(points(8994, 10_000)).toMatchObject({ total: 89.9, grade: 'B' });
    expect(points(8995, 10_000).total).toBe(90);
  });

  it.each([
    [2, 'A'],
    [3, 'B'],
    [5, 'B'],
    [6, 'C'],
    [8, 'C'],
    [9, 'D'],
  ])('with %p open majors is at best %s', (n, grade) => {
    const result = scoreOf([SOLID, ...majors(n)]);
    expect(result).toMatchObject({ grade, openMajors: n });
    expect(result.limits).toEqual(grade === 'A' ? [] : ['too-many-open-majors']);
  });

  it('counts partial and unverified majors as open', () => {
    const rows: readonly Row[] = [SOLID, ...majors(1), [1, 'major', 'partial'], [1, 'major', 'not-verified']];
    expect(scoreOf(rows)).toMatchObject({ openMajors: 3, grade: 'B' });
  });
});

describe('open criticals', () => {
  it.each([1, 2, 3])('leave at most D and conditional when there are %p', (n) => {
    const result = scoreOf([SOLID, ...criticals(n)]);
    expect(result).toMatchObject({
      openCriticals: n,
      grade: 'D',
      outcome: 'conditional',
      limits: ['open-criticals'],
    });
  });

  it('fail the audit from the fourth on', () => {
    const result = scoreOf([SOLID, ...criticals(4)]);
    expect(result).toMatchObject({ grade: 'E', outcome: 'fail', limits: ['too-many-open-criticals'] });
  });

  it('include denied access to the site', () => {
    expect(scoreOf([SOLID], { extraCriticals: 1 })).toMatchObject({ openCriticals: 1, grade: 'D' });
    expect(scoreOf([SOLID, ...criticals(3)], { extraCriticals: 1 })).toMatchObject({ grade: 'E' });
    expect(scoreOf([SOLID], { extraCriticals: 0 })).toMatchObject({ grade: 'A' });
    expect(() => scoreOf([SOLID], { extraCriticals: -1 })).toThrow(RangeError);
  });

  it('include a half answer that the rules do not allow, without points', () => {
    const result = scoreOf([SOLID, [1000, 'critical', 'partial']]);
    expect(result).toMatchObject({ openCriticals: 1, total: 50 });
  });
});

describe('a zero-tolerance finding', () => {
  const rows: readonly Row[] = [SOLID, [1, 'zero-tolerance', 'nonconform']];

  it('is provisional and counts as an open critical until a second reviewer speaks', () => {
    const result = scoreOf(rows);
    expect(result).toMatchObject({ grade: 'D', outcome: 'conditional', openCriticals: 1 });
    expect(result.provisionalZeroTolerance).toEqual(['CD-2']);
  });

  it('fails the audit when it is confirmed, even alone', () => {
    const result = scoreOf(rows, { zeroTolerance: { 'CD-2': 'confirmed' } });
    expect(result).toMatchObject({ grade: 'E', outcome: 'fail', limits: ['zero-tolerance-confirmed'] });
    expect(result.confirmedZeroTolerance).toEqual(['CD-2']);
  });

  it('stays an open critical when it is dismissed', () => {
    const result = scoreOf(rows, { zeroTolerance: { 'CD-2': 'dismissed' } });
    expect(result).toMatchObject({ grade: 'D', openCriticals: 1, provisionalZeroTolerance: [] });
  });

  it('is closed by a verified corrective action only after it was dismissed', () => {
    const closed = (verdict: 'provisional' | 'confirmed' | 'dismissed') =>
      scoreOf(rows, { zeroTolerance: { 'CD-2': verdict }, verifiedClosures: new Set(['CD-2']) }).grade;
    expect([closed('dismissed'), closed('provisional'), closed('confirmed')]).toEqual(['A', 'D', 'E']);
  });
});

describe('a section floor', () => {
  it.each([
    ['SL', 60],
    ['HS', 60],
    ['QM', 60],
    ['EN', 50],
  ])('of %s at %p leaves at most D below it', (section, floor) => {
    const at = (won: number) => {
      const rest = ofSection('CD', [SOLID]);
      const low = ofSection(section, [
        [won, 'minor', 'conform'],
        [100 - won, 'minor', 'nonconform'],
      ]);
      const heavy = [
        { code: 'CD', title: '', weight: 1000 },
        ...CHECKLIST_SECTIONS.filter((s) => s.code !== 'CD'),
      ];
      const answers = { ...rest.answers, ...low.answers };
      return score([...rest.items, ...low.items], answers, heavy, SCORING_RULES);
    };
    expect(at(floor)).toMatchObject({ grade: 'A', limits: [] });
    expect(at(floor - 0.01)).toMatchObject({
      grade: 'D',
      outcome: 'conditional',
      limits: ['section-below-floor'],
    });
  });

  it('asks nothing of sections without one', () => {
    expect(points(56)).toMatchObject({ grade: 'D', limits: [] });
  });
});

describe('what was not verified', () => {
  it.each(['critical', 'zero-tolerance'] as const)(
    'leaves at most conditional when it is %s, and a visit to make',
    (s) => {
      const result = scoreOf([SOLID, [1, s, 'not-verified']]);
      expect(result).toMatchObject({
        grade: 'D',
        outcome: 'conditional',
        openCriticals: 0,
        limits: ['not-verified'],
      });
      expect(result.followUp).toEqual(['CD-2']);
    },
  );

  it('needs no visit when it is minor', () => {
    expect(scoreOf([SOLID, [1, 'minor', 'not-verified']])).toMatchObject({ grade: 'A', followUp: [] });
  });
});

describe('not applicable items', () => {
  const rows = (na: number, of: number): readonly Row[] =>
    Array.from({ length: of }, (_, i) => [1, 'minor', i < na ? 'not-applicable' : 'conform']);
  const flag = (na: number, of: number) =>
    scoreOf(rows(na, of)).sections.find((s) => s.section === 'CD')?.naShareHigh;

  it('cost no points', () => {
    expect(scoreOf(rows(4, 8))).toMatchObject({ total: 100, lost: [] });
  });

  it('want a confirmation above a fifth of a section', () => {
    expect([flag(1, 5), flag(3, 15), flag(2, 9), flag(0, 3)]).toEqual([false, false, true, false]);
  });
});

describe('verified corrective actions', () => {
  const rows: readonly Row[] = [SOLID, ...criticals(1), ...majors(2), [1, 'critical', 'not-verified']];

  it('count as conform in the score that follows', () => {
    const verifiedClosures = new Set(['CD-2', 'CD-3', 'CD-4', 'CD-5']);
    expect(scoreOf(rows).grade).toBe('D');
    expect(scoreOf(rows, { verifiedClosures })).toMatchObject({
      grade: 'A',
      total: 100,
      lost: [],
      followUp: [],
    });
  });

  it('leave the others open', () => {
    expect(scoreOf(rows, { verifiedClosures: new Set(['CD-3']) })).toMatchObject({
      openCriticals: 1,
      openMajors: 1,
    });
  });

  it('do not make a not applicable item count', () => {
    const verifiedClosures = new Set(['CD-1']);
    expect(scoreOf([[5, 'minor', 'not-applicable']], { verifiedClosures }).total).toBe(0);
  });
});

describe('lost points', () => {
  it('say which item cost how much of the total', () => {
    const result = scoreOf([
      [6, 'minor', 'conform'],
      [3, 'major', 'partial'],
      [3, 'minor', 'nonconform'],
    ]);
    expect(result.lost).toEqual([
      { itemId: 'CD-2', section: 'CD', weight: 3, value: 'partial', lost: 12.5 },
      { itemId: 'CD-3', section: 'CD', weight: 3, value: 'nonconform', lost: 25 },
    ]);
    expect(result.total).toBe(62.5);
  });
});

describe('any audit', () => {
  const items = applicableItems(CHECKLIST_ITEMS, { category: 'TRIMS', profile: 'full', endMarkets: ['US'] });
  const LADDER: readonly AnswerValue[] = ['nonconform', 'not-verified', 'partial', 'conform'];
  const value = fc.constantFrom<AnswerValue>(
    'nonconform',
    'not-verified',
    'partial',
    'not-applicable',
    ...Array<'conform'>(12).fill('conform'),
  );
  const anyAnswers = fc.array(value, { minLength: items.length, maxLength: items.length });
  const anyOptions = fc.record({
    extraCriticals: fc.integer({ min: 0, max: 4 }),
    zeroTolerance: fc.dictionary(
      fc.constantFrom(...items.map((i) => i.id)),
      fc.constantFrom('provisional', 'confirmed', 'dismissed'),
    ),
    verifiedClosures: fc
      .array(fc.constantFrom(...items.map((i) => i.id)), { maxLength: 20 })
      .map((ids) => new Set(ids)),
  });
  const graded = (values: readonly AnswerValue[], options: ScoreOptions) =>
    score(
      items,
      Object.fromEntries(items.map((i, n) => [i.id, as(values[n]!)])),
      CHECKLIST_SECTIONS,
      SCORING_RULES,
      options,
    );

  it('scores 0 to 100, and total and lost points make 100', () => {
    fc.assert(
      fc.property(anyAnswers, anyOptions, (values, options) => {
        const result = graded(values, options);
        expect(result.total).toBeGreaterThanOrEqual(0);
        expect(result.total).toBeLessThanOrEqual(100);
        const lost = result.lost.reduce((sum, l) => sum + l.lost, 0);
        expect(Math.abs(100 - lost - result.total)).toBeLessThan(0.05 + 0.005 * items.length);
        expect(graded(values, options)).toEqual(result);
      }),
    );
  });

  it('never gets a lower grade for a better answer', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        anyOptions,
        fc.nat(items.length - 1),
        fc.nat(3),
        (values, options, at, step) => {
          const before = LADDER.indexOf(values[at]!);
          fc.pre(before >= 0 && step > before);
          const better = values.with(at, LADDER[step]!);
          expect(graded(better, options).grade <= graded(values, options).grade).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never gets a lower grade for a verified corrective action', () => {
    fc.assert(
      fc.property(anyAnswers, anyOptions, fc.nat(items.length - 1), (values, options, at) => {
        const more = { ...options, verifiedClosures: new Set([...options.verifiedClosures, items[at]!.id]) };
        expect(graded(values, more).grade <= graded(values, options).grade).toBe(true);
      }),
    );
  });
});
