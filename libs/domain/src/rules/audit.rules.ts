import { sameSide, type Actor } from '../actors.js';
import { addDays, localDate } from '../calendar.js';
import type { AuditPhase, CaseState } from '../case-state.js';
import type { Decision } from '../decision.js';
import { AUDIT } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { leaveAudit, seat, submissionRefusals, takeAudit, visitDates } from './audit.js';
import { rejectCase, withdrawCase } from './closing.js';
import { settleAssessment } from './checks.js';
import { independent } from './corrective-actions.js';
import type { Rule, Rules } from './rule.js';

const phase =
  (...phases: AuditPhase[]) =>
  (state: CaseState): Refusal | undefined =>
    phases.includes(state.audit.phase) ? undefined : refuse('stage-does-not-allow');
const BEFORE_SUBMISSION: readonly AuditPhase[] = [
  'assigned',
  'visit-proposed',
  'visit-agreed',
  'in-progress',
];

/** The person named must audit for the firm named, must not have left this audit, and must stand on no other side. */
const assignment: Pick<Rule<'assign-auditor' | 'reassign-auditor'>, 'blockers'>['blockers'] = (
  state,
  command,
  facts,
) => {
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
    state.reviewers.some((x) => sameSide(x, hand));
  return conflict ? [refuse('segregation-of-duties', [auditorId])] : [];
};

const proposeDates = (d: Decision, dates: readonly string[]): void => {
  d.stop('assignment-answer');
  d.stop('visit-response');
  d.changeAudit({ phase: 'visit-proposed', proposedDates: dates, visitDate: undefined });
  d.start('visit-response');
  d.tell('visit-proposed', { dates });
};
const datesBlocker = (
  _s: CaseState,
  command: { dates: readonly string[] },
  _f: unknown,
  _a: Actor,
  now: string,
) => visitDates(command.dates, now);

export const agreeVisit = (d: Decision, date: string): void => {
  d.stop('visit-response');
  d.changeAudit({ phase: 'visit-agreed', visitDate: date });
  d.tell('visit-agreed', { date });
};

export const auditRules: Rules<
  | 'assign-auditor'
  | 'reassign-auditor'
  | 'decline-assignment'
  | 'withdraw-from-audit'
  | 'propose-visit'
  | 'accept-visit'
  | 'refuse-visit'
  | 'reschedule-visit'
  | 'start-audit'
  | 'submit-audit'
  | 'abort-audit'
  | 'confirm-zero-tolerance'
  | 'dismiss-zero-tolerance'
