import type { Person, Role } from './actors.js';
import type { CaseState, CheckKind } from './case-state.js';
import { isNear, type Deadline } from './deadlines.js';
import { openCause, openConditions } from './rules/conditions.js';
import { awaitsClearing } from './rules/hits.js';
import { isExhausted } from './resubmission.js';
import { childUnsafe, provisional } from './safeguarding.js';
import { isDeliverable } from './rules/pilot-lookup.js';
import type { DeadlineKind } from './scheme.js';
import { YEARS_AFTER } from './states.js';

/** Who must act, on what, by when, and what happens if not: codes and parameters, never sentences. */
export interface BallHolder {
  /** Stable key of this duty within the case; a task in somebody's list. */
  readonly task: string;
  readonly role: Role | 'system';
  /** The organisation that holds the ball; absent for the programme office, which is one. */
  readonly organisationId?: string;
  readonly personId?: string;
  readonly what: string;
  readonly subject: string;
  readonly dueAt?: string;
  /** What happens when nothing happens. */
  readonly otherwise: string;
  readonly calendarMissing: boolean;
}

type Duty = Pick<BallHolder, 'role' | 'what' | 'otherwise'> &
  Partial<Pick<BallHolder, 'organisationId' | 'personId'>>;
type DutyOf = (state: CaseState, deadline: Deadline) => readonly Duty[];

const office =
  (what: string, role: 'officer' | 'reviewer' = 'officer'): DutyOf =>
  () => [{ role, what, otherwise: 'escalation' }];
const supplier =
  (what: string, otherwise: string): DutyOf =>
  (state) => [{ role: 'supplier', organisationId: state.supplierId, what, otherwise }];
const auditor =
  (what: string): DutyOf =>
  (state) => [{ role: 'auditor', ...state.audit.auditor, what, otherwise: 'escalation' }];
/**
 * The supplier's, until the auditor rejected the second attempt too; then a reviewer may take part of it, or the plan,
 * for done. Beside a pilot nothing can be done about one that was taken in part before: it runs into its end.
 */
const correction =
  (otherwise: string): DutyOf =>
  (state, deadline) => {
    const action = state.correctiveActions[deadline.subject];
    if (!action || !isExhausted(action)) return supplier('correct-finding', otherwise)(state, deadline);
    return action.partlyAccepted && state.at !== 'CAP_OPEN'
      ? []
      : [{ role: 'reviewer', what: 'decide-corrective-action', otherwise }];
  };
const buyerOfPilot = (state: CaseState, subject: string): string | undefined =>
  state.pilots[subject.split(':')[0] ?? '']?.buyerId;
const buyer =
  (role: Role, what: string): DutyOf =>
  (state, deadline) => [
    { role, organisationId: buyerOfPilot(state, deadline.subject), what, otherwise: 'escalation' },
  ];
/** First the samples that the order asks for, then the lots; what an inspector or the buyer looks at is not the supplier's. */
const delivery: DutyOf = (state, deadline) => {
  const pilot = state.pilots[deadline.subject];
  const phases = Object.values(pilot?.samples ?? {}).map(({ phase }) => phase);
  const toShow = phases.some((phase) => phase === 'awaited' || phase === 'rejected');
  if (toShow) return supplier('submit-sample', 'late-delivery')(state, deadline);
  const toDeliver = pilot?.lots.some(isDeliverable) === true && phases.every((phase) => phase === 'approved');
  return toDeliver ? supplier('deliver-lot', 'late-delivery')(state, deadline) : [];
};
const decision: DutyOf = (state, { subject }) => [
  state.approvals[subject]?.phase === 'recommended'
    ? { role: 'buyer-approver', organisationId: subject, what: 'decide-approval', otherwise: 'escalation' }
    : {
        role: 'buyer-requester',
        organisationId: subject,
        what: 'recommend-approval',
        otherwise: 'escalation',
      },
];
/** A buyer that declined may come back, but nothing waits for it. */
const match = (state: CaseState): readonly Duty[] => [
  { role: 'officer', what: 'match-buyer', otherwise: 'parked' },
  ...state.consents
    .filter((id) => state.approvals[id]?.phase !== 'declined')
    .map((organisationId): Duty => ({
      role: 'buyer-requester',
      organisationId,
      what: 'place-pilot',
      otherwise: 'parked',
    })),
];
const nobody: DutyOf = () => [];
/** A verdict that waits until a child is safe: that comes first. */
const unlessChild =
  (duty: DutyOf): DutyOf =>
  (state, deadline) =>
    childUnsafe(state) ? [] : duty(state, deadline);

