import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Grade, Severity } from './case-state.js';
import { applicableItems, type AnswerValue, type ChecklistItem } from './checklist.js';
import { cheapestSet } from './cheapest-set.js';
import { CHECKLIST_ITEMS, CHECKLIST_SECTIONS, SCORING_RULES } from './reference/checklist-seed.js';
import { MONEY_AS_DAYS, remedyOf } from './reference/remedies.js';
import { as, criticals, item, majors, ofSection, SOLID, type Row } from './scoring.fixture.js';
import { score } from './scoring.js';
import type { ScoreOptions } from './scoring-items.js';
import { openSteps, whatIf, whatIfClosed, type Assessed } from './what-if.js';

const assessed = (
  items: readonly ChecklistItem[],
  values: readonly AnswerValue[],
  options: ScoreOptions = {},
): Assessed => ({
  items,
  answers: Object.fromEntries(items.map(({ id }, n) => [id, as(values[n] ?? 'conform')])),
  sections: CHECKLIST_SECTIONS,
  rules: SCORING_RULES,
  options,
});
const ofRows = (rows: readonly Row[], options: ScoreOptions = {}): Assessed => {
  const { items, answers } = ofSection('CD', rows);
  return { items, answers, sections: CHECKLIST_SECTIONS, rules: SCORING_RULES, options };
};
const gradeWith = ({ items, answers, sections, rules, options }: Assessed, ids: readonly string[]): Grade => {
  const verifiedClosures = new Set([...(options.verifiedClosures ?? []), ...ids]);
  return score(items, answers, sections, rules, { ...options, verifiedClosures }).grade;
};
const costOf = (items: readonly ChecklistItem[], ids: readonly string[]): number =>
  items
    .filter(({ id }) => ids.includes(id))
    .map(remedyOf)
    .reduce((sum, { days, money }) => sum + days + MONEY_AS_DAYS[money], 0);
const subsets = (ids: readonly string[]): readonly (readonly string[])[] =>
  ids.reduce<readonly (readonly string[])[]>((all, id) => [...all, ...all.map((set) => [...set, id])], [[]]);

