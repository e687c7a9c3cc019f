import type { CaseState, Suspension } from '../case-state.js';
import type { Decision } from '../decision.js';
import { APPROVED } from '../approval-status.js';
import { graverCause, type SuspensionCause } from '../qualified-codes.js';
import { askToConfirm, stopApprovalDeadlines, UNDECIDED } from './approvals.js';
import { failedChecks } from './checks.js';
import { openAction } from './corrective-actions.js';
import { causesOf, conditionOver, openConditions, REJECTED_LOTS } from './conditions.js';
import { askBuyers } from './pilots.js';
import { fullAgain, planRequalification, setCondition, watchCertificates } from './qualified.js';
import { YEARS_AFTER } from '../states.js';
import { consecutiveRejections } from '../switching.js';

const REJECTED_LOTS_THAT_SUSPEND = 2;

/**
 * The qualification does not count from now on, and with it no approval that stands on it. One person may suspend, since
 * waiting could do harm; a second officer confirms it, or it falls (domain 2.3).
 */
export function suspendQualification(
  d: Decision,
  cause: SuspensionCause,
  { event = 'trigger', subject }: { event?: 'trigger' | 'timer'; subject?: string } = {},
): void {
  if (d.state.suspension) return aggravate(d, d.state.suspension, cause, subject);
  const origin = d.state.at;
  const conditionDueAt = d.state.deadlines.find(({ kind }) => kind === 'condition')?.dueAt;
  d.move(event);
  d.stop('condition');
  d.stopWhere((kind) => kind === 'approval-confirmation');
  for (const buyerId of undecided(d.state)) stopApprovalDeadlines(d, buyerId);
  const byHand = d.actor.kind === 'person' && !FOUND_BY_RULE.includes(cause);
  d.change({
    suspension: {
      cause,
      ...(subject && { subject }),
      since: d.now,
      origin,
      ...(byHand && { by: d.hand }),
      ...(conditionDueAt && { conditionDueAt }),
    },
  });
  d.start('suspension');
  if (byHand) d.start('second-officer', 'suspension');
  d.tell('qualification-suspended', { cause, since: d.now });
  for (const buyerId of approved(d.state)) d.tell('approval-suspended', { buyerId });
}

/**
 * One more cause while it is suspended: nothing falls for want of a second officer any more, and all must be closed. The
 * gravest that somebody stands for gives the name; what one officer alone said has not been confirmed by another cause.
 */
function aggravate(d: Decision, before: Suspension, cause: SuspensionCause, subject = ''): void {
  d.stopWhere((kind) => kind === 'second-officer');
  const besides = [...new Set([...(before.besides ?? []), subject])];
  const causes = [...new Set([...causesOf(d.state), cause])];
  const unconfirmed = before.by && !before.confirmedBy;
  const named = unconfirmed ? { cause, by: undefined } : { cause: graverCause(before.cause, cause) };
  d.change({ suspension: { ...before, ...named, causes, besides, proposal: undefined } });
  d.tell('qualification-suspended', { cause, since: before.since });
}

/** Whoever was at the keyboard, these causes were found by a rule, on what two persons had judged or a clock had run out. */
const FOUND_BY_RULE: readonly SuspensionCause[] = [
  'certificate-expired',
  'list-hit',
  'rejected-lots',
  'condition-overdue',
];

const undecided = ({ approvals }: CaseState): readonly string[] =>
  Object.keys(approvals).filter((id) => UNDECIDED.includes(approvals[id]?.phase ?? 'ended'));
const approved = ({ approvals }: CaseState): readonly string[] =>
  Object.keys(approvals).filter((id) => APPROVED.includes(approvals[id]?.phase ?? 'ended'));

/** Back to where the case came from; an overdue condition was closed, so the qualification is a full one again. */
function reinstatedTo(state: CaseState): CaseState['at'] {
  // A certificate lapsed meanwhile, say: it goes on as it would have without the suspension.
  if (failedChecks(state).length > 0) return 'QUALIFIED_CONDITIONAL';
  if (conditionOver(state) && openConditions(state).length === 0) return 'QUALIFIED';
  return state.suspension?.origin ?? 'QUALIFIED';
}

/** The qualification counts again, and its buyers are asked whether their approvals do. */
export function reinstate(d: Decision): void {
  const { suspension } = d.state;
  if (!suspension) throw new Error('nothing is suspended');
  const to = reinstatedTo(d.state);
  d.stop('suspension');
  d.stopWhere((kind) => kind === 'second-officer');
  d.move('reinstate', to);
  d.change({ suspension: undefined });
  if (to === 'QUALIFIED_CONDITIONAL') {
    const reason = d.state.condition?.reason ?? 'reinstated-conditionally';
    // With the rest of its time; with none left it is suspended again, for the condition.
    setCondition(d, reason, suspension.conditionDueAt);
  } else if (suspension.origin === 'QUALIFIED_CONDITIONAL') fullAgain(d);
  // The ninety days before the end may have begun meanwhile.
  if (to === 'QUALIFIED' && d.state.validity) planRequalification(d, d.state.validity);
  watchCertificates(d);
  d.tell('qualification-reinstated', { cause: suspension.cause, since: suspension.since });
  askToConfirm(d);
  askBuyers(d);
}

/** Suspended for zero-tolerance findings: each is a cause that has to be closed. */
export function suspendForFindings(d: Decision, [subject, ...others]: readonly string[]): void {
  suspendQualification(d, 'zero-tolerance', subject === undefined ? {} : { subject });
  const { suspension } = d.state;
  if (!suspension || others.length === 0) return;
  const besides = [...new Set([...(suspension.besides ?? []), ...others])];
  d.change({ suspension: { ...suspension, besides } });
}

/** Two lots rejected one after the other, whoever ordered them, suspend a qualification (domain 2.1). */
export function suspendForRejectedLots(d: Decision): void {
  if (consecutiveRejections(d.state) < REJECTED_LOTS_THAT_SUSPEND) return;
  if (!YEARS_AFTER.includes(d.state.at)) return;
  suspendQualification(d, 'rejected-lots', { subject: REJECTED_LOTS });
  openAction(d, REJECTED_LOTS, 'major');
}

/** The time for conditions is over. What is closed in fact but not signed yet can be reinstated at once. */
export const suspendForCondition = (d: Decision): void =>
  suspendQualification(d, 'condition-overdue', { event: 'timer' });
