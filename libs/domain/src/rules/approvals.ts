import { APPROVED } from '../approval-status.js';
import type { Approval } from '../case-state.js';
import type { Decision } from '../decision.js';
import { deadlineKey } from '../deadlines.js';

export const UNDECIDED: readonly Approval['phase'][] = ['open', 'recommended', 'deferred'];

export const setApproval = (d: Decision, buyerId: string, patch: Partial<Approval>): void => {
  const before: Approval = d.state.approvals[buyerId] ?? { phase: 'open', deferredOnce: false };
  d.change({ approvals: { ...d.state.approvals, [buyerId]: { ...before, ...patch } } });
};

/** Ask this buyer for a decision, unless it is asked already or has one that stands. */
export function openApproval(d: Decision, buyerId: string): void {
  const phase = d.state.approvals[buyerId]?.phase;
  if (phase && !['declined', 'expired', 'ended'].includes(phase)) return;
  const fresh: Approval = {
    phase: 'open',
    deferredOnce: false,
    deadline: deadlineKey('buyer-decision', buyerId),
  };
  d.change({ approvals: { ...d.state.approvals, [buyerId]: fresh } });
  d.start('buyer-decision', buyerId);
  d.tell('approval-requested', { buyerId });
}

/** The qualification counts again. No approval does by itself: each buyer looks at what happened and says so. */
export function askToConfirm(d: Decision): void {
  for (const [buyerId, { phase }] of Object.entries(d.state.approvals)) {
    if (APPROVED.includes(phase)) {
      setApproval(d, buyerId, { awaitsBuyerSince: d.now });
      d.start('approval-confirmation', buyerId);
      d.tell('approval-awaits-buyer', { buyerId });
    } else if (UNDECIDED.includes(phase)) {
      d.start('buyer-decision', buyerId);
      setApproval(d, buyerId, { deadline: deadlineKey('buyer-decision', buyerId) });
    }
  }
}

export function stopApprovalDeadlines(d: Decision, buyerId: string): void {
  d.stop('buyer-decision', buyerId);
  d.stop('buyer-decision-deferred', buyerId);
  d.stop('scorecard', buyerId);
  d.stop('approval-confirmation', buyerId);
}
