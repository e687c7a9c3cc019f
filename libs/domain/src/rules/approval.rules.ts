import { sameSide, type Actor } from '../actors.js';
import { addMonths, endOfLocalDay } from '../calendar.js';
import type { CaseState } from '../case-state.js';
import { consentInForce } from '../consent.js';
import { paperOf, type ApprovalScope, type Facts } from '../facts.js';
import { approvalScopePaper } from '../papers.js';
import { marketsOf } from '../checklist.js';
import { hsLineIn } from '../reference/input-categories.js';
import { refuse, type Refusal } from '../refusals.js';
import { PILOT_STATES, QUALIFIED_STATES, type CaseStateName } from '../states.js';
import { openApproval, setApproval, stopApprovalDeadlines, UNDECIDED } from './approvals.js';
import { openChecks } from './checks.js';
import { auditSide } from './corrective-actions.js';
import { settlePilots } from './pilots.js';
import { CONDITION_MONTHS, grantQualification, validityEnd, validUntil } from './qualified.js';
import { previousInOrder } from './renewals.js';
import { startScorecard } from './scorecards.js';
import { buyerOf, type Rules } from './rule.js';
import type { Decision } from '../decision.js';

const DECIDING: readonly CaseStateName[] = ['BUYER_DECISION', ...QUALIFIED_STATES];
const phaseOf = (state: CaseState, actor: Actor) => state.approvals[buyerOf(actor)]?.phase;
const undecided = (state: CaseState, _command: unknown, actor: Actor): Refusal | undefined => {
  const phase = phaseOf(state, actor);
  return phase && UNDECIDED.includes(phase) ? undefined : refuse('no-approval-open');
};
const scopeOf = (facts: Facts, buyerId: string): ApprovalScope | undefined =>
  paperOf(facts, approvalScopePaper(buyerId))['scope'] as ApprovalScope | undefined;

/** The second person: not the requester, not the auditor's side, not a reviewer of the programme (domain 2.3). */
const secondPerson = (state: CaseState, actor: Actor): Refusal | undefined => {
  if (actor.kind === 'system') return undefined;
  if (state.approvals[actor.organisationId]?.requester?.personId === actor.personId)
    return refuse('same-person');
  const others = [...state.reviewers, ...auditSide(state)];
  return others.some((hand) => sameSide(hand, actor)) ? refuse('segregation-of-duties') : undefined;
};

/** An approval may not outlast the qualification it stands on. */
const scopeRefusals = (state: CaseState, facts: Facts, buyerId: string, now: string): readonly Refusal[] => {
  const scope = scopeOf(facts, buyerId);
  if (!scope) return [refuse('approval-scope-missing')];
  const end = endOfLocalDay(scope.validUntil);
  if (end <= now) return [refuse('date-out-of-range', ['validUntil'])];
  const limit = validUntil(state) ?? validityEnd(state, facts, now, false);
  const wide = [...(end > limit ? ['validUntil'] : []), ...beyondTheCase(state, facts, scope)];
  return wide.length > 0 ? [refuse('approval-scope-too-wide', wide)] : [];
};

/** What a scope names that this case was not about: another site, HS lines of other goods, a market it was not judged for. */
function beyondTheCase(state: CaseState, facts: Facts, scope: ApprovalScope): readonly string[] {
  const { siteIds = [], hsLines = [], endMarkets = [] } = scope;
  // Some items weigh more for goods bound for a market: an audit that was asked without it says nothing about it.
  const special = facts.scheme.checklist.items.flatMap(({ severityWhen = [] }) =>
    severityWhen.flatMap(marketsOf),
  );
  const unjudged = (market: string): boolean =>
    special.includes(market) && !state.endMarkets.includes(market);
  return [
    ...(siteIds.some((siteId) => siteId !== state.siteId) ? ['siteIds'] : []),
    ...(hsLines.every((line) => hsLineIn(state.category, line)) ? [] : ['hsLines']),
    ...(endMarkets.some(unjudged) ? ['endMarkets'] : []),
  ];
}

const conditionalOnly = (state: CaseState): boolean => {
  const latest = Object.values(state.pilots).filter((p) => p.phase === 'accepted');
  if (state.audit.current?.grade === 'D') return true;
  const onProof = latest.length > 0 || !state.renewal?.pilotAccepted;
  return onProof && latest.every((p) => p.result === 'conditional');
};

const decided = (d: Decision, patch: Parameters<typeof setApproval>[2]): string => {
  const buyerId = d.hand.organisationId;
  stopApprovalDeadlines(d, buyerId);
  setApproval(d, buyerId, { ...patch, deadline: undefined });
  return buyerId;
};

export const approvalRules: Rules<
  'request-approval' | 'recommend-approval' | 'approve' | 'decline-approval' | 'defer-approval'
