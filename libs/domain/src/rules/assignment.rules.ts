import { sameSide, type Hand } from '../actors.js';
import type { AuditPhase, CaseState } from '../case-state.js';
import type { CommandOf } from '../commands.js';
import type { Decision } from '../decision.js';
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

/** The person named must audit for the firm named, must not have left this audit, and must stand on no other side. */
export const assignment: Pick<
  Rule<'assign-auditor' | 'reassign-auditor' | 'assign-surveillance'>,
  'blockers'
>['blockers'] = (state, command, facts) => {
  const { auditorId, firmId } = command;
  const hand = { personId: auditorId, organisationId: firmId };
  const employed = facts.person?.memberships.some(
    (m) => m.organisationId === firmId && m.roles.includes('auditor'),
  );
  if (!employed) return [refuse('person-not-eligible', [auditorId])];
  const partial = facts.person?.memberships.some(
    (m) => m.organisationId === state.supplierId || m.organisationKind === 'supplier',
  );
  const conflict =
    partial ||
    state.audit.excluded.some((x) => sameSide(x, hand)) ||
    [...state.reviewers, ...approvers(state)].some((x) => sameSide(x, hand));
  return conflict ? [refuse('segregation-of-duties', [auditorId])] : [];
};

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