/** Who can end a suspension: the supplier closes its cause, the office decides; a proposal is the second officer's. */
const suspended: DutyOf = (state) => {
  const pending = state.suspension?.proposal ?? (state.suspension?.by && !state.suspension.confirmedBy);
  const closing: Duty = {
    ...{ role: 'supplier', organisationId: state.supplierId },
    ...{ what: 'close-suspension-cause', otherwise: 'revocation' },
  };
  return [
    ...(openCause(state).length > 0 ? [closing] : []),
    ...(pending ? [] : [{ role: 'officer', what: 'decide-suspension', otherwise: 'revocation' } as const]),
  ];
};
/** While a case is judged again after an appeal nobody can act on what goes on with its term: it is theirs again afterwards. */
const inTheTerm =
  (duty: DutyOf): DutyOf =>
  (state, deadline) =>
    YEARS_AFTER.includes(state.at) ? duty(state, deadline) : [];
/** What comes once a year is nobody's task until it is near. */
const whenNear =
  (duty: DutyOf): DutyOf =>
  (state, deadline) =>
    isNear(state.caseTime, deadline.dueAt) ? duty(state, deadline) : [];

/** A visit under way is its auditor's; the next one is assigned when that is in. */
const visit: DutyOf = (state, deadline) => {
  const visits = state.surveillance?.visits ?? {};
  if (visits[deadline.subject]?.phase === 'assigned') return auditor('submit-surveillance')(state, deadline);
  const other = Object.values(visits).some(({ phase }) => phase === 'assigned');
  return other ? [] : whenNear(office('assign-surveillance'))(state, deadline);
};

/** Each kind of deadline is somebody's duty; this table says whose. */
const DUTIES: Readonly<Record<DeadlineKind, DutyOf>> = {
  draft: supplier('complete-application', 'lapse'),
  completeness: office('check-completeness'),
  information: supplier('answer-information-request', 'withdrawal'),
  screening: nobody,
  'check-officer': (state, { subject }) => [
    {
      role: 'officer',
      what: state.checks[subject as keyof CaseState['checks']]?.failureProposedBy
        ? 'confirm-check-failure'
        : awaitsClearing(state, subject as CheckKind)
          ? 'confirm-clearing'
          : 'resolve-check',
      otherwise: 'escalation',
    },
  ],
  'check-retry': () => [{ role: 'system', what: 'rerun-check', otherwise: 'officer-task' }],
  'check-expiry': nobody,
  'bank-cool-off': nobody,
  'bank-call-back': office('confirm-bank-change'),
  'assign-auditor': office('assign-auditor'),
  'assignment-answer': auditor('propose-visit'),
  'visit-response': supplier('answer-visit-proposal', 'first-date-stands'),
  'audit-visit': (state, deadline) =>
    state.audit.phase === 'visit-agreed' ? auditor('visit-site')(state, deadline) : [],
  'audit-report': auditor('submit-audit'),
  safeguarding: office('mark-child-safe'),
  'zero-tolerance': unlessChild(office('confirm-zero-tolerance', 'reviewer')),
  review: unlessChild((state) =>
    state.rejection || provisional(state).length > 0 || !state.audit.auditor
      ? []
      : [{ role: 'reviewer', what: 'review-assessment', otherwise: 'escalation' }],
  ),
  'rejection-confirmation': unlessChild(office('confirm-rejection')),
  'corrective-action-critical': correction('rejection'),
  'corrective-action-major': correction('rejection'),
  'corrective-action-minor': correction('escalation'),
  // Without an auditor the office has to find one first.
  verification: (state, deadline) =>
    state.audit.auditor ? auditor('verify-corrective-action')(state, deadline) : [],
  'pilot-match': match,
  'pilot-confirmation': supplier('confirm-pilot', 'escalation'),
  'sample-decision': buyer('buyer-requester', 'judge-sample'),
  'pilot-delivery': delivery,
  'pilot-inspection': buyer('inspector', 'inspect-lot'),
  'lot-decision': buyer('buyer-requester', 'decide-rejected-lot'),
  'buyer-decision': decision,
  'buyer-decision-deferred': decision,
  'approval-end': nobody,
  'approval-confirmation': (_state, { subject }) => [
    {
      role: 'buyer-approver',
      organisationId: subject,
      what: 'confirm-approval',
      otherwise: 'stays-suspended',
    },
  ],
  condition: (state, deadline) =>
    openConditions(state).length > 0
      ? supplier('close-conditions', 'suspension')(state, deadline)
      : [{ role: 'reviewer', what: 'confirm-conditions', otherwise: 'suspension' }],
  suspension: suspended,
  'second-officer': (_state, { subject }) => [
    {
      role: 'officer',
      what: `confirm-${subject}`,
      otherwise: subject === 'suspension' ? 'reinstatement' : 'proposal-falls',
    },
  ],
  'change-review': office('review-change'),
  surveillance: inTheTerm(whenNear(office('review-surveillance'))),
  'surveillance-draw': nobody,
  'surveillance-visit': visit,
  'surveillance-review': unlessChild(office('conclude-surveillance', 'reviewer')),
  'consent-end': nobody,
  scorecard: nobody,
  'external-report': office('confirm-external-report'),
  'credit-end': supplier('renew-external-report', 'item-asked-again'),
  correction: office('judge-correction', 'reviewer'),
  certificate: supplier('renew-certificate', 'downgrade'),
  validity: supplier('renew-qualification', 'lapse'),
  requalification: nobody,
  'cooling-off': nobody,
  'appeal-window': nobody,
  'appeal-panel': office('appoint-panel'),
  'appeal-decision': (state, { subject }) =>
    (state.appeal?.panel ?? [])
      .filter(({ personId }) => personId === subject)
      .map(({ role, personId }) => ({ role, personId, what: 'vote-appeal', otherwise: 'escalation' })),
};

