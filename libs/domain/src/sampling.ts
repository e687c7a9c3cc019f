import { AQL_DEFAULTS, type AqlDefault } from './reference/aql-defaults.js';
import {
  AQLS,
  CODE_LETTER_RANGES,
  INSPECTION_LEVELS,
  PLAN_TABLES,
  type Aql,
  type CodeLetter,
  type Inspection,
  type InspectionLevel,
  type PlanLetter,
} from './reference/aql-tables.js';
import type { InputCategory } from './reference/input-categories.js';

/** A single sampling plan. Lots and samples are counted in units of product. */
export interface SamplingPlan {
  /** Code letter of the lot size and inspection level. */
  readonly letter: CodeLetter;
  /** The letter whose row gave n, Ac and Re: another one where the table has an arrow. */
  readonly planLetter: PlanLetter;
  readonly n: number;
  /** Accept up to this many defects. */
  readonly ac: number;
  /** Reject from this many on. */
  readonly re: number;
  /** Units to inspect: n, or every unit when the lot is not larger than that. */
  readonly inspect: number;
}
export interface SamplingTerms {
  readonly lotSize: number;
  readonly level: InspectionLevel;
  readonly inspection: Inspection;
  readonly aql: Aql;
}

const wholeFrom = (min: number, value: number, what: string): number => {
  if (!Number.isInteger(value) || value < min) {
    throw new RangeError(`${what} must be a whole number of at least ${min}: ${value}`);
  }
  return value;
};
const positionIn = <T extends string>(list: readonly T[], value: T, what: string): number => {
  const position = list.indexOf(value);
  if (position < 0) throw new RangeError(`unknown ${what}: ${value}`);
  return position;
};

/**
 * Code letter of a lot (MIL-STD-105E Table I = ISO 2859-1 Table 1). A lot of one unit has the first letter; it is
 * inspected whole.
 * @throws RangeError for a lot size that is no whole number from 1, or an unknown level
 */
export function codeLetter(lotSize: number, level: InspectionLevel): CodeLetter {
  wholeFrom(1, lotSize, 'lot size');
  const column = positionIn(INSPECTION_LEVELS, level, 'inspection level');
  const range = CODE_LETTER_RANGES.find((r) => lotSize <= r.lotMax);
  return range?.letters.split(' ')[column] as CodeLetter;
}

/**
 * The single sampling plan for a lot (MIL-STD-105E Tables II-A to II-C; normal and tightened = ISO 2859-1).
 * Where the table has an arrow, n, Ac and Re all come from the row it points to.
 * @throws RangeError for a lot size, level, inspection or AQL that the tables do not hold
 */
export function samplingPlan(terms: SamplingTerms): SamplingPlan {
  const letter = codeLetter(terms.lotSize, terms.level);
  const table = PLAN_TABLES[terms.inspection];
  if (!table) throw new RangeError(`unknown inspection: ${String(terms.inspection)}`);
  const cell = table.rows[letter].split(/ +/)[positionIn(AQLS, terms.aql, 'AQL')] ?? '';
  const planLetter = cell.charAt(0) as PlanLetter;
  const [ac, re] = cell.slice(1).split('/').map(Number) as [number, number];
  const n = table.sampleSizes[planLetter] ?? NaN;
  return { letter, planLetter, n, ac, re, inspect: Math.min(n, terms.lotSize) };
}

export interface ClassPlan extends SamplingPlan {
  readonly aql: Aql;
}
/** The terms of one lot, frozen when the pilot order is placed. Any critical defect rejects the lot. */
export interface LotPlan {
  readonly lotSize: number;
  readonly level: InspectionLevel;
  readonly inspection: Inspection;
  readonly major: ClassPlan;
  readonly minor: ClassPlan;
  /** Units to inspect so that each class has its sample. */
  readonly inspect: number;
}

/** What a buyer agrees instead of the default of the category. */
export type AqlTerms = Pick<AqlDefault, 'level' | 'major' | 'minor'>;

/**
 * The terms of a lot: those agreed, or the default ones of this category. Classes have their own plans: where arrows give them different sample
 * sizes, the units drawn first are the sample of the class with the smaller one.
 * @throws RangeError for a lot size that is no whole number from 1
 */
export function lotPlan(
  category: InputCategory,
  lotSize: number,
  inspection: Inspection,
  { level, major, minor }: AqlTerms = AQL_DEFAULTS[category],
): LotPlan {
  const classPlan = (aql: Aql): ClassPlan => ({ aql, ...samplingPlan({ lotSize, level, inspection, aql }) });
  const plans = { major: classPlan(major), minor: classPlan(minor) };
  return {
    lotSize,
    level,
    inspection,
    ...plans,
    inspect: Math.max(plans.major.inspect, plans.minor.inspect),
  };
}

export type DefectClass = 'critical' | 'major' | 'minor';
export type OtherCheck = 'measurements' | 'labelling' | 'packing';
/** What an inspector found in one lot. */
export interface InspectionResult {
  /** Units inspected. */
  readonly inspected: number;
  /** Defects per class, counted in the sample of that class. */
  readonly found: Readonly<Record<DefectClass, number>>;
  /** True where the check passed. */
  readonly otherChecks: Readonly<Record<OtherCheck, boolean>>;
}

export type LotRejection =
  | { readonly code: 'defects'; readonly class: DefectClass; readonly found: number; readonly ac: number }
  | { readonly code: 'check-failed'; readonly check: OtherCheck };
export type LotJudgement =
  /** `backToNormal`: reduced inspection found defects between Ac and Re, so the next lot is inspected normally. */
  | { readonly verdict: 'accepted'; readonly backToNormal: boolean }
  | { readonly verdict: 'rejected'; readonly reasons: readonly LotRejection[] }
  | { readonly verdict: 'insufficient-sample'; readonly required: number; readonly inspected: number };

const OTHER_CHECKS: readonly OtherCheck[] = ['measurements', 'labelling', 'packing'];
const ON_ZERO = { ac: 0, re: 1 };

/**
 * Judge a lot (domain paper 5): classes are judged separately, a critical defect is never accepted, and measurements,
 * labelling and packing must pass. Too small a sample is no basis for a verdict.
 * @param input.lotSize units delivered; when fewer than the plan foresaw, the sample is at most all of them
 * @throws RangeError for counts that are negative or no whole numbers
 */
export function judgeLot(
  input: InspectionResult & { readonly lotSize: number; readonly plan: LotPlan },
): LotJudgement {
  const { plan, found } = input;
  const required = Math.min(Math.max(plan.major.n, plan.minor.n), wholeFrom(1, input.lotSize, 'lot size'));
  const inspected = wholeFrom(0, input.inspected, 'inspected units');
  if (inspected < required) return { verdict: 'insufficient-sample', required, inspected };
  const limits = { critical: ON_ZERO, major: plan.major, minor: plan.minor };
  const classes = ['critical', 'major', 'minor'] as const;
  for (const name of classes) wholeFrom(0, found[name], `${name} defects`);
  const reasons: LotRejection[] = [
    ...classes
      .filter((name) => found[name] >= limits[name].re)
      .map((name) => ({ code: 'defects' as const, class: name, found: found[name], ac: limits[name].ac })),
    ...OTHER_CHECKS.filter((check) => input.otherChecks[check] !== true).map((check) => ({
      code: 'check-failed' as const,
      check,
    })),
  ];
  if (reasons.length > 0) return { verdict: 'rejected', reasons };
  return { verdict: 'accepted', backToNormal: classes.some((name) => found[name] > limits[name].ac) };
}
