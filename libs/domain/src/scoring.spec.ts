import { describe, expect, it } from '@jest/globals';
import type { Answers } from './checklist.js';
import { CHECKLIST_SECTIONS, SCORING_RULES } from './reference/checklist-seed.js';
import { as, item, ofSection, scoreOf, majors, points, SOLID, type Row } from './scoring.fixture.js';
import { score } from './scoring.js';

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
      {
        ...{ itemId: 'CD-2', section: 'CD', severity: 'minor', weight: 1, value: 'not-verified' },
        ...{ worth: 50, lost: 50, reason: 'not-answered', restoredBy: 'answer' },
      },
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

describe('lost points', () => {
  it('say which item cost how much of the total', () => {
    const result = scoreOf([
      [6, 'minor', 'conform'],
      [3, 'major', 'partial'],
      [3, 'minor', 'nonconform'],
    ]);
    expect(result.lost).toEqual([
      {
        ...{ itemId: 'CD-2', section: 'CD', severity: 'major', weight: 3, value: 'partial' },
        ...{ worth: 25, lost: 12.5, reason: 'partly-met', restoredBy: 'corrective-action' },
      },
      {
        ...{ itemId: 'CD-3', section: 'CD', severity: 'minor', weight: 3, value: 'nonconform' },
        ...{ worth: 25, lost: 25, reason: 'not-met', restoredBy: 'corrective-action' },
      },
    ]);
    expect(result.total).toBe(62.5);
  });
});
