/** Why a qualification is suspended (domain 2.1; the state machine's `trigger`). */
export const SUSPENSION_CAUSES = [
  'certificate-expired',
  'list-hit',
  'critical-incident',
  'rejected-lots',
  'worker-complaint',
  'zero-tolerance',
  'condition-overdue',
  'fraud-suspected',
  'other',
] as const;
export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number];
/** The gravest first: by how long it keeps the supplier away, and by who may be in danger. */
const GRAVEST: readonly SuspensionCause[] = [
  'fraud-suspected',
  'zero-tolerance',
  'list-hit',
  'critical-incident',
  'worker-complaint',
  'rejected-lots',
  'condition-overdue',
  'certificate-expired',
  'other',
];
/** The graver of two causes of a suspension. */
export const graverCause = (a: SuspensionCause, b: SuspensionCause): SuspensionCause =>
  GRAVEST.indexOf(b) < GRAVEST.indexOf(a) ? b : a;
/** What an officer may suspend for; the rest the system finds itself. */
export const SUSPENDED_BY_HAND = [
  'critical-incident',
  'worker-complaint',
  'zero-tolerance',
  'fraud-suspected',
  'other',
] as const satisfies readonly SuspensionCause[];

/** Why two officers take a qualification away. Fraud keeps the supplier away for longer (`reapply`, state machine). */
export const REVOCATION_CAUSES = [
  'fraud',
  'cause-not-closed',
  'zero-tolerance',
  'list-hit',
  'other',
] as const;
export type RevocationCause = (typeof REVOCATION_CAUSES)[number];

export const CONDITION_REASONS = [
  'approved-conditionally',
  'certificate-in-grace',
  'surveillance-score',
  'change-reported',
  'reinstated-conditionally',
] as const;
export type ConditionReason = (typeof CONDITION_REASONS)[number];
/** What somebody may downgrade for. */
export const DOWNGRADE_REASONS = ['certificate-in-grace', 'surveillance-score'] as const;

/** What opens a qualification again and the supplier must report; another category is another case (domain 2.1). */
export const SUPPLIER_CHANGES = ['owner', 'address', 'workforce'] as const;
/** What reaches the office by other ways: a fire or fatal accident, a complaint of the zero-tolerance class. */
export const OFFICE_CHANGES = ['critical-incident', 'worker-complaint'] as const;
export const CHANGE_CODES = [...SUPPLIER_CHANGES, ...OFFICE_CHANGES] as const;
export type ChangeCode = (typeof CHANGE_CODES)[number];

/** What follows from a change or from surveillance (domain 2.1, surveillance). */
export const SURVEILLANCE_OUTCOMES = ['keep', 'order-visit', 'downgrade', 'suspend'] as const;
export type SurveillanceOutcome = (typeof SURVEILLANCE_OUTCOMES)[number];
