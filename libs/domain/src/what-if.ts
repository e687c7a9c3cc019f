import type { Grade } from './case-state.js';
import {
  isGrave,
  type Answers,
  type ChecklistItem,
  type ChecklistSection,
  type GradeRule,
  type ScoringRules,
} from './checklist.js';
import { cheapestSet, type Move } from './cheapest-set.js';
import { MONEY_AS_DAYS, remedyOf, type MoneyClass, type Remedy } from './reference/remedies.js';
import { score, type Score } from './scoring.js';
import { judgeItems, type JudgedItem, type LossReason, type ScoreOptions } from './scoring-items.js';

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
const isOpen = ({ value }: JudgedItem): boolean => value !== 'conform' && value !== 'not-applicable';
/** What no work of the supplier's closes: the second reviewer speaks first, or an appeal does. */
const isFixed = ({ zeroTolerance }: JudgedItem): boolean =>
  zeroTolerance === 'provisional' || zeroTolerance === 'confirmed';

/** The score when these items are made conform and, if it is among them, the site is open to auditors again. */
function scoreWith({ items, answers, sections, rules, options }: Assessed, ids: readonly string[]): Score {
  const extraCriticals = ids.includes(ACCESS_DENIED) ? 0 : (options.extraCriticals ?? 0);
  const verifiedClosures = new Set([...(options.verifiedClosures ?? []), ...ids]);
  return score(items, answers, sections, rules, { ...options, extraCriticals, verifiedClosures });
}

/** Something that a grade asks for: how much of it is missing, and how much of that an open item brings. */
interface Need {
  readonly missing: number;
  readonly gain: (open: JudgedItem | typeof ACCESS_DENIED) => number;
}
const ofItem =
  (gain: (open: JudgedItem) => number): Need['gain'] =>
  (open) =>
    open === ACCESS_DENIED ? 0 : gain(open);

/** Points of the total, and of each section that has a floor. */
function pointNeeds(
  { rules, sections }: Assessed,
  judged: readonly JudgedItem[],
  row: GradeRule,
  floors: boolean,
): readonly Need[] {
  const inPlay = sections.flatMap((section) => {
    const own = judged.filter((j) => j.item.section === section.code && j.value !== 'not-applicable');
    const weight = own.reduce((sum, j) => sum + j.item.weight, 0);
    const won = own.reduce((sum, j) => sum + j.item.weight * j.points, 0);
    return weight > 0 ? [{ section, weight, score: (100 * won) / weight }] : [];
  });
  const weights = inPlay.reduce((sum, { section }) => sum + section.weight, 0);
  const total = inPlay.reduce((sum, { section, score: own }) => sum + (section.weight * own) / weights, 0);
  const inSection = ({ item, points }: JudgedItem, code: string): number => {
    const own = inPlay.find(({ section }) => section.code === code);
    return own && item.section === code ? (100 * (1 - points) * item.weight) / own.weight : 0;
  };
  const inTotal = (open: JudgedItem): number =>
    inPlay.reduce((sum, { section }) => sum + (inSection(open, section.code) * section.weight) / weights, 0);
  const low = inPlay.filter(({ section, score: own }) => own < (rules.sectionFloors[section.code] ?? 0));
  return [
    { missing: row.min - total, gain: ofItem(inTotal) },
    ...(floors ? low : []).map(({ section: { code }, score: own }) => ({
      missing: (rules.sectionFloors[code] ?? 0) - own,
      gain: ofItem((open) => inSection(open, code)),
    })),
  ];
}

/** Open majors and open criticals beyond what the grade allows; below the pass grades a gap to visit does no harm. */
function countNeeds(
  { rules, options }: Assessed,
  judged: readonly JudgedItem[],
  row: GradeRule,
  limited: boolean,
): readonly Need[] {
  const allowed = limited ? Math.min(rules.maxOpenCritical, row.maxCriticalOpen ?? Infinity) : 0;
  const isCritical = ({ item, value }: JudgedItem): boolean =>
    isGrave(item) && (value === 'nonconform' || (!limited && value === 'not-verified'));
  const isMajor = (j: JudgedItem): boolean => j.item.severity === 'major' && isOpen(j);
  const criticals = judged.filter(isCritical).length + (options.extraCriticals ?? 0);
  return [
    {
      missing: criticals - allowed,
      gain: (open) => (open === ACCESS_DENIED ? (options.extraCriticals ?? 0) : Number(isCritical(open))),
    },
    {
      missing: judged.filter(isMajor).length - (row.maxMajorOpen ?? Infinity),
      gain: ofItem((open) => Number(isMajor(open))),
    },
  ];
}

function pathTo(assessed: Assessed, now: Score, row: GradeRule): GradePath {
  const { items, answers, rules, options } = assessed;
  const judged = judgeItems(items, answers, rules, options);
  const at = (grade: Grade): number => rules.grades.findIndex((one) => one.grade === grade);
  const limited = at(row.grade) >= at(rules.limitedGrade);
  const needs = [
    ...pointNeeds(assessed, judged, row, !limited),
    ...countNeeds(assessed, judged, row, limited),
  ];
  const open: (JudgedItem | typeof ACCESS_DENIED)[] = judged.filter((j) => isOpen(j) && !isFixed(j));
  if (options.extraCriticals) open.push(ACCESS_DENIED);
  const idOf = (one: JudgedItem | typeof ACCESS_DENIED): string =>
    one === ACCESS_DENIED ? one : one.item.id;
  const remedies = new Map(
    open.map((one) => [idOf(one), one === ACCESS_DENIED ? ACCESS : remedyOf(one.item)]),
  );
  const moves = open.map((one): Move => ({
    id: idOf(one),
    cost: costOf(remedies.get(idOf(one)) ?? ACCESS),
    gains: needs.map(({ gain }) => gain(one)),
  }));
  const reaches = (ids: readonly string[]): boolean => at(scoreWith(assessed, ids).grade) <= at(row.grade);
  const found = cheapestSet(
    moves,
    needs.map(({ missing }) => missing),
    (chosen) => reaches(chosen.map(({ id }) => id)),
  );
  const chosen = found?.moves.map(({ id }) => id) ?? [];
  const without = (id: string): boolean => !reaches(moves.map((move) => move.id).filter((one) => one !== id));
  const lost = new Map(now.lost.map((one) => [one.itemId, one]));
  const steps = chosen
    .map((id): PathStep => ({
      ...(remedies.get(id) ?? ACCESS),
      itemId: id,
      reason: lost.get(id)?.reason ?? ACCESS_DENIED,
      points: lost.get(id)?.lost ?? 0,
      required: without(id),
    }))
    .toSorted((a, b) => costOf(a) - costOf(b) || (a.itemId < b.itemId ? -1 : 1));
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

/** Working days when everything is begun at once, and when one thing is done after the other. */
export const spans = (days: readonly number[]): GradePath['days'] => ({
  inParallel: Math.max(0, ...days),
  inSeries: days.reduce((sum, one) => sum + one, 0),
});

function moneyOf(steps: readonly PathStep[]): GradePath['money'] {
  const count = (money: MoneyClass): number => steps.filter((step) => step.money === money).length;
  return { none: count('none'), low: count('low'), medium: count('medium'), high: count('high') };
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
