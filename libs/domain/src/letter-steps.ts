import { addDays } from './calendar.js';
import type { CaseState } from './case-state.js';
import type { JournalEntry } from './decide.js';
import type { CaseEvent } from './decision.js';
import type { LetterBasis, LetterLine } from './letters.js';
import { deadlineRule } from './reference/deadline-rules.js';
import { coolingOffUntil, renewalOpensAt } from './renewal.js';
import { openCause, openConditions } from './rules/conditions.js';
import type { CaseStateName } from './states.js';
import { APPEALABLE } from './transitions.js';

const step = (code: string, params: LetterLine['params'] = {}): LetterLine => ({
  code: `next:${code}`,
  params,
});

/** Where the decision brought the case to; undefined when the case stayed where it was. */
const arrivedAt = ({ moves }: JournalEntry): CaseStateName | undefined => moves.at(-1)?.to;

/** The last day to appeal, in every letter of a decision that may be appealed, unless it was (state machine, `appeal`). */
function appealSteps(entry: JournalEntry, { told, scheme }: LetterBasis): readonly LetterLine[] {
  const at = arrivedAt(entry);
  if (!APPEALABLE.some((one) => one === at)) return [];
  const { occurredAt: decisionAt } = entry;
  const until = addDays(decisionAt, deadlineRule(scheme, 'appeal-window').within.days ?? 0);
  const appealed =
    told.appeal?.decisionAt === decisionAt || told.appeals?.some((one) => one.decisionAt === decisionAt);
  return [appealed ? step('appealed') : step('appeal', { until })];
}

/** From when the supplier may apply again. */
function reapplySteps(
  entry: JournalEntry,
  events: readonly CaseEvent[],
  told: CaseState,
): readonly LetterLine[] {
  const at = arrivedAt(entry);
  if (at === 'WITHDRAWN' || at === 'EXPIRED') return [step('reapply-now')];
  if (at !== 'REJECTED' && at !== 'REVOKED') return [];
  const why = events
    .map(({ params }) => params['cause'] ?? params['reason'])
    .find((code) => code !== undefined);
  const { qualificationId, coolingOffWaived } = told;
  const from = coolingOffUntil({
    ...{ qualificationId, at, enteredAt: entry.occurredAt, closedReason: String(why ?? '') },
    ...(at === told.at && coolingOffWaived && { coolingOffWaived }),
  });
  return [from ? step('reapply', { from }) : step('reapply-now')];
}

/** What has to be closed, and by when, as long as this decision is the one that asks for it. */
function toClose({ occurredAt }: JournalEntry, told: CaseState): readonly LetterLine[] {
  const due = (kind: string): LetterLine['params'] => {
    const dueAt = told.deadlines.find((deadline) => deadline.kind === kind)?.dueAt;
    return dueAt === undefined ? {} : { until: dueAt };
  };
  const open = (subjects: readonly string[]): readonly LetterLine[] =>
    subjects.map((subject) => ({ code: 'next:close', params: { subject } }));
  if (told.at === 'SUSPENDED' && told.suspension?.since === occurredAt)
    return [step('end-suspension', due('suspension')), ...open(openCause(told))];
  if (told.condition?.since === occurredAt)
    return [step('meet-conditions', due('condition')), ...open(openConditions(told))];
  return Object.entries(told.correctiveActions)
    .filter(([, { openedAt, phase }]) => openedAt === occurredAt && phase !== 'verified')
    .map(([subject, { dueAt, severity }]) => step('correct', { subject, severity, until: dueAt }));
}

/** What follows from one thing that was decided. */
function following({ type, params }: CaseEvent): readonly LetterLine[] {
  const until = String(params['until'] ?? '');
  switch (type) {
    case 'assessment-passed':
      return [step('invite-buyers')];
    case 'qualification-granted':
    case 'qualification-renewed':
      return [
        step('keep-valid', { until }),
        ...(params['conditional'] === true ? [] : [step('renew', { from: renewalOpensAt(until) })]),
      ];
    case 'qualification-reinstated':
      return [step('buyers-confirm')];
    case 'qualification-suspended':
      return [step('no-approval-counts')];
    case 'qualification-revoked':
      return [step('approvals-withdrawn')];
    case 'approval-declined':
      return [step('other-buyers')];
    case 'appeal-decided':
      return [step(params['result'] === 'overturned' ? 'assessed-again' : 'appeal-ended')];
    default:
      return [];
  }
}

/** What the supplier can do now, and what it must. */
export const nextSteps = (
  entry: JournalEntry,
  events: readonly CaseEvent[],
  basis: LetterBasis,
): readonly LetterLine[] => {
  const appealEnded = events.some(({ type }) => type === 'appeal-decided');
  return [
    ...events.flatMap(following),
    ...toClose(entry, basis.told),
    ...(appealEnded ? [] : appealSteps(entry, basis)),
    ...(appealEnded ? [] : reapplySteps(entry, events, basis.told)),
  ];
};
