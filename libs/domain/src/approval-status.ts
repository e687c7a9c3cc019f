import type { Approval, CaseState } from './case-state.js';
import type { SuspensionCause } from './qualified-codes.js';
import { validUntil } from './rules/qualified.js';
import { QUALIFIED_STATES } from './states.js';

export const APPROVED: readonly Approval['phase'][] = ['approved', 'approved-conditionally'];

/** How much an approval counts for, least first. */
export const APPROVAL_STANDINGS = [
  'none',
  'undecided',
  'declined',
  'ended',
  'expired',
  'suspended',
  'conditional',
  'approved',
] as const;
export type ApprovalStanding = (typeof APPROVAL_STANDINGS)[number];
export interface ApprovalStatus {
  readonly standing: ApprovalStanding;
  /** Of a suspended one: since when it does not count, and why. */
  readonly since?: string;
  readonly because?: SuspensionCause | 'awaits-buyer' | 'assessed-again';
  /** Until when it counts as things stand. */
  readonly validUntil?: string;
}

/**
 * What the approval of one buyer is worth at an instant: the minimum of its own validity and that of the qualification it
 * stands on. After a reinstatement it stays suspended until the buyer itself has confirmed it.
 * @param now an instant of case time
 */
export function approvalStatus(state: CaseState, buyerId: string, now: string): ApprovalStatus {
  const approval = state.approvals[buyerId];
  if (!approval) return { standing: 'none' };
  const { phase, awaitsBuyerSince } = approval;
  if (phase === 'declined' || phase === 'ended' || phase === 'expired') return { standing: phase };
  if (!APPROVED.includes(phase)) return { standing: 'undecided' };
  const ends = [approval.validUntil, validUntil(state)].filter((end) => end !== undefined).sort();
  const until = ends[0];
  if (until !== undefined && until <= now) return { standing: 'expired' };
  if (state.suspension)
    return { standing: 'suspended', since: state.suspension.since, because: state.suspension.cause };
  // A suspension that a panel overturned: the case is judged again.
  if (!QUALIFIED_STATES.includes(state.at))
    return { standing: 'suspended', since: state.enteredAt, because: 'assessed-again' };
  if (awaitsBuyerSince) return { standing: 'suspended', since: awaitsBuyerSince, because: 'awaits-buyer' };
  const conditional = phase === 'approved-conditionally' || state.at === 'QUALIFIED_CONDITIONAL';
  return { standing: conditional ? 'conditional' : 'approved', ...(until && { validUntil: until }) };
}
