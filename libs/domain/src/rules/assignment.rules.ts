import { sameSide, type Hand } from '../actors.js';
import type { AuditPhase, CaseState } from '../case-state.js';
import type { CommandOf } from '../commands.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import { refuse, type Refusal } from '../refusals.js';
import { inAuditPhase, leaveAudit, seat } from './audit.js';
import { ACTION_STATES } from './corrective-actions.js';
import type { Rule, Rules } from './rule.js';

const BEFORE_SUBMISSION: readonly AuditPhase[] = [
  'assigned',
  'visit-proposed',
  'visit-agreed',
  'in-progress',
];

const visiting = ({ surveillance }: CaseState): boolean =>
  Object.values(surveillance?.visits ?? {}).some(({ phase }) => phase === 'assigned');
const approvers = ({ approvals }: CaseState): readonly Hand[] =>
  Object.values(approvals).flatMap(({ approver }) => (approver ? [approver] : []));

/** A site is audited by the same auditor, or the same firm, in so many cycles in a row at most (domain 2.3). */
export const ROTATION_LIMIT = 3;

/** What an assignment is judged by. */
type OfAssignment = Pick<Facts, 'person' | 'assignment'>;

/** What ties auditor or firm to a party of the case, by kind: the values stay where they are. */
const tiesInTheWay = ({ assignment }: OfAssignment): readonly Refusal[] => {
  const kinds = [...new Set((assignment?.ties ?? []).map(({ kind }) => kind))];
  return kinds.length > 0 ? [refuse('conflict-of-interest', kinds)] : [];
};

function rotation({ personId, organisationId }: Hand, { assignment }: OfAssignment): readonly Refusal[] {
  const last = (assignment?.earlier ?? []).slice(0, ROTATION_LIMIT);
  if (last.length < ROTATION_LIMIT) return [];
  if (last.every((hand) => hand.personId === personId)) return [refuse('rotation-limit', [personId])];
  const sameFirm = last.every((hand) => hand.organisationId === organisationId);
  return sameFirm ? [refuse('rotation-limit', [organisationId])] : [];
}

/**
 * The person named must audit for the firm named, must not have left this audit, stand on no other side and have no tie
 * to a party of the case; and others must have their turn, but for a single visit.
 */
export function assignmentRefusals(
  state: CaseState,
  hand: Hand,
  facts: OfAssignment,
  inTurn = true,
): readonly Refusal[] {
  const { personId, organisationId } = hand;
  const employed = facts.person?.memberships.some(
    (m) => m.organisationId === organisationId && m.roles.includes('auditor'),
  );
  if (!employed) return [refuse('person-not-eligible', [personId])];
  const partial = facts.person?.memberships.some(
    (m) => m.organisationId === state.supplierId || m.organisationKind === 'supplier',
  );
  const conflict =
    partial ||
    state.audit.excluded.some((x) => sameSide(x, hand)) ||
    [...state.reviewers, ...approvers(state)].some((x) => sameSide(x, hand));
  if (conflict) return [refuse('segregation-of-duties', [personId])];
  return inTurn ? [...tiesInTheWay(facts), ...rotation(hand, facts)] : tiesInTheWay(facts);
}

export const assignment: Pick<
  Rule<'assign-auditor' | 'reassign-auditor' | 'assign-surveillance'>,
  'blockers'
>['blockers'] = (state, { type, auditorId, firmId }, facts) =>
  assignmentRefusals(
    state,
    { personId: auditorId, organisationId: firmId },
    facts,
    type !== 'assign-surveillance',
  );

/** Before the submission the new auditor begins again with the visit. */
function replace(d: Decision, { auditorId, firmId }: CommandOf<'reassign-auditor'>): void {
  leaveAudit(d, 'reassigned', false);
  seat(d, auditorId, firmId);
}

/** After it, the answers stand: the new auditor only verifies what is still to correct. */
function succeed(d: Decision, { auditorId, firmId }: Omit<CommandOf<'reassign-auditor'>, 'type'>): void {
  d.stop('assign-auditor');
  const { auditor, former } = d.state.audit;
  d.changeAudit({
    auditor: { personId: auditorId, organisationId: firmId },
    former: auditor ? [...former, auditor] : former,
  });
  d.tell('auditor-assigned', { auditorId, firmId });
}

/** An appeal that was overturned took its auditor from the case, and left the audit. */
const withoutAuditor = ({ audit }: CaseState): Refusal | undefined =>
  audit.phase === 'submitted' && !audit.auditor ? undefined : refuse('stage-does-not-allow');

export const assignmentRules: Rules<
  'assign-auditor' | 'reassign-auditor' | 'decline-assignment' | 'withdraw-from-audit'
> = {
  'assign-auditor': {
    by: ['officer'],
    in: ACTION_STATES,
    check: (state) =>
      state.at === 'IN_ASSESSMENT' ? inAuditPhase('unassigned')(state) : withoutAuditor(state),
    blockers: assignment,
    apply: (d, command) =>
      d.state.at === 'IN_ASSESSMENT' ? seat(d, command.auditorId, command.firmId) : succeed(d, command),
  },
  'reassign-auditor': {
    by: ['officer'],
    in: ACTION_STATES,
    check: (state) => {
      // Whoever is on a surveillance visit is replaced there: here it would be told.
      if (visiting(state)) return refuse('stage-does-not-allow');
      return state.audit.phase === 'submitted' || state.at === 'IN_ASSESSMENT'
        ? inAuditPhase(...BEFORE_SUBMISSION, 'submitted')(state)
        : refuse('stage-does-not-allow');
    },
    blockers: assignment,
    apply: (d, command) => (d.state.audit.phase === 'submitted' ? succeed(d, command) : replace(d, command)),
  },
  'decline-assignment': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: inAuditPhase('assigned'),
    apply: (d, command) => leaveAudit(d, command.reason, command.reason === 'conflict'),
  },
  'withdraw-from-audit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: inAuditPhase(...BEFORE_SUBMISSION),
    apply: (d, command) => {
      leaveAudit(d, command.reason, true);
      if (command.reason === 'pressure') d.raise('pressure-on-auditor', d.hand.personId);
    },
  },
};
