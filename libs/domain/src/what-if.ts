import type { Grade } from './case-state.js';
import type { Answers, ChecklistItem, ChecklistSection, GradeRule, ScoringRules } from './checklist.js';
import { cheapestSet } from './cheapest-set.js';
import { MONEY_AS_DAYS, remedyOf, type MoneyClass, type Remedy } from './reference/remedies.js';
import { score, type Score } from './scoring.js';
import { judgeItems, type JudgedItem, type LossReason, type ScoreOptions } from './scoring-items.js';
import { countNeeds, isOpen, pointNeeds, type Candidate, type Need } from './what-if-needs.js';

export interface Assessed {
  readonly items: readonly ChecklistItem[];
  readonly answers: Answers;
  readonly sections: readonly ChecklistSection[];
  readonly rules: ScoringRules;
  readonly options: ScoreOptions;
}

/** One item to make conform, or the site to open to an auditor again. */
export interface PathStep extends Remedy {
  readonly itemId: string;
  readonly reason: LossReason | 'access-denied';
  /** Points of the total that it brings, half-up to two decimals. */
  readonly points: number;
  /** No way to this grade leaves it out. */
  readonly required: boolean;
}

/** One item that can be put right, whatever the grade asks for. */
export type OpenStep = Omit<PathStep, 'required'>;

/** What some of the open items come to when they are put right. */
export interface Chosen extends Pick<GradePath, 'days' | 'money' | 'total' | 'grade'> {
  readonly items: readonly string[];
  readonly outcome: Score['outcome'];
}

/** The cheapest way from where an audit stands to a better grade. */
export interface GradePath {
  readonly grade: Grade;
  /** False when no work of the supplier's leads there; `blockedBy` says what is in the way. */
  readonly reachable: boolean;
  readonly blockedBy: readonly string[];
  /** Cheapest first. */
  readonly steps: readonly PathStep[];
  /** Working days when everything is begun at once, and when one thing is done after the other. */
  readonly days: { readonly inParallel: number; readonly inSeries: number };
  /** How many steps cost how much. */
  readonly money: Readonly<Record<MoneyClass, number>>;
  /** The total when all of it is done. */
  readonly total: number;
  /** Whether no cheaper way exists, by these estimates. */
  readonly exact: boolean;
}

const ACCESS: Remedy = { days: 5, money: 'none' };
const ACCESS_DENIED = 'access-denied';

const costOf = ({ days, money }: Remedy): number => days + MONEY_AS_DAYS[money];
/** What no work of the supplier's closes: the second reviewer speaks first, or an appeal does. */
const isFixed = ({ zeroTolerance }: JudgedItem): boolean =>
  zeroTolerance === 'provisional' || zeroTolerance === 'confirmed';

/** The score when these items are made conform and, if it is among them, the site is open to auditors again. */
function scoreWith({ items, answers, sections, rules, options }: Assessed, ids: readonly string[]): Score {
  const extraCriticals = ids.includes(ACCESS_DENIED) ? 0 : (options.extraCriticals ?? 0);
  const verifiedClosures = new Set([...(options.verifiedClosures ?? []), ...ids]);
  return score(items, answers, sections, rules, { ...options, extraCriticals, verifiedClosures });
}

const gradeAt = ({ grades }: ScoringRules, grade: Grade): number =>
  grades.findIndex((row) => row.grade === grade);

/** Everything that the grade of this row asks for and the audit does not have. Floors and gaps keep to the pass grades. */
function needsOf(
  { rules, sections, options }: Assessed,
  judged: readonly JudgedItem[],
  row: GradeRule,
): readonly Need[] {
  const passes = gradeAt(rules, row.grade) < gradeAt(rules, rules.limitedGrade);
  const criticals = passes ? 0 : Math.min(rules.maxOpenCritical, row.maxCriticalOpen ?? Infinity);
  const closedSite = options.extraCriticals ?? 0;
  return [
    ...pointNeeds(judged, sections, row, passes ? rules.sectionFloors : {}),
    ...countNeeds(judged, row, { criticals, gaps: passes, closedSite }),
  ];
}

const candidatesOf = ({ options }: Assessed, judged: readonly JudgedItem[]): readonly Candidate[] => [
  ...judged
    .filter((one) => isOpen(one) && !isFixed(one))
    .map((one) => ({ id: one.item.id, remedy: remedyOf(one.item), judged: one })),
  ...(options.extraCriticals ? [{ id: ACCESS_DENIED, remedy: ACCESS }] : []),
];

