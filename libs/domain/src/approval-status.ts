import type { Approval, CaseState, Suspension } from './case-state.js';
import type { SuspensionCause } from './qualified-codes.js';
import { validUntil } from './rules/qualified.js';
import { QUALIFIED_STATES, type CaseStateName } from './states.js';

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

/** What of a case the approval of one buyer is worth by: all that `standingOf` looks at. Codes and instants only. */
export interface ApprovalRecord {
  readonly phase: Approval['phase'];
  /** Of the approval itself. */
  readonly validUntil?: string;
  readonly awaitsBuyerSince?: string;
  /** Of the qualification that it stands on. */
  readonly qualification: {
    readonly at: CaseStateName;
    readonly enteredAt: string;
    readonly validUntil?: string;
    readonly suspension?: Pick<Suspension, 'since' | 'cause'>;
  };
}

/** Nothing when this buyer was never asked to approve. */
export function approvalRecord(state: CaseState, buyerId: string): ApprovalRecord | undefined {
  const approval = state.approvals[buyerId];
  if (!approval) return undefined;
  const until = validUntil(state);
  const { at, enteredAt, suspension } = state;
  return {
    phase: approval.phase,
    ...(approval.validUntil && { validUntil: approval.validUntil }),
    ...(approval.awaitsBuyerSince && { awaitsBuyerSince: approval.awaitsBuyerSince }),
    qualification: {
      ...{ at, enteredAt, ...(until && { validUntil: until }) },
      ...(suspension && { suspension: { since: suspension.since, cause: suspension.cause } }),
    },
  };
}

/**
 * The end of an approval as things stand: the earlier one of its own and that of the qualification it stands on.
 * Undefined for one that was not given, or has no end.
 */
export const approvalEnd = ({ phase, validUntil: own, qualification }: ApprovalRecord): string | undefined =>
  APPROVED.includes(phase)
    ? [own, qualification.validUntil].filter((end) => end !== undefined).sort()[0]
    : undefined;

/**
 * What the approval of one buyer is worth at an instant: the minimum of its own validity and that of the qualification it
 * stands on. After a reinstatement it stays suspended until the buyer itself has confirmed it.
 * @param now an instant of case time
 */
export function standingOf(record: ApprovalRecord, now: string): ApprovalStatus {
  const { phase, awaitsBuyerSince, qualification } = record;
  if (phase === 'declined' || phase === 'ended' || phase === 'expired') return { standing: phase };
  if (!APPROVED.includes(phase)) return { standing: 'undecided' };
  const { at, enteredAt, suspension } = qualification;
  const until = approvalEnd(record);
  if (until !== undefined && until <= now) return { standing: 'expired' };
  if (suspension) return { standing: 'suspended', since: suspension.since, because: suspension.cause };
  // A suspension that a panel overturned: the case is judged again.
  if (!QUALIFIED_STATES.includes(at))
    return { standing: 'suspended', since: enteredAt, because: 'assessed-again' };
  if (awaitsBuyerSince) return { standing: 'suspended', since: awaitsBuyerSince, because: 'awaits-buyer' };
  const conditional = phase === 'approved-conditionally' || at === 'QUALIFIED_CONDITIONAL';
  return { standing: conditional ? 'conditional' : 'approved', ...(until && { validUntil: until }) };
}

/** As `standingOf`, from the whole case. @param now an instant of case time */
export function approvalStatus(state: CaseState, buyerId: string, now: string): ApprovalStatus {
  const record = approvalRecord(state, buyerId);
  return record ? standingOf(record, now) : { standing: 'none' };
}
