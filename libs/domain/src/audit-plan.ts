import type { Credit } from './case-state.js';
import type { ChecklistItem } from './checklist.js';
import { GROUP_SIZE, INTERVIEWS, MINUTES, PAYROLL, PERSON_DAYS } from './reference/audit-effort.js';

/** How many work at the site. */
export interface HeadCount {
  readonly workers: number;
  readonly womenWorkers: number;
}

/** Whom to interview and whose pay to look at (domain 3.1). */
export interface Samples {
  readonly interviews: {
    readonly workers: number;
    /** At least half of women's share of the workforce, rounded up. */
    readonly womenAtLeast: number;
    readonly inPrivate: number;
    /** Sizes of the groups in which the others are interviewed. */
    readonly groups: readonly number[];
  };
  readonly payroll: {
    /** The last month, the one with most work and the one with least. */
    readonly months: readonly string[];
    readonly workersPerMonth: number;
    readonly records: number;
  };
}

const rowFor = <R extends { readonly upTo: number }>(rows: readonly R[], workers: number): R => {
  const row = rows.find(({ upTo }) => workers <= upTo);
  if (!row) throw new RangeError(`not a number of workers: ${workers}`);
  return row;
};
const wholeNumber = (count: number, what: string): void => {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`${what} must be a whole number from 0: ${count}`);
};

/** As even as they come: 7 in groups of at most 5 are 4 and 3. */
function groupsOf(people: number): readonly number[] {
  const groups = Math.ceil(people / GROUP_SIZE);
  return Array.from({ length: groups }, (_, n) => Math.ceil((people - n) / groups));
}

/**
 * The samples of a site (domain 3.1). Nobody is interviewed twice: a site with fewer workers than the sample has all of
 * them in it.
 * @throws RangeError when the numbers are no head-count
 */
export function samplesFor({ workers, womenWorkers }: HeadCount): Samples {
  wholeNumber(workers, 'workers');
  wholeNumber(womenWorkers, 'women workers');
  if (womenWorkers > workers) throw new RangeError(`more women than workers: ${womenWorkers} of ${workers}`);
  const interviews = Math.min(workers, rowFor(INTERVIEWS, workers).interviews);
  const womenShare = workers > 0 ? womenWorkers / workers : 0;
  const inPrivate = Math.ceil(interviews / 2);
  const perMonth = Math.min(workers, Math.max(PAYROLL.least, Math.ceil(workers * PAYROLL.share)));
  return {
    interviews: {
      workers: interviews,
      womenAtLeast: Math.ceil((interviews * womenShare) / 2),
      inPrivate,
      groups: groupsOf(interviews - inPrivate),
    },
    payroll: { months: PAYROLL.months, workersPerMonth: perMonth, records: perMonth * PAYROLL.months.length },
  };
}

export interface Effort {
  /** Hours on site, to a tenth: of the whole checklist, of what is left to ask, and the difference. */
  readonly hours: { readonly whole: number; readonly residual: number; readonly saved: number };
  /** What the programme reckons with for the core profile of a site of this size. */
  readonly personDays: { readonly from: number; readonly to: number };
}

/** What an audit has to do: items to ask, items that reports of other schemes cover, samples, time. */
export interface AuditPlan {
  readonly toAsk: readonly string[];
  readonly credited: readonly Credit[];
  /** Absent when nobody has said how many work at the site. */
  readonly samples?: Samples;
  readonly effort?: Effort;
}

const tenths = (minutes: number): number => Math.round(minutes / 6) / 10;
const minutesOf = (items: readonly ChecklistItem[]): number =>
  items.reduce((sum, { severity }) => sum + MINUTES.item[severity], 0);

function minutesOfSamples({ interviews, payroll }: Samples): number {
  return (
    MINUTES.meetings +
    interviews.inPrivate * MINUTES.privateInterview +
    interviews.groups.length * MINUTES.groupInterview +
    payroll.records * MINUTES.payrollRecord
  );
}

/**
 * The residual audit. Workers are interviewed and pay is looked at whatever is credited: zero-tolerance items rest on it.
 * @param items the items that the case is asked
 * @param credited those of them that reports cover on the day of the plan
 */
export function auditPlan(
  items: readonly ChecklistItem[],
  credited: readonly Credit[],
  headCount: HeadCount | undefined,
): AuditPlan {
  const covered = new Set(credited.map(({ itemId }) => itemId));
  const asked = items.filter(({ id }) => !covered.has(id));
  const plan = { toAsk: asked.map(({ id }) => id), credited };
  if (!headCount) return plan;
  const samples = samplesFor(headCount);
  const besides = minutesOfSamples(samples);
  const [all, left] = [minutesOf(items), minutesOf(asked)];
  const { from, to } = rowFor(PERSON_DAYS, headCount.workers);
  const [whole, residual] = [tenths(besides + all), tenths(besides + left)];
  const hours = { whole, residual, saved: Math.round((whole - residual) * 10) / 10 };
  return { ...plan, samples, effort: { hours, personDays: { from, to } } };
}