> = {
  'request-approval': {
    by: ['buyer-requester'],
    in: [...PILOT_STATES, ...QUALIFIED_STATES],
    check: (state, _command, actor) => {
      if (!state.consents.includes(buyerOf(actor))) return refuse('access-consent-missing');
      // A renewal that a reviewer has granted stands on the pilot order of the qualification before it.
      const renewed = state.renewal?.pilotAccepted === true && QUALIFIED_STATES.includes(state.at);
      if (!renewed && !Object.values(state.pilots).some((p) => p.phase === 'accepted'))
        return refuse('no-accepted-pilot');
      const phase = phaseOf(state, actor);
      return phase && !['declined', 'expired', 'ended'].includes(phase)
        ? refuse('stage-does-not-allow')
        : undefined;
    },
    blockers: (state, _command, _facts, actor, now) =>
      consentInForce(state, buyerOf(actor), now) ? [] : [refuse('access-consent-missing')],
    apply: (d) => {
      openApproval(d, d.hand.organisationId);
      settlePilots(d);
    },
  },
  'recommend-approval': {
    by: ['buyer-requester'],
    in: DECIDING,
    check: (state, command, actor) =>
      undecided(state, command, actor) ??
      (phaseOf(state, actor) === 'recommended' ? refuse('stage-does-not-allow') : undefined),
    reliesOn: (_state, _command, actor) => [approvalScopePaper(buyerOf(actor))],
    blockers: (state, _command, facts, actor, now) => scopeRefusals(state, facts, buyerOf(actor), now),
    apply: (d) => {
      const buyerId = d.hand.organisationId;
      setApproval(d, buyerId, { phase: 'recommended', requester: d.hand, scopeId: d.facts.scopeRevision });
      d.tell('approval-recommended', { buyerId });
    },
  },
  approve: {
    by: ['buyer-approver'],
    in: DECIDING,
    check: (state, _command, actor) =>
      phaseOf(state, actor) === 'recommended' ? secondPerson(state, actor) : refuse('not-recommended'),
    reliesOn: (_state, _command, actor) => [approvalScopePaper(buyerOf(actor))],
    blockers: (state, command, facts, actor, now) => [
      ...scopeRefusals(state, facts, buyerOf(actor), now),
      ...(command.conditional === false && conditionalOnly(state) ? [refuse('conditional-only')] : []),
      // The first approval qualifies the supplier: no check may have failed or be under way then, and what a renewal
      // renews may not have lost its ground meanwhile.
      ...(QUALIFIED_STATES.includes(state.at)
        ? []
        : [...openChecks(state), ...previousInOrder(state, facts)]),
    ],
    apply: (d, command) => {
      const scope = scopeOf(d.facts, d.hand.organisationId);
      const until = scope ? endOfLocalDay(scope.validUntil) : d.now;
      grantQualification(d, command.conditional);
      const ends = [until, validUntil(d.state) ?? until];
      // A conditional approval is for six months at the most, whatever the qualification it stands on (state machine).
      if (command.conditional) ends.push(addMonths(d.now, CONDITION_MONTHS));
      const approvedUntil = ends.sort()[0] ?? until;
      const buyerId = decided(d, {
        phase: command.conditional ? 'approved-conditionally' : 'approved',
        approver: d.hand,
        validUntil: approvedUntil,
      });
      d.start('approval-end', buyerId, { dueAt: approvedUntil });
      startScorecard(d, buyerId);
      d.tell('approval-granted', { buyerId, conditional: command.conditional, validUntil: approvedUntil });
    },
  },
  'decline-approval': {
    by: ['buyer-approver', 'buyer-requester'],
    in: DECIDING,
    // A buyer that was asked to confirm its approval after a reinstatement may say no instead.
    check: (state, command, actor) =>
      state.approvals[buyerOf(actor)]?.awaitsBuyerSince ? undefined : undecided(state, command, actor),
    apply: (d, command) => {
      const buyerId = decided(d, {
        phase: 'declined',
        declineReason: command.reason,
        awaitsBuyerSince: undefined,
      });
      d.stop('approval-end', buyerId);
      d.tell('approval-declined', { buyerId, reason: command.reason });
      settlePilots(d);
    },
  },
  'defer-approval': {
    by: ['buyer-approver', 'buyer-requester'],
    in: DECIDING,
    check: (state, command, actor) =>
      undecided(state, command, actor) ??
      (state.approvals[buyerOf(actor)]?.deferredOnce ? refuse('deferred-already') : undefined),
    apply: (d) => {
      const buyerId = d.hand.organisationId;
      stopApprovalDeadlines(d, buyerId);
      setApproval(d, buyerId, {
        phase: 'deferred',
        deferredOnce: true,
        requester: undefined,
        deadline: `buyer-decision-deferred:${buyerId}`,
      });
      d.start('buyer-decision-deferred', buyerId);
      d.tell('approval-deferred', { buyerId });
    },
  },
};
