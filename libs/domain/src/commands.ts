import type { CheckKind, HAND_SOURCES } from './case-state.js';
import type { ConsentSection } from './consent.js';
import type {
  ChangeCode,
  DOWNGRADE_REASONS,
  RevocationCause,
  SurveillanceOutcome,
  SUSPENDED_BY_HAND,
} from './qualified-codes.js';
import type { AskedQuestion } from './information-questions.js';
import type { SampleKind } from './pilot-terms.js';
import type { InputCategory } from './reference/input-categories.js';

export const DECLINE_REASONS = [
  'price',
  'capacity',
  'lead-time',
  'quality',
  'compliance',
  'no-demand-now',
  'risk-appetite',
  'other',
] as const;
export const REJECTION_REASONS = [
  'sanctions',
  'forged-document',
  'out-of-scope',
  'grade',
  'failed-check',
] as const;
export const WITHDRAWAL_REASONS = [
  'no-longer-interested',
  'cost',
  'closed-business',
  'reapply-later',
  'other',
] as const;
export const ABORT_REASONS = ['access-denied', 'unsafe', 'force-majeure'] as const;
export const CANCEL_REASONS = ['no-demand-now', 'material-late', 'specification-changed', 'other'] as const;

export const APPEAL_GROUNDS = [
  'fact-error',
  'evidence-not-seen',
  'rule-misapplied',
  'conflict-of-interest',
] as const;
export const APPEAL_RESULTS = ['upheld', 'overturned', 'partly'] as const;
export const WAIVER_REASONS = ['cause-closed', 'rejected-in-error'] as const;

/** Commands that decide nothing about the supplier: who gives them has no hand in the case. */
export const NO_HAND_IN_IT: readonly Command['type'][] = [
  'claim-task',
  'release-task',
  'delegate-task',
  'appoint-panel',
];

/** Why a buyer does not take a sample. */
export const SAMPLE_REASONS = [
  'measurements',
  'material',
  'colour',
  'workmanship',
  'labelling',
  'packing',
  'other',
] as const;
export type SampleReason = (typeof SAMPLE_REASONS)[number];
export const PRODUCTION_RESULTS = ['as-agreed', 'to-be-corrected', 'not-as-agreed'] as const;
export type ProductionResult = (typeof PRODUCTION_RESULTS)[number];
export const CLAIM_REASONS = ['short', 'damaged', 'defective', 'wrong-goods', 'documents', 'other'] as const;
export type ClaimReason = (typeof CLAIM_REASONS)[number];

/** The auditor looks at what was sent in, or goes and sees. */
export const VERIFICATION_METHODS = ['desk', 'on-site'] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];
/** What a reviewer may leave open of a corrective action: never a critical rest. */
export const RESIDUAL_SEVERITIES = ['major', 'minor'] as const;
export type ResidualSeverity = (typeof RESIDUAL_SEVERITIES)[number];

/** Why a submitted answer was wrong. */
export const CORRECTION_REASONS = [
  'wrong-answer-recorded',
  'evidence-overlooked',
  'evidence-not-genuine',
  'requirement-misread',
  'item-does-not-apply',
  'other',
] as const;
/** Why the report of another scheme does not count. */
export const REPORT_REFUSALS = ['not-found-at-source', 'differs-from-source', 'other-site', 'other'] as const;

export const CALL_BACK_OUTCOMES = ['confirmed', 'denied'] as const;
export const CALLED_NUMBERS = ['application-contact', 'earlier-paper', 'public-register'] as const;

/** Why a hit on a list means somebody else. */
export const CLEARING_REASONS = [
  'other-birth-date',
  'other-nationality',
  'other-number',
  'other-place',
  'other-business',
  'other-person',
] as const;

/** Matters of the office that a person settles by saying so; a missing calendar is settled by loading it. */
export const SETTLED_BY_HAND = [
  'pressure-on-auditor',
  'phone-call',
  'pilot-failed-while-qualified',
  'scorecard-low',
  'escalated',
  'surveillance-alert',
  'appeal-partly',
  'grade-changed',
] as const;