function pathTo(assessed: Assessed, now: Score, row: GradeRule): GradePath {
  const { items, answers, rules, options } = assessed;
  const judged = judgeItems(items, answers, rules, options);
  const candidates = candidatesOf(assessed, judged);
  const needs = needsOf(assessed, judged, row);
  const moves = candidates.map((one) => ({
    ...{ id: one.id, cost: costOf(one.remedy) },
    gains: needs.map(({ gain }) => gain(one)),
  }));
  const reaches = (ids: readonly string[]): boolean =>
    gradeAt(rules, scoreWith(assessed, ids).grade) <= gradeAt(rules, row.grade);
  const missing = needs.map((need) => need.missing);
  const found = cheapestSet(moves, missing, (some) => reaches(some.map(({ id }) => id)));
  const chosen = found?.moves.map(({ id }) => id) ?? [];
  const isRequired = (id: string): boolean =>
    !reaches(candidates.map((one) => one.id).filter((one) => one !== id));
  const steps = openStepsOf(
    candidates.filter(({ id }) => chosen.includes(id)),
    now,
  ).map((step): PathStep => ({ ...step, required: isRequired(step.itemId) }));
  return {
    grade: row.grade,
    reachable: found !== undefined,
    blockedBy: found ? [] : judged.filter(isFixed).map(({ item }) => item.id),
    steps,
    days: spans(steps.map(({ days }) => days)),
    money: moneyOf(steps),
    total: scoreWith(assessed, chosen).total,
    exact: found?.exact ?? true,
  };
}

/** Cheapest first. */
function openStepsOf(chosen: readonly Candidate[], now: Score): readonly OpenStep[] {
  const lost = new Map(now.lost.map((one) => [one.itemId, one]));
  return chosen
    .map(({ id, remedy }): OpenStep => ({
      ...remedy,
      itemId: id,
      reason: lost.get(id)?.reason ?? ACCESS_DENIED,
      points: lost.get(id)?.lost ?? 0,
    }))
    .toSorted((a, b) => costOf(a) - costOf(b) || (a.itemId < b.itemId ? -1 : 1));
}

/** Working days when everything is begun at once, and when one thing is done after the other. */
export const spans = (days: readonly number[]): GradePath['days'] => ({
  inParallel: Math.max(0, ...days),
  inSeries: days.reduce((sum, one) => sum + one, 0),
});

function moneyOf(steps: readonly OpenStep[]): GradePath['money'] {
  const count = (money: MoneyClass): number => steps.filter((step) => step.money === money).length;
  return { none: count('none'), low: count('low'), medium: count('medium'), high: count('high') };
}

const openCandidates = (assessed: Assessed): readonly Candidate[] =>
  candidatesOf(assessed, judgeItems(assessed.items, assessed.answers, assessed.rules, assessed.options));

/** Every item that can be put right, the cheapest first. */
export const openSteps = (assessed: Assessed): readonly OpenStep[] =>
  openStepsOf(openCandidates(assessed), scoreWith(assessed, []));

/** The score when these items are put right. What cannot be put right by work, or needs none, is left out. */
export function whatIfClosed(assessed: Assessed, ids: readonly string[]): Chosen {
  const steps = openSteps(assessed).filter(({ itemId }) => ids.includes(itemId));
  const items = steps.map(({ itemId }) => itemId);
  const { grade, total, outcome } = scoreWith(assessed, items);
  return { items, grade, total, outcome, days: spans(steps.map(({ days }) => days)), money: moneyOf(steps) };
}

/**
 * What stands between an audit and each better grade, the next one first: the cheapest set of items to make conform, by
 * the estimates of `remedies.ts`. Limits count as much as points: open criticals, majors, floors of sections, gaps to
 * visit, zero-tolerance findings.
 */
export function whatIf(assessed: Assessed): readonly GradePath[] {
  const now = scoreWith(assessed, []);
  const { grades } = assessed.rules;
  const at = grades.findIndex(({ grade }) => grade === now.grade);
  return grades
    .slice(0, Math.max(at, 0))
    .toReversed()
    .map((row) => pathTo(assessed, now, row));
}
