import { sameSide, SYSTEM, type Actor, type Hand } from '../actors.js';
import type { CaseState, CorrectiveAction, CorrectiveActionPhase, AuditFinding } from '../case-state.js';
import { deadlineKey, type Deadline } from '../deadlines.js';
import { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import { refuse, type Refusal } from '../refusals.js';
import type { DeadlineKind } from '../scheme.js';
import { PILOT_STATES, YEARS_AFTER, type CaseStateName } from '../states.js';

/** Corrective actions of an accepted plan, or of a failed pilot, go on beside whatever the case does. */
export const ACTION_STATES: readonly CaseStateName[] = [
  'IN_ASSESSMENT',
  'ASSESSMENT_REVIEW',
  'CAP_OPEN',
  ...PILOT_STATES,
  ...YEARS_AFTER,
];
const BEFORE_REVIEW: readonly CaseStateName[] = ['IN_ASSESSMENT', 'ASSESSMENT_REVIEW'];
export const ACCESS_DENIED = 'access-denied';

export const deadlineOf = (action: CorrectiveAction): DeadlineKind => `corrective-action-${action.severity}`;

export const setAction = (d: Decision, id: string, patch: Partial<CorrectiveAction>): void => {
  const before = d.state.correctiveActions[id];
  if (!before) throw new Error(`no corrective action ${id}`);
  d.change({ correctiveActions: { ...d.state.correctiveActions, [id]: { ...before, ...patch } } });
};

/** The corrective actions in one of these phases, as subjects of a command. */
export const actionsIn = (
  state: CaseState,
  ...phases: CorrectiveActionPhase[]
): readonly { correctiveActionId: string }[] =>
  Object.entries(state.correctiveActions)
    .filter(([, a]) => phases.includes(a.phase))
    .map(([correctiveActionId]) => ({ correctiveActionId }));

export const isSubmitted = (
  state: CaseState,
  command: { readonly correctiveActionId: string },
): Refusal | undefined =>
  state.correctiveActions[command.correctiveActionId]?.phase === 'submitted'
    ? undefined
    : refuse('corrective-action-not-submitted', [command.correctiveActionId]);

const isDeadlineOf = (id: string, kind: DeadlineKind, subject: string): boolean =>
  subject === id && (kind.startsWith('corrective-action-') || kind === 'verification');

/** While a panel sits, what runs for an action that came waits with everything else, and nothing waits for one that went. */
function holdForAppeal(d: Decision, id: string): void {
  const { appeal, deadlines } = d.state;
  if (!appeal) return;
  const its = ({ kind, subject }: Deadline): boolean => isDeadlineOf(id, kind, subject);
  const held = [...appeal.held.filter((one) => !its(one)), ...deadlines.filter(its)];
  d.change({ appeal: { ...appeal, held }, deadlines: deadlines.filter((one) => !its(one)) });
}

/** Open one corrective action with its due date; the id is its subject. */
export function openAction(d: Decision, subject: string, severity: CorrectiveAction['severity']): void {
  const kind = `corrective-action-${severity}` as const;
  // Whatever ran for an earlier finding of the same subject is done with.
  d.stopWhere((other, of) => isDeadlineOf(subject, other, of));
  d.start(kind, subject);
  const dueAt = d.state.deadlines.find((x) => x.kind === kind && x.subject === subject)?.dueAt ?? d.now;
  const action: CorrectiveAction = {
    ...{ subject, severity, phase: 'open', dueAt },
    ...{ rejections: 0, openedAt: d.now },
  };
  d.change({ correctiveActions: { ...d.state.correctiveActions, [subject]: action } });
}

/** What an action was about is no finding any more: nothing is left to correct. */
function dropAction(d: Decision, id: string, action: CorrectiveAction): void {
  d.stop(deadlineOf(action), id);
  d.stop('verification', id);
  d.settleMatter('escalated', deadlineKey(deadlineOf(action), id));
  const kept = Object.entries(d.state.correctiveActions).filter(([key]) => key !== id);
  d.change({ correctiveActions: Object.fromEntries(kept) });
  holdForAppeal(d, id);
}

/** Nothing is left of a plan of correction: the reviewer looks at the assessment again. */
export function settleCorrections(d: Decision): void {
  if (d.state.at !== 'CAP_OPEN' || unverified(d.state).length > 0) return;
  d.move('cap_verified');
  d.start('review');
  d.tell('assessment-ready-for-review');
}

/**
 * Findings came or went after the submission: by a correction, or by a credit that ran out. What is new is corrected
 * beside whatever the case does, once the review is over; before, the reviewer decides on all of it.
 * @param before the findings until now
 */
export function followFindings(d: Decision, before: readonly AuditFinding[]): void {
  const ids = (found: readonly AuditFinding[]): ReadonlySet<string> => new Set(found.map((f) => f.itemId));
  const [old, now] = [ids(before), ids(d.state.audit.findings)];
  for (const action of unverified(d.state)) {
    if (old.has(action.subject) && !now.has(action.subject)) dropAction(d, action.subject, action);
  }
  // Under appeal the case still stands, for what is to be corrected, where it stood.
  const at = d.state.appeal?.origin ?? d.state.at;
  const reviewed = ACTION_STATES.includes(at) && !BEFORE_REVIEW.includes(at);
  const open = toCorrect(d.state).filter(({ subject }) => now.has(subject) && !old.has(subject));
  if (reviewed) {
    for (const { subject, severity } of open) {
      openAction(d, subject, severity);
      holdForAppeal(d, subject);
    }
    if (open.length > 0) d.tell('corrective-actions-required', { items: open.map((x) => x.subject) });
  }
  settleCorrections(d);
}

export const unverified = (state: CaseState): readonly CorrectiveAction[] =>
  Object.values(state.correctiveActions).filter((a) => a.phase !== 'verified');

/** What an audit leaves to correct: its findings, and a visit that was refused at the gate (critical, domain 2.1). */
export function toCorrect(
  state: CaseState,
): readonly { subject: string; severity: CorrectiveAction['severity'] }[] {
  const found = state.audit.findings.map((f) => ({
    subject: f.itemId,
    severity: f.severity === 'zero-tolerance' ? ('critical' as const) : f.severity,
  }));
  const denied =
    state.audit.accessDenied > 0 ? [{ subject: ACCESS_DENIED, severity: 'critical' as const }] : [];
  return [...found, ...denied].filter((x) => state.correctiveActions[x.subject]?.phase !== 'verified');
}

/** Open one corrective action for everything that is still to correct. */
export function openCorrectiveActions(d: Decision): void {
  const open = toCorrect(d.state);
  for (const { subject, severity } of open) openAction(d, subject, severity);
  d.tell('corrective-actions-required', { items: open.map((x) => x.subject) });
}

/** The corrective actions that would be opened now; nothing is. */
export function draftActions(
  state: CaseState,
  facts: Facts,
  now: string,
): Readonly<Record<string, CorrectiveAction>> {
  const d = new Decision(state, SYSTEM, now, facts);
  openCorrectiveActions(d);
  const open = toCorrect(state).map(({ subject }) => subject);
  return Object.fromEntries(Object.entries(d.state.correctiveActions).filter(([id]) => open.includes(id)));
}

/** Everybody who has held the audit of this case. */
export const auditSide = ({ audit }: CaseState): readonly Hand[] => [
  ...(audit.auditor ? [audit.auditor] : []),
  ...audit.former,
];

/** Who judges an audit never held it, and comes from no firm that did (domain 2.3). */
export const independent = (state: CaseState, actor: Actor): Refusal | undefined =>
  actor.kind === 'person' && auditSide(state).some((hand) => sameSide(hand, actor))
    ? refuse('segregation-of-duties')
    : undefined;
