/** The closed list of reasons for which a rule says no. Screens translate the code; nothing else travels. */
export const REFUSAL_CODES = [
  'already-open',
  'access-consent-missing',
  'answers-missing',
  'application-incomplete',
  'audit-submitted',
  'approval-scope-missing',
  'approval-scope-too-wide',
  'check-not-awaiting-officer',
  'check-failed',
  'check-running',
  'child-not-safe',
  'conditional-only',
  'conditions-open',
  'consent-given',
  'consent-in-use',
  'corrective-action-incomplete',
  'corrective-action-not-open',
  'corrective-action-not-submitted',
  'corrective-actions-critical-open',
  'corrective-actions-plan-missing',
  'command-id-reused',
  'date-not-proposed',
  'date-out-of-range',
  'deadline-not-extendable',
  'deadline-unknown',
  'deferred-already',
  'grade-too-low',
  'grade-too-high',
  'information-loops-exhausted',
  'inspection-incomplete',
  'lot-not-awaiting',
  'lot-unknown',
  'matter-unknown',
  'missing-holidays',
  'no-accepted-pilot',
  'no-approval-open',
  'not-applicable-here',
  'not-assigned',
  'not-recommended',
  'not-your-case',
  'nothing-to-correct',
  'overturn-needs-other-officer',
  'person-not-eligible',
  'pilot-open',
  'pilot-terms-missing',
  'pilot-unknown',
  'profile-incomplete',
  'rejection-not-proposed',
  'rejection-pending',
  'returns-exhausted',
  'rework-used',
  'role-not-allowed',
  'rework-not-needed',
  'rule-broken',
  'same-person',
  'scheme-differs',
  'scheme-not-published',
  'segregation-of-duties',
  'stage-does-not-allow',
  'task-claimed',
  'task-not-yours',
  'task-unknown',
  'visit-not-agreed',
  'zero-tolerance-open',
  'zero-tolerance-unknown',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A rule said no. `items` names what is missing or in the way: field, item or section ids, never sentences. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly items?: readonly string[];
}

/** Refusals that tell who may not do it; all others tell what the case does not allow now. */
export const FORBIDDEN_CODES: readonly RefusalCode[] = [
  'not-your-case',
  'role-not-allowed',
  'same-person',
  'segregation-of-duties',
  'overturn-needs-other-officer',
  'not-assigned',
];

export const refuse = (code: RefusalCode, items?: readonly string[]): Refusal =>
  items && items.length > 0 ? { code, items } : { code };