/** What can be asked of a case. Ids, codes, numbers and dates only: this is what Temporal stores. */
export type Command =
  | {
      readonly type: 'open';
      readonly supplierId: string;
      readonly siteId: string;
      readonly category: InputCategory;
      readonly schemeVersionId: string;
      readonly profile: 'core' | 'full';
      readonly endMarkets: readonly string[];
      readonly previousId?: string;
    }
  | { readonly type: 'submit-application' }
  | {
      readonly type: 'request-information';
      readonly items: readonly string[];
      /** What is asked about some of the items; the note asks about all of them. */
      readonly questions?: readonly AskedQuestion[];
      readonly noteId?: string;
    }
  | { readonly type: 'resubmit-application' }
  | { readonly type: 'accept-application' }
  | {
      readonly type: 'resolve-check';
      readonly check: CheckKind;
      readonly verdict: 'PASS' | 'WARN' | 'FAIL' | 'WAIVED';
      /** Where it was looked up, on which local date, which document shows it, and until when it is good. */
      readonly source?: (typeof HAND_SOURCES)[number];
      readonly retrievedOn?: string;
      readonly evidenceId?: string;
      readonly expiresOn?: string;
      readonly noteId?: string;
    }
  | { readonly type: 'confirm-check-failure'; readonly check: CheckKind }
  | {
      readonly type: 'clear-hit';
      readonly check: CheckKind;
      /** The id of the hit. */
      readonly hit: string;
      readonly reason: (typeof CLEARING_REASONS)[number];
      readonly noteId: string;
    }
  | { readonly type: 'confirm-clearing'; readonly check: CheckKind; readonly hit: string }
  | { readonly type: 'rerun-check'; readonly check: CheckKind }
  | { readonly type: 'record-checks'; readonly runId: string }
  | {
      readonly type: 'request-checks';
      readonly checks: readonly CheckKind[];
      readonly why: 'change' | 'list-update';
    }
  | { readonly type: 'change-bank-account' }
  | {
      readonly type: 'confirm-bank-change';
      readonly outcome: (typeof CALL_BACK_OUTCOMES)[number];
      /** Whose number was called: one that was known before the change. */
      readonly called: (typeof CALLED_NUMBERS)[number];
      readonly noteId: string;
    }
  | {
      readonly type: 'propose-rejection';
      readonly reason: (typeof REJECTION_REASONS)[number];
      readonly noteId?: string;
    }
  | { readonly type: 'confirm-rejection' }
  | { readonly type: 'dismiss-rejection' }
  | { readonly type: 'assign-auditor'; readonly auditorId: string; readonly firmId: string }
  | { readonly type: 'reassign-auditor'; readonly auditorId: string; readonly firmId: string }
  | { readonly type: 'decline-assignment'; readonly reason: 'conflict' | 'capacity' | 'language' }
  | { readonly type: 'withdraw-from-audit'; readonly reason: 'conflict' | 'pressure' }
  | { readonly type: 'propose-visit'; readonly dates: readonly string[] }
  | { readonly type: 'accept-visit'; readonly date: string }
  | { readonly type: 'refuse-visit' }
  | { readonly type: 'reschedule-visit'; readonly dates: readonly string[] }
  | { readonly type: 'start-audit' }
  | { readonly type: 'submit-audit' }
  | {
      readonly type: 'abort-audit';
      readonly reason: (typeof ABORT_REASONS)[number];
      readonly noteId?: string;
    }
  | { readonly type: 'confirm-zero-tolerance'; readonly itemId: string }
  | { readonly type: 'dismiss-zero-tolerance'; readonly itemId: string; readonly noteId?: string }
  | { readonly type: 'report-child'; readonly noteId: string }
  | { readonly type: 'mark-child-safe'; readonly noteId: string }
  | { readonly type: 'pass-review' }
  | { readonly type: 'require-corrective-actions' }
  | { readonly type: 'return-to-auditor'; readonly items: readonly string[] }
  | { readonly type: 'confirm-not-applicable'; readonly section: string }
  | { readonly type: 'propose-corrections'; readonly items: readonly string[] }
  | { readonly type: 'accept-correction'; readonly itemId: string }
  | { readonly type: 'refuse-correction'; readonly itemId: string; readonly noteId?: string }
  | { readonly type: 'submit-external-reports' }
  | { readonly type: 'confirm-external-report'; readonly reportId: string }
  | {
      readonly type: 'refuse-external-report';
      readonly reportId: string;
      readonly reason: (typeof REPORT_REFUSALS)[number];
      readonly noteId?: string;
    }
  | { readonly type: 'submit-corrective-action'; readonly correctiveActionId: string }
  | {
      readonly type: 'set-verification';
      readonly correctiveActionId: string;
      readonly method: VerificationMethod;
    }
  | {
      readonly type: 'verify-corrective-action';
      readonly correctiveActionId: string;
      /** At the desk, when nothing is said. */
      readonly method?: VerificationMethod;
      /** The local date of the visit, on site. */
      readonly visitDate?: string;
    }
  | {
      readonly type: 'reject-corrective-action';
      readonly correctiveActionId: string;
      readonly noteId?: string;
    }
  | {
      readonly type: 'accept-corrective-action-partly';
      readonly correctiveActionId: string;
      /** Of what is left to do. */
      readonly residual: ResidualSeverity;
      readonly noteId?: string;
    }
  | { readonly type: 'accept-corrective-plan' }
  | {
      readonly type: 'grant-consent';
      readonly buyerId: string;
      readonly sections?: readonly ConsentSection[];
      /** An instant. */
      readonly validUntil?: string;
    }
  | { readonly type: 'withdraw-consent'; readonly buyerId: string }
  | { readonly type: 'place-pilot'; readonly pilotId: string }
  | { readonly type: 'confirm-pilot'; readonly pilotId: string }
  | {
      readonly type: 'submit-sample';
      readonly pilotId: string;
      readonly sample: SampleKind;
      /** Documents that show it. */
      readonly evidence: readonly string[];
    }
  | { readonly type: 'approve-sample'; readonly pilotId: string; readonly sample: SampleKind }
  | {
      readonly type: 'reject-sample';
      readonly pilotId: string;
      readonly sample: SampleKind;
      readonly reason: SampleReason;
      readonly noteId?: string;
    }
  | { readonly type: 'start-production'; readonly pilotId: string }
  | {
      readonly type: 'record-production-check';
      readonly pilotId: string;
      readonly percentDone: number;
      readonly result: ProductionResult;
      readonly evidence: readonly string[];
      readonly noteId?: string;
    }
  | {
      readonly type: 'ready-for-inspection';
      readonly pilotId: string;
      readonly lot: number;
      readonly quantity: number;
    }
  | {
      readonly type: 'book-inspection';
      readonly pilotId: string;
      readonly lot: number;
      /** A local date. */
      readonly date: string;
    }
  | { readonly type: 'start-inspection'; readonly pilotId: string; readonly lot: number }
  | {
      readonly type: 'confirm-receipt';
      readonly pilotId: string;
      readonly lot: number;
      readonly quantity: number;
      /** A local date. */
      readonly date: string;
      readonly claimReason?: ClaimReason;
      readonly claimUnits?: number;
      readonly claimUsd?: number;
    }
  | {
      readonly type: 'deliver-lot';
      readonly pilotId: string;
      readonly lot: number;
      readonly quantity: number;
    }
  | {
      readonly type: 'judge-lot';
      readonly pilotId: string;
      readonly lot: number;
      readonly documentsRight: boolean;
    }
  | { readonly type: 'request-rework'; readonly pilotId: string; readonly lot: number }
  | { readonly type: 'reject-lot'; readonly pilotId: string; readonly lot: number }
  | {
      readonly type: 'cancel-pilot';
      readonly pilotId: string;
      readonly reason: (typeof CANCEL_REASONS)[number];
    }
  | { readonly type: 'request-approval' }
  | { readonly type: 'recommend-approval' }
  | { readonly type: 'approve'; readonly conditional: boolean }
  | {
      readonly type: 'decline-approval';
      readonly reason: (typeof DECLINE_REASONS)[number];
      readonly noteId?: string;
    }
  | { readonly type: 'defer-approval' }
  | { readonly type: 'downgrade'; readonly reason: (typeof DOWNGRADE_REASONS)[number] }
  | { readonly type: 'meet-conditions' }
  | {
      readonly type: 'suspend';
      readonly cause: (typeof SUSPENDED_BY_HAND)[number];
      readonly noteId?: string;
    }
  | { readonly type: 'confirm-suspension' }
  | { readonly type: 'dismiss-suspension'; readonly noteId?: string }
  | { readonly type: 'propose-reinstatement'; readonly noteId?: string }
  | { readonly type: 'confirm-reinstatement' }
  | { readonly type: 'dismiss-reinstatement'; readonly noteId?: string }
  | { readonly type: 'propose-revocation'; readonly cause: RevocationCause; readonly noteId?: string }
  | { readonly type: 'confirm-revocation' }
  | { readonly type: 'dismiss-revocation'; readonly noteId?: string }
  | { readonly type: 'confirm-approval' }
  | { readonly type: 'report-change'; readonly change: ChangeCode; readonly noteId?: string }
  | {
      readonly type: 'conclude-change';
      readonly change: ChangeCode;
      readonly outcome: SurveillanceOutcome;
      readonly noteId?: string;
    }
  | {
      readonly type: 'conclude-desk-review';
      readonly outcome: SurveillanceOutcome;
      readonly noteId?: string;
    }
  | { readonly type: 'order-surveillance'; readonly unannounced: boolean; readonly noteId?: string }
  | {
      readonly type: 'assign-surveillance';
      readonly visit: string;
      readonly auditorId: string;
      readonly firmId: string;
    }
  | { readonly type: 'submit-surveillance'; readonly visit: string }
  | {
      readonly type: 'conclude-surveillance';
      readonly visit: string;
      readonly outcome: SurveillanceOutcome;
      readonly noteId?: string;
    }
  /** The programme confirms a qualification for its next term, without a new pilot order. */
  | { readonly type: 'renew' }
  | {
      readonly type: 'waive-cooling-off';
      readonly reason: (typeof WAIVER_REASONS)[number];
      readonly noteId: string;
    }
  | { readonly type: 'appeal'; readonly ground: (typeof APPEAL_GROUNDS)[number]; readonly noteId: string }
  | { readonly type: 'appoint-panel'; readonly members: readonly string[] }
  | {
      readonly type: 'vote-appeal';
      readonly result: (typeof APPEAL_RESULTS)[number];
      readonly reaudit?: boolean;
      readonly noteId: string;
    }
  | { readonly type: 'extend-deadline'; readonly deadline: string; readonly days: number }
  | { readonly type: 'claim-task'; readonly task: string }
  | { readonly type: 'release-task'; readonly task: string }
  | { readonly type: 'delegate-task'; readonly task: string; readonly toPersonId: string }
  | {
      readonly type: 'withdraw';
      readonly reason: (typeof WITHDRAWAL_REASONS)[number];
    }
  | {
      readonly type: 'settle-matter';
      readonly matter: (typeof SETTLED_BY_HAND)[number];
      readonly subject: string;
      readonly noteId?: string;
    }
  | { readonly type: 'recompute-deadlines' }
  | { readonly type: 'migrate-scheme'; readonly schemeVersionId: string; readonly noteId?: string }
  | { readonly type: 'advance-clock' };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