> = {
  'assign-auditor': {
    by: ['officer'],
    in: ['IN_ASSESSMENT'],
    check: phase('unassigned'),
    blockers: assignment,
    apply: (d, command) => seat(d, command.auditorId, command.firmId),
  },
  'reassign-auditor': {
    by: ['officer'],
    in: ['IN_ASSESSMENT'],
    check: phase(...BEFORE_SUBMISSION),
    blockers: assignment,
    apply: (d, command) => {
      leaveAudit(d, 'reassigned', false);
      seat(d, command.auditorId, command.firmId);
    },
  },
  'decline-assignment': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: phase('assigned'),
    apply: (d, command) => leaveAudit(d, command.reason, true),
  },
  'withdraw-from-audit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: phase(...BEFORE_SUBMISSION),
    apply: (d, command) => {
      leaveAudit(d, command.reason, true);
      if (command.reason === 'pressure') d.raise('pressure-on-auditor', d.hand.personId);
    },
  },
  'propose-visit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: phase('assigned'),
    blockers: datesBlocker,
    apply: (d, command) => proposeDates(d, command.dates),
  },
  'accept-visit': {
    by: ['supplier'],
    onBehalf: true,
    in: ['IN_ASSESSMENT'],
    check: phase('visit-proposed'),
    blockers: (state, command) =>
      state.audit.proposedDates.includes(command.date) ? [] : [refuse('date-not-proposed', [command.date])],
    apply: (d, command) => agreeVisit(d, command.date),
  },
  'refuse-visit': {
    by: ['supplier'],
    in: ['IN_ASSESSMENT'],
    check: phase('visit-proposed', 'visit-agreed'),
    apply: (d) => {
      const visitRefusals = d.state.audit.visitRefusals + 1;
      d.stop('visit-response');
      d.changeAudit({ phase: 'assigned', visitRefusals, proposedDates: [], visitDate: undefined });
      d.start('assignment-answer');
      d.tell('visit-refused', { refusals: visitRefusals });
      if (visitRefusals >= d.facts.scheme.maxVisitRefusals) withdrawCase(d, 'withdraw', 'visit-refused');
    },
  },
  'reschedule-visit': {
    by: ['auditor', 'officer'],
    in: ['IN_ASSESSMENT'],
    check: phase('visit-proposed', 'visit-agreed'),
    blockers: datesBlocker,
    apply: (d, command) => proposeDates(d, command.dates),
  },
  'start-audit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: (state) => (state.audit.phase === 'visit-agreed' ? undefined : refuse('visit-not-agreed')),
    apply: (d) => {
      d.stop('audit-visit');
      d.changeAudit({ phase: 'in-progress' });
      d.start('audit-report');
      d.tell('audit-started');
    },
  },
  'submit-audit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: phase('in-progress'),
    reliesOn: () => [AUDIT],
    blockers: (state, _command, facts) => submissionRefusals(state, facts),
    apply: (d) => {
      takeAudit(d);
      settleAssessment(d);
    },
  },
  'abort-audit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: phase('visit-agreed', 'in-progress'),
    apply: (d, command) => {
      const denied = command.reason === 'access-denied' ? 1 : 0;
      leaveAudit(d, command.reason, false);
      d.changeAudit({ accessDenied: d.state.audit.accessDenied + denied });
      d.tell('audit-aborted', { reason: command.reason });
    },
  },
  'confirm-zero-tolerance': {
    by: ['reviewer'],
    in: ['IN_ASSESSMENT'],
    subjects: (state) => provisional(state),
    check: zeroToleranceCheck,
    apply: (d, command) => {
      judge(d, command.itemId, 'confirmed');
      d.tell('zero-tolerance-confirmed', { itemId: command.itemId });
      rejectCase(d, 'zero_tolerance_confirmed', 'zero-tolerance');
    },
  },
  'dismiss-zero-tolerance': {
    by: ['reviewer'],
    in: ['IN_ASSESSMENT'],
    subjects: (state) => provisional(state),
    check: zeroToleranceCheck,
    reliesOn: () => [AUDIT],
    apply: (d, command) => {
      judge(d, command.itemId, 'dismissed');
      d.tell('zero-tolerance-dismissed', { itemId: command.itemId });
      takeAudit(d);
      settleAssessment(d);
    },
  },
};

function provisional(state: CaseState): readonly { itemId: string }[] {
  const items = Object.entries(state.audit.zeroTolerance).filter(([, verdict]) => verdict === 'provisional');
  return items.map(([itemId]) => ({ itemId }));
}

function zeroToleranceCheck(
  state: CaseState,
  command: { itemId: string },
  actor: Actor,
): Refusal | undefined {
  if (state.audit.zeroTolerance[command.itemId] !== 'provisional')
    return refuse('zero-tolerance-unknown', [command.itemId]);
  return independent(state, actor);
}

function judge(d: Decision, itemId: string, verdict: 'confirmed' | 'dismissed'): void {
  d.changeAudit({ zeroTolerance: { ...d.state.audit.zeroTolerance, [itemId]: verdict } });
  if (d.actor.kind === 'person') d.change({ reviewers: [...d.state.reviewers, d.hand] });
  if (provisional(d.state).length === 0) d.stop('zero-tolerance');
}

/** The supplier did not answer: the first proposed date still to come stands (domain 2.1, audit scheduling). */
export const visitByDefault = (d: Decision): void => {
  const today = localDate(d.now);
  const date = d.state.audit.proposedDates.find((x) => x >= today) ?? localDate(addDays(d.now, 7));
  agreeVisit(d, date);
};
