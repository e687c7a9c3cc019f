import { sameSide, type Actor } from '../actors.js';
import type { CaseState, Proposal } from '../case-state.js';
import type { Decision } from '../decision.js';
import { refuse, type Refusal } from '../refusals.js';
import { QUALIFIED_STATES } from '../states.js';
import { APPROVED } from '../approval-status.js';
import { setApproval } from './approvals.js';
import { revokeCase } from './closing.js';
import { openCause } from './conditions.js';
import { auditSide, independent } from './corrective-actions.js';
import { buyerOf, type Rules } from './rule.js';
import { reinstate, suspendQualification } from './suspension.js';

const samePerson = (hand: { personId: string } | undefined, actor: Actor): boolean =>
  actor.kind === 'person' && hand?.personId === actor.personId;

/** A second officer looks at what one person suspended: neither that person nor of the audit's side. */
function onSuspension(state: CaseState, _command: unknown, actor: Actor): Refusal | undefined {
  const { suspension } = state;
  if (!suspension?.by || suspension.confirmedBy) return refuse('proposal-missing');
  return samePerson(suspension.by, actor) ? refuse('same-person') : independent(state, actor);
}

/** Nothing is proposed while a suspension waits for its second officer, or another proposal does. */
function proposable(state: CaseState, _command: unknown, actor: Actor): Refusal | undefined {
  const { suspension } = state;
  if (!suspension) return refuse('stage-does-not-allow');
  if (suspension.by && !suspension.confirmedBy) return refuse('proposal-pending', ['suspension']);
  if (suspension.proposal) return refuse('proposal-pending', [suspension.proposal.kind]);
  return independent(state, actor);
}

const closedCause = (state: CaseState): Refusal | undefined => {
  const open = openCause(state);
  return open.length > 0 ? refuse('cause-open', open) : undefined;
};

const onProposal =
  (kind: Proposal['kind']) =>
  (state: CaseState, _command: unknown, actor: Actor): Refusal | undefined => {
    const proposal = state.suspension?.proposal;
    if (proposal?.kind !== kind) return refuse('proposal-missing');
    return samePerson(proposal.by, actor) ? refuse('same-person') : independent(state, actor);
  };

function propose(d: Decision, proposal: Proposal): void {
  if (!d.state.suspension) return;
  d.change({ suspension: { ...d.state.suspension, proposal } });
  d.start('second-officer', proposal.kind);
}

/** The proposal falls; another one may be made. */
export function dropProposal(d: Decision): void {
  const { proposal, ...suspension } = d.state.suspension ?? {};
  if (!proposal) return;
  d.stop('second-officer', proposal.kind);
  d.change({ suspension: suspension as CaseState['suspension'] });
  d.tell(`${proposal.kind}-dismissed`, {});
}

/** A suspension that no second officer stands for never was one; buyers confirm their approvals all the same. */
export function dropSuspension(d: Decision): void {
  d.tell('suspension-dismissed');
  reinstate(d);
}

const decision = { by: ['officer'], in: ['SUSPENDED'] } as const;

/** Suspending, reinstating and revoking: always two officers, never the same one twice (domain 2.3). */
export const suspensionRules: Rules<
  | 'suspend'
  | 'confirm-suspension'
  | 'dismiss-suspension'
  | 'propose-reinstatement'
  | 'confirm-reinstatement'
  | 'dismiss-reinstatement'
  | 'propose-revocation'
  | 'confirm-revocation'
  | 'dismiss-revocation'
  | 'confirm-approval'
> = {
  suspend: {
    by: ['officer'],
    in: QUALIFIED_STATES,
    check: (state, _command, actor) => independent(state, actor),
    apply: (d, { cause }) => suspendQualification(d, cause),
  },
  'confirm-suspension': {
    ...decision,
    check: onSuspension,
    apply: (d) => {
      if (!d.state.suspension) return;
      d.stop('second-officer', 'suspension');
      d.change({ suspension: { ...d.state.suspension, confirmedBy: d.hand } });
      d.tell('suspension-confirmed', { cause: d.state.suspension.cause });
    },
  },
  'dismiss-suspension': { ...decision, check: onSuspension, apply: dropSuspension },
  'propose-reinstatement': {
    ...decision,
    check: (state, command, actor) => proposable(state, command, actor) ?? closedCause(state),
    apply: (d) => {
      propose(d, { kind: 'reinstatement', by: d.hand });
      d.tell('reinstatement-proposed');
    },
  },
  'confirm-reinstatement': {
    ...decision,
    check: (state, command, actor) =>
      onProposal('reinstatement')(state, command, actor) ?? closedCause(state),
    apply: reinstate,
  },
  'dismiss-reinstatement': { ...decision, check: onProposal('reinstatement'), apply: dropProposal },
  'propose-revocation': {
    ...decision,
    check: proposable,
    apply: (d, { cause }) => {
      propose(d, { kind: 'revocation', by: d.hand, cause });
      d.tell('revocation-proposed', { cause });
    },
  },
  'confirm-revocation': {
    ...decision,
    check: onProposal('revocation'),
    apply: (d) => revokeCase(d, d.state.suspension?.proposal?.cause ?? 'other'),
  },
  'dismiss-revocation': { ...decision, check: onProposal('revocation'), apply: dropProposal },
  'confirm-approval': {
    by: ['buyer-approver'],
    in: QUALIFIED_STATES,
    check: (state, _command, actor) => {
      const approval = state.approvals[buyerOf(actor)];
      if (!approval?.awaitsBuyerSince || !APPROVED.includes(approval.phase))
        return refuse('approval-not-awaiting');
      if (samePerson(approval.requester, actor)) return refuse('same-person');
      const partial = [...state.reviewers, ...auditSide(state)].some(
        (hand) => actor.kind === 'person' && sameSide(hand, actor),
      );
      return partial ? refuse('segregation-of-duties') : undefined;
    },
    apply: (d) => {
      const buyerId = d.hand.organisationId;
      setApproval(d, buyerId, { awaitsBuyerSince: undefined });
      d.stop('approval-confirmation', buyerId);
      d.tell('approval-confirmed', { buyerId });
    },
  },
};
