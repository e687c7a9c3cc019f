import { addDays, addHours, addWorkingDays, localDate, type WorkCalendar } from './calendar.js';
import type { DeadlineKind } from './scheme.js';

/** A length of time as policy data states it. */
export interface Span {
  readonly days?: number;
  readonly workingDays?: number;
  readonly hours?: number;
}

export type StepKind = 'remind' | 'escalate' | 'retry' | 'expire';
/** One step of a deadline's schedule, counted from its start or from its due instant (negative: before). */
export interface StepRule extends Span {
  readonly step: StepKind;
  readonly from: 'start' | 'due';
}
export interface DeadlineRule {
  readonly within: Span;
  readonly steps: readonly StepRule[];
  /** How many days an officer may add, once. */
  readonly extendableDays?: number;
  /** An extension moves the due instant but not the end of all waiting. */
  readonly fixedEnd?: true;
}

export interface DeadlineStep {
  readonly at: string;
  readonly step: StepKind;
}
/** A dated promise of the case: when it is due and what happens on the way there. All instants are case time. */
export interface Deadline {
  /** `kind` or `kind:subject`. */
  readonly key: string;
  readonly kind: DeadlineKind;
  readonly subject: string;
  readonly startedAt: string;
  readonly dueAt: string;
  /** What is still to come, earliest first. */
  readonly steps: readonly DeadlineStep[];
  readonly extended: boolean;
  /** True when the holidays of a year it touches were not loaded: Monday to Friday was counted. */
  readonly calendarMissing: boolean;
}

export const deadlineKey = (kind: DeadlineKind, subject = ''): string =>
  subject ? `${kind}:${subject}` : kind;

const shift = (
  from: string,
  span: Span,
  calendar: WorkCalendar,
): { at: string; calendarMissing: boolean } => {
  if (span.workingDays !== undefined) return addWorkingDays(from, span.workingDays, calendar);
  if (span.hours !== undefined) return { at: addHours(from, span.hours), calendarMissing: false };
  return { at: addDays(from, span.days ?? 0), calendarMissing: false };
};

/**
 * Build a deadline from its rule. Steps that lie before `from` are left out, so a deadline that starts late
 * does not remind at once for instants long past.
 * @param dueAt overrides the rule's own length when the due instant is known (a certificate's expiry).
 */
export function makeDeadline(
  rule: DeadlineRule,
  kind: DeadlineKind,
  subject: string,
  from: string,
  calendar: WorkCalendar,
  dueAt?: string,
): Deadline {
  const due =
    dueAt === undefined ? shift(from, rule.within, calendar) : { at: dueAt, calendarMissing: false };
  let calendarMissing = due.calendarMissing;
  const steps = rule.steps
    .map((step) => {
      const instant = shift(step.from === 'start' ? from : due.at, step, calendar);
      calendarMissing ||= instant.calendarMissing;
      return { at: instant.at, step: step.step };
    })
    .filter((step) => step.at > from || step.step === 'expire')
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    key: deadlineKey(kind, subject),
    kind,
    subject,
    startedAt: from,
    dueAt: due.at,
    steps,
    extended: false,
    calendarMissing,
  };
}

/** The years whose holidays a deadline was counted without; none when all of them were loaded. */
export function missingYears(deadline: Deadline, calendar: WorkCalendar): readonly string[] {
  if (!deadline.calendarMissing) return [];
  const instants = [deadline.startedAt, deadline.dueAt, ...deadline.steps.map((s) => s.at)];
  const years = instants.map((at) => Number(localDate(at).slice(0, 4)));
  const first = Math.min(...years);
  const all = Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => String(first + i));
  return all.filter((year) => calendar.holidays[year] === undefined);
}

/** Move a deadline and what is left of its schedule by whole days; an end the rule calls fixed stays. */
export const extendDeadline = (deadline: Deadline, days: number, rule: DeadlineRule): Deadline => ({
  ...deadline,
  dueAt: addDays(deadline.dueAt, days),
  steps: deadline.steps.map((s) =>
    rule.fixedEnd && s.step === 'expire' ? s : { ...s, at: addDays(s.at, days) },
  ),
  extended: true,
});

const NEAR_DAYS = 60;
/** Whether something that comes once a year is near enough to be somebody's task. */
export const isNear = (now: string, dueAt: string): boolean => addDays(now, NEAR_DAYS) >= dueAt;

/** The instant of the next step of any deadline: what the workflow sleeps for. */
export function nextStepAt(state: { readonly deadlines: readonly Deadline[] }): string | undefined {
  return state.deadlines
    .map((d) => d.steps[0]?.at)
    .filter((at) => at !== undefined)
    .sort()[0];
}