const taskOf = (duty: Duty, subject: string): string =>
  [duty.what, subject, duty.organisationId ?? 'office'].filter(Boolean).join(':');

const fromDeadline = (state: CaseState, deadline: Deadline): readonly BallHolder[] =>
  DUTIES[deadline.kind](state, deadline).map((duty) => ({
    ...duty,
    task: taskOf(duty, deadline.subject),
    subject: deadline.subject,
    dueAt: deadline.dueAt,
    calendarMissing: deadline.calendarMissing,
  }));

/** On the parked list nothing is due any more, but the case still waits for a buyer. */
const fromParking = (state: CaseState): readonly BallHolder[] =>
  state.parked && state.at === 'PILOT_READY'
    ? match(state).map((duty) => ({ ...duty, task: taskOf(duty, ''), subject: '', calendarMissing: false }))
    : [];

const fromPendingChecks = (state: CaseState): readonly BallHolder[] =>
  Object.entries(state.checks)
    .filter(([, check]) => check.verdict === 'PENDING')
    .map(([kind]) => ({
      task: `run-check:${kind}`,
      role: 'system',
      what: 'run-check',
      subject: kind,
      otherwise: 'retry',
      calendarMissing: false,
    }));

const fromMatters = (state: CaseState): readonly BallHolder[] =>
  state.matters.map((matter) => ({
    task: `${matter.kind}:${matter.subject}`,
    role: 'officer',
    what: matter.kind,
    subject: matter.subject,
    otherwise: 'escalation',
    calendarMissing: false,
  }));

/** Everyone who holds the ball now; branches and buyers run in parallel, so it is a list. Soonest first. */
export function ballHolders(state: CaseState): readonly BallHolder[] {
  const all = [
    ...state.deadlines.flatMap((deadline) => fromDeadline(state, deadline)),
    ...fromParking(state),
    ...fromPendingChecks(state),
    ...fromMatters(state),
  ];
  const due = (holder: BallHolder): string => holder.dueAt ?? '9999';
  return all.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

/** Whose duty a deadline of the case is now; nobody's when it is over. */
export function holdersOf(state: CaseState, key: string): readonly BallHolder[] {
  const deadline = state.deadlines.find((one) => one.key === key);
  return deadline ? fromDeadline(state, deadline) : [];
}

/** Whether this duty is one this person may take on. */
export const mayHold = (holder: BallHolder, person: Person): boolean => {
  if (holder.role === 'system' || !person.roles.includes(holder.role)) return false;
  if (holder.personId) return holder.personId === person.personId;
  return holder.organisationId
    ? holder.organisationId === person.organisationId
    : person.organisationKind === 'programme-office';
};
