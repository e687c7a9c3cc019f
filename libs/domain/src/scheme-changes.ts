import type { WorkCalendar } from './calendar.js';
import type { CaseState, CheckKind } from './case-state.js';
import { COMPLIANCE_CHECKS } from './case-state.js';
import { applicableItems, type ChecklistItem } from './checklist.js';
import { makeDeadline, type Deadline } from './deadlines.js';
import { DATED_BY_THE_CASE, deadlineRule } from './reference/deadline-rules.js';
import type { DeadlineKind, SchemeContent } from './scheme.js';

export interface ChangedItem {
  readonly id: string;
  /** Names of the fields that differ. */
  readonly fields: readonly string[];
}
export interface ItemChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedItem[];
}
export interface SchemeChanges extends ItemChanges {
  /** Paths of everything else that differs: `checklist.scoring.grades`, `deadlines.review`. */
  readonly other: readonly string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** PostgreSQL keeps fields in an order of its own: that is no difference. */
const text = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
const same = (a: unknown, b: unknown): boolean => text(a) === text(b);

/** Paths below which two values differ, down to `depth` levels of objects. */
function differing(a: unknown, b: unknown, path: string, depth: number): readonly string[] {
  if (same(a, b)) return [];
  if (depth === 0 || !isObject(a) || !isObject(b)) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return keys.flatMap((key) => differing(a[key], b[key], path ? `${path}.${key}` : key, depth - 1));
}

const byId = (items: readonly ChecklistItem[]): ReadonlyMap<string, ChecklistItem> =>
  new Map(items.map((item) => [item.id, item]));

/** What one list of items has that the other has not, in the order of the lists. */
export function itemChanges(from: readonly ChecklistItem[], to: readonly ChecklistItem[]): ItemChanges {
  const [before, after] = [byId(from), byId(to)];
  return {
    added: to.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    removed: from.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    changed: to.flatMap((item): ChangedItem[] => {
      const was = before.get(item.id);
      const fields = was ? differing(was, item, '', 1) : [];
      return fields.length > 0 ? [{ id: item.id, fields }] : [];
    }),
  };
}

/** Everything in which two versions of a scheme differ. */
export function schemeChanges(from: SchemeContent, to: SchemeContent): SchemeChanges {
  const rest = (content: SchemeContent) => ({ ...content, checklist: { ...content.checklist, items: [] } });
  return {
    ...itemChanges(from.checklist.items, to.checklist.items),
    other: differing(rest(from), rest(to), '', 3),
  };
}

export interface DeadlineChange {
  readonly deadline: string;
  readonly dueAt: string;
  readonly newDueAt: string;
}
export interface MigrationPlan extends ItemChanges {
  readonly deadlines: readonly DeadlineChange[];
  /** Checks that the case is asked for anew. */
  readonly checks: readonly CheckKind[];
}

/** Their end may be an agreement, a decision or a fact of the case instead of a length of the scheme's. */
const END_IS_GIVEN: readonly DeadlineKind[] = [
  ...DATED_BY_THE_CASE,
  'corrective-action-critical',
  'corrective-action-major',
  'corrective-action-minor',
  'pilot-delivery',
  'pilot-inspection',
  'consent-end',
];

/**
 * The deadlines of a case as another version counts them, from where they began. One that was extended, or whose rule is
 * the same, stays as it is; steps that lie before `now` are not made up for, an end is.
 */
export const redated = (
  state: CaseState,
  from: SchemeContent,
  to: SchemeContent,
  { calendar, now }: { readonly calendar: WorkCalendar; readonly now: string },
): readonly Deadline[] =>
  state.deadlines.map((deadline) => {
    const { kind, subject, startedAt, extended } = deadline;
    const rule = deadlineRule(to, kind);
    if (extended || END_IS_GIVEN.includes(kind) || same(rule, deadlineRule(from, kind))) return deadline;
    const made = makeDeadline(rule, kind, subject, startedAt, calendar);
    return { ...made, steps: made.steps.filter(({ at, step }) => at > now || step === 'expire') };
  });

const checksOf = (scheme: SchemeContent, { category }: CaseState): readonly CheckKind[] =>
  scheme.complianceChecks?.[category] ?? COMPLIANCE_CHECKS;

/** What changes for a case that goes over to another version of its scheme: in what it is asked, and by when. */
export function migrationPlan(
  state: CaseState,
  from: SchemeContent,
  to: SchemeContent,
  when: { readonly calendar: WorkCalendar; readonly now: string },
): MigrationPlan {
  const asked = (scheme: SchemeContent) => applicableItems(scheme.checklist.items, state);
  const dueBefore = new Map(state.deadlines.map(({ key, dueAt }) => [key, dueAt]));
  const deadlines = redated(state, from, to, when).flatMap(({ key, dueAt: newDueAt }): DeadlineChange[] => {
    const dueAt = dueBefore.get(key);
    return dueAt && dueAt !== newDueAt ? [{ deadline: key, dueAt, newDueAt }] : [];
  });
  const running = state.at === 'IN_ASSESSMENT';
  const checks = running ? checksOf(to, state).filter((kind) => !state.checks[kind]) : [];
  return { ...itemChanges(asked(from), asked(to)), deadlines, checks };
}
