/** The states of the process, as the programme's state machine names them. */
export const CASE_STATES = [
  'DRAFT',
  'SUBMITTED',
  'INFO_REQUESTED',
  'SCREENING',
  'ELIGIBLE',
  'IN_ASSESSMENT',
  'ASSESSMENT_REVIEW',
  'CAP_OPEN',
  'PILOT_READY',
  'PILOT_RUNNING',
  'PILOT_INSPECTION',
  'BUYER_DECISION',
  'QUALIFIED',
  'QUALIFIED_CONDITIONAL',
  'REQUALIFYING',
  'SUSPENDED',
  'APPEAL',
  'REVOKED',
  'EXPIRED',
  'REJECTED',
  'WITHDRAWN',
] as const;
export type CaseStateName = (typeof CASE_STATES)[number];

export const STAGES = [
  'application',
  'assessment',
  'pilot-order',
  'approval',
  'qualified',
  'appeal',
  'closed',
] as const;
/** `assessment` is the audit and the compliance checks, which run beside each other. */
export type Stage = (typeof STAGES)[number];

export interface Place {
  readonly stage: Stage;
  readonly substate: string;
}

/** The one table from the states of the process to the stage and substate that people see. */
export const PLACES: Readonly<Record<CaseStateName, Place>> = {
  DRAFT: { stage: 'application', substate: 'draft' },
  SUBMITTED: { stage: 'application', substate: 'submitted' },
  INFO_REQUESTED: { stage: 'application', substate: 'information-requested' },
  SCREENING: { stage: 'application', substate: 'screening' },
  ELIGIBLE: { stage: 'assessment', substate: 'eligible' },
  IN_ASSESSMENT: { stage: 'assessment', substate: 'running' },
  ASSESSMENT_REVIEW: { stage: 'assessment', substate: 'review' },
  CAP_OPEN: { stage: 'assessment', substate: 'corrective-action' },
  PILOT_READY: { stage: 'pilot-order', substate: 'ready' },
  PILOT_RUNNING: { stage: 'pilot-order', substate: 'running' },
  PILOT_INSPECTION: { stage: 'pilot-order', substate: 'inspection' },
  BUYER_DECISION: { stage: 'approval', substate: 'decision' },
  QUALIFIED: { stage: 'qualified', substate: 'full' },
  QUALIFIED_CONDITIONAL: { stage: 'qualified', substate: 'conditional' },
  REQUALIFYING: { stage: 'qualified', substate: 'requalifying' },
  SUSPENDED: { stage: 'qualified', substate: 'suspended' },
  APPEAL: { stage: 'appeal', substate: 'panel' },
  REVOKED: { stage: 'closed', substate: 'revoked' },
  EXPIRED: { stage: 'closed', substate: 'lapsed' },
  REJECTED: { stage: 'closed', substate: 'rejected' },
  WITHDRAWN: { stage: 'closed', substate: 'withdrawn' },
};

export const CLOSED_STATES: readonly CaseStateName[] = ['EXPIRED', 'REJECTED', 'WITHDRAWN', 'REVOKED'];
/** Where the qualification is valid: buyers may order and approve. While a renewal runs, the old one stands. */
export const QUALIFIED_STATES: readonly CaseStateName[] = [
  'QUALIFIED',
  'QUALIFIED_CONDITIONAL',
  'REQUALIFYING',
];
/** Where a qualification is lived with, whether it counts now or not. */
export const YEARS_AFTER: readonly CaseStateName[] = [...QUALIFIED_STATES, 'SUSPENDED'];
/** Between the review and the qualification, where pilots and approvals decide the state. */
export const PILOT_STATES: readonly CaseStateName[] = [
  'PILOT_READY',
  'PILOT_RUNNING',
  'PILOT_INSPECTION',
  'BUYER_DECISION',
];
export const OPEN_STATES: readonly CaseStateName[] = CASE_STATES.filter((s) => !CLOSED_STATES.includes(s));
