import type { CaseRelation } from './authorisation/relations.js';
import type { EventType } from './events.js';

/**
 * Why somebody is told: a duty of theirs came up, something happened in a case of theirs, a deadline of theirs comes near
 * or ran out, several things at once, a decision that they must be told of, or a receiver of their events was switched off.
 */
export const NOTIFICATION_KINDS = [
  'task',
  'happened',
  'reminder',
  'escalation',
  'digest',
  'legal',
  'endpoint-disabled',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** By which people are reached outside this service. */
export const NOTIFICATION_CHANNELS = ['email', 'telegram', 'sms'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/**
 * Kinds that nobody can switch off: whoever is party to a decision must be given it (domain 0.9 and 7, appeals run from
 * that day), must know who pays out to which account, and who may no longer see their data (Law on Personal Data Protection).
 */
export const MUST_BE_TOLD: readonly NotificationKind[] = ['legal'];

/** Decisions and changes that the parties must be told of, whatever they prefer. */
export const LEGAL_EVENTS: readonly EventType[] = [
  'qualification-granted',
  'qualification-rejected',
  'qualification-downgraded',
  'qualification-suspended',
  'qualification-reinstated',
  'qualification-revoked',
  'qualification-renewed',
  'qualification-withdrawn',
  'qualification-lapsed',
  'appeal-decided',
  'bank-change-announced',
  'bank-change-denied',
  'bank-account-changed',
  'consent-withdrawn',
];

/** What does not wait for the morning: somebody is in danger, or money may go to a thief. */
const URGENT_EVENTS: readonly EventType[] = [
  'child-found',
  'zero-tolerance-alert',
  'zero-tolerance-confirmed',
  'bank-change-announced',
  'bank-change-called-back',
  'bank-change-denied',
  'bank-account-changed',
];
export const isUrgent = (type: EventType): boolean => URGENT_EVENTS.includes(type);

const FOR_SUPPLIER: readonly EventType[] = [
  ...LEGAL_EVENTS,
  'information-requested',
  'application-accepted',
  'screening-cleared',
  'check-failure-confirmed',
  'auditor-assigned',
  'visit-proposed',
  'visit-agreed',
  'audit-aborted',
  'assessment-passed',
  'corrective-actions-required',
  'corrective-plan-accepted',
  'corrective-action-verified',
  'corrective-action-rejected',
  'corrective-action-partly-accepted',
  'external-report-confirmed',
  'external-report-refused',
  'credit-ended',
  'consent-expired',
  'pilot-placed',
  'sample-approved',
  'sample-rejected',
  'inspection-booked',
  'lot-judged',
  'rework-requested',
  'pilot-accepted',
  'pilot-failed',
  'pilot-cancelled',
  'pilot-parked',
  'approval-granted',
  'approval-declined',
  'approval-deferred',
  'approval-expired',
  'approval-made-conditional',
  'approval-suspended',
  'approval-confirmed',
  'approval-withdrawn',
  'conditions-met',
  'change-concluded',
  'surveillance-concluded',
  'requalification-opened',
  'renewal-audit-planned',
  'cooling-off-waived',
  'cooling-off-ended',
  'appeal-lodged',
  'appeal-panel-named',
  'deadline-extended',
  'scheme-migrated',
];
const FOR_BUYER: readonly EventType[] = [
  ...LEGAL_EVENTS,
  'consent-given',
  'consent-expired',
  'assessment-passed',
  'pilot-confirmed',
  'pilot-cancelled',
  'pilot-accepted',
  'pilot-failed',
  'sample-submitted',
  'lot-ready',
  'lot-delivered',
  'approval-requested',
  'approval-recommended',
  'approval-granted',
  'approval-declined',
  'approval-expired',
  'approval-made-conditional',
  'approval-suspended',
  'approval-awaits-buyer',
  'approval-withdrawn',
  'scorecard-closed',
];
const FOR_AUDIT_FIRM: readonly EventType[] = [
  'auditor-assigned',
  'visit-agreed',
  'visit-refused',
  'audit-returned',
  'correction-accepted',
  'correction-refused',
  'zero-tolerance-confirmed',
  'zero-tolerance-dismissed',
  'corrective-action-submitted',
  'surveillance-assigned',
  'qualification-withdrawn',
  'qualification-lapsed',
];
/** The office sees all in its lists; of this it is told beside its tasks. */
const FOR_OFFICE: readonly EventType[] = [
  'child-found',
  'zero-tolerance-alert',
  'bank-change-announced',
  'bank-change-denied',
  'auditor-left',
  'consent-withdrawn',
  'appeal-lodged',
  'qualification-withdrawn',
];

/** What is worth a message to the people of each side; all else they find in the case. */
export const WORTH_TELLING: Readonly<Record<CaseRelation, readonly EventType[]>> = {
  supplier: FOR_SUPPLIER,
  buyer: FOR_BUYER,
  'audit-firm': FOR_AUDIT_FIRM,
  'programme-office': FOR_OFFICE,
};

/** Where a case is found under the public address of this service. */
export const pathOfCase = (qualificationId: string): string => `/qualifications/${qualificationId}`;