const SEVERITIES: readonly Severity[] = ['minor', 'minor', 'major', 'major', 'critical', 'zero-tolerance'];
const VALUES: readonly AnswerValue[] = [
  'conform',
  'conform',
  'nonconform',
  'partial',
  'not-verified',
  'not-applicable',
];
const small = fc
  .array(
    fc.record({
      section: fc.constantFrom('SL', 'HS', 'CD'),
      weight: fc.integer({ min: 1, max: 6 }),
      severity: fc.constantFrom(...SEVERITIES),
      value: fc.constantFrom(...VALUES),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((rows) => {
    const items = rows.map((row, n) => item(`X${n}-01`, row.section, row.weight, row.severity));
    return { items, values: rows.map((row) => row.value) };
  });
const anyOptions: fc.Arbitrary<ScoreOptions> = fc.record({
  zeroTolerance: fc.dictionary(
    fc.constantFrom('X0-01', 'X1-01', 'X2-01'),
    fc.constantFrom('provisional' as const, 'confirmed' as const, 'dismissed' as const),
  ),
});

describe('the cheapest way to a better grade', () => {
  it('is the cheapest of all sets of items that reach it, by trying them all', () => {
    let reached = 0;
    fc.assert(
      fc.property(small, anyOptions, ({ items, values }, options) => {
        const audit = assessed(items, values, options);
        const open = items
          .filter((_, n) => !['conform', 'not-applicable'].includes(values[n] ?? ''))
          .map((i) => i.id);
        for (const path of whatIf(audit)) {
          const sets = subsets(open).filter((set) => gradeWith(audit, set) <= path.grade);
          expect(path.reachable).toBe(sets.length > 0);
          if (!path.reachable) continue;
          reached++;
          const ids = path.steps.map(({ itemId }) => itemId);
          expect(gradeWith(audit, ids) <= path.grade).toBe(true);
          expect(costOf(items, ids)).toBe(Math.min(...sets.map((set) => costOf(items, set))));
        }
      }),
      { numRuns: 400 },
    );
    expect(reached).toBeGreaterThan(300);
  });

  it('is found on the whole checklist, exactly and in no time, however bad the audit', () => {
    const items = applicableItems(CHECKLIST_ITEMS, {
      category: 'YARN_FABRIC',
      profile: 'full',
      endMarkets: ['EU'],
    });
    const anyValues = fc.array(
      fc.constantFrom<AnswerValue>('conform', 'conform', 'nonconform', 'not-verified'),
      {
        minLength: items.length,
        maxLength: items.length,
      },
    );
    fc.assert(
      fc.property(anyValues, (values) => {
        const lenient = items.map((one, n) =>
          one.severity === 'zero-tolerance' ? 'conform' : (values[n] ?? 'conform'),
        );
        for (const path of whatIf(assessed(items, lenient))) {
          expect(path.reachable).toBe(true);
          expect(path.exact).toBe(true);
          expect(
            gradeWith(
              assessed(items, lenient),
              path.steps.map((s) => s.itemId),
            ) <= path.grade,
          ).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('goes by limits as well as by points', () => {
    const [next] = whatIf(ofRows([SOLID, ...criticals(2), ...majors(4)]));
    expect(next).toMatchObject({ grade: 'C', reachable: true });
    expect(next?.steps.map(({ itemId, required }) => [itemId, required])).toEqual([
      ['CD-2', true],
      ['CD-3', true],
    ]);
    const best = whatIf(ofRows([SOLID, ...criticals(2), ...majors(4)])).at(-1);
    expect(best).toMatchObject({ grade: 'A', reachable: true });
    expect(best?.steps).toHaveLength(4);
  });

  it('lists the next grade first, and none when there is no better one', () => {
    expect(whatIf(ofRows([SOLID, ...criticals(4)])).map(({ grade }) => grade)).toEqual(['D', 'C', 'B', 'A']);
    expect(whatIf(ofRows([SOLID]))).toEqual([]);
  });

  it('does not lead past a zero-tolerance finding that a reviewer has to judge first', () => {
    const paths = whatIf(ofRows([SOLID, [1, 'zero-tolerance', 'nonconform']]));
    expect(paths).toMatchObject([
      { grade: 'C', reachable: false, blockedBy: ['CD-2'], steps: [] },
      { grade: 'B', reachable: false },
      { grade: 'A', reachable: false },
    ]);
  });

  it('opens the site again when auditors were turned away', () => {
    const [next] = whatIf(ofRows([SOLID], { extraCriticals: 1 }));
    expect(next).toMatchObject({
      grade: 'C',
      steps: [{ itemId: 'access-denied', reason: 'access-denied', required: true }],
    });
  });

  it('says how long it takes at once and one after the other, what it costs, and who can help', () => {
    const items = [
      item('CD-01', 'CD', 10),
      item('HS-03', 'HS', 5, 'critical'),
      item('EN-03', 'EN', 5, 'critical'),
    ];
    const path = whatIf(assessed(items, ['conform', 'nonconform', 'nonconform'])).at(-1);
    expect(path).toMatchObject({
      days: { inParallel: 60, inSeries: 70 },
      money: { none: 0, low: 0, medium: 1, high: 1 },
      steps: [
        { itemId: 'HS-03', days: 10, money: 'medium', help: 'labour-advisory', reason: 'not-met' },
        { itemId: 'EN-03', days: 60, money: 'high', help: 'cleaner-production' },
      ],
    });
  });
});

describe('remedies', () => {
  it('are estimated for every item of the checklist', () => {
    const guessed = CHECKLIST_ITEMS.filter((one) => remedyOf(one) === undefined || remedyOf(one).days <= 0);
    expect(guessed).toEqual([]);
    const helped = (id: string) => remedyOf({ id, severity: 'minor' }).help;
    expect(
      ['CD-05', 'CD-02', 'QM-16', 'SL-20', 'EN-05', 'EN-06', 'CD-08', 'TR-04', 'BL-04', 'BL-05'].map(helped),
    ).toEqual([
      ...[
        'finance',
        'productivity-training',
        'productivity-training',
        'labour-advisory',
        'cleaner-production',
      ],
      ...[undefined, 'logistics-and-origin', 'logistics-and-origin', 'registration-desk', undefined],
    ]);
  });
});

describe('what chosen items come to', () => {
  it('is the score with them put right, and nothing of what no work puts right', () => {
    fc.assert(
      fc.property(small, anyOptions, fc.nat(), ({ items, values }, options, pick) => {
        const audit = assessed(items, values, options);
        const open = openSteps(audit).map(({ itemId }) => itemId);
        const some = items.map(({ id }) => id).filter((_, n) => (pick >> n) % 2 === 1);
        const chosen = whatIfClosed(audit, [...some, 'ZZ-99']);
        expect(chosen.items.toSorted()).toEqual(open.filter((id) => some.includes(id)).toSorted());
        expect(chosen.grade).toBe(gradeWith(audit, chosen.items));
      }),
    );
  });

  it('takes as long as the slowest of them, or all of them one after the other', () => {
    const audit = ofRows([
      [5, 'major', 'nonconform'],
      [5, 'minor', 'nonconform'],
      [5, 'minor', 'conform'],
    ]);
    const steps = openSteps(audit);
    const { days, money, grade } = whatIfClosed(
      audit,
      steps.map(({ itemId }) => itemId),
    );
    expect(steps).toHaveLength(2);
    expect(days.inParallel).toBe(Math.max(...steps.map((step) => step.days)));
    expect(days.inSeries).toBe(steps.reduce((sum, step) => sum + step.days, 0));
    expect(Object.values(money).reduce((sum, n) => sum + n, 0)).toBe(2);
    expect(grade).toBe('A');
    expect(whatIfClosed(audit, []).grade).toBe(whatIfClosed(audit, ['CD-99']).grade);
  });
});

describe('the cheapest set', () => {
  it('is undefined when all moves together are not enough, and empty when nothing is missing', () => {
    expect(cheapestSet([{ id: 'a', cost: 1, gains: [1] }], [2])).toBeUndefined();
    expect(cheapestSet([{ id: 'a', cost: 1, gains: [1] }], [0])).toMatchObject({
      moves: [],
      cost: 0,
      exact: true,
    });
  });

  it('says that it may not be the cheapest when the search took too long', () => {
    const gain = (n: number): number => 1000 + ((n * 7919) % 997);
    const moves = Array.from({ length: 60 }, (_, n) => ({
      id: `${n}`,
      cost: gain(n) + 500,
      gains: [gain(n)],
    }));
    const found = cheapestSet(moves, [45_000.5]);
    expect(found?.exact).toBe(false);
    expect(found?.moves.reduce((sum, { gains }) => sum + (gains[0] ?? 0), 0)).toBeGreaterThan(45_000);
  });
});
