import type { CheckKind } from './case-state.js';
import type { ConsentSection } from './consent.js';
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

/** Matters of the office that a person settles by saying so; a missing calendar is settled by loading it. */
export const SETTLED_BY_HAND = [
  'pressure-on-auditor',
  'phone-call',
  'pilot-failed-while-qualified',
  'escalated',
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
  | { readonly type: 'request-information'; readonly items: readonly string[]; readonly noteId?: string }
  | { readonly type: 'resubmit-application' }
  | { readonly type: 'accept-application' }
  | {
      readonly type: 'resolve-check';
      readonly check: CheckKind;
      readonly verdict: 'PASS' | 'WARN' | 'FAIL' | 'WAIVED';
      readonly noteId?: string;
    }
  | { readonly type: 'confirm-check-failure'; readonly check: CheckKind }
  | { readonly type: 'rerun-check'; readonly check: CheckKind }
  | { readonly type: 'record-checks'; readonly runId: string }
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
  | { readonly type: 'submit-corrective-action'; readonly correctiveActionId: string }
  | { readonly type: 'verify-corrective-action'; readonly correctiveActionId: string }
  | {
      readonly type: 'reject-corrective-action';
      readonly correctiveActionId: string;
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
  | { readonly type: 'downgrade'; readonly reason: 'certificate-in-grace' | 'surveillance-score' }
  | { readonly type: 'meet-conditions' }
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
