import type { AppealOrigin, CheckKind, FullAuditReason, Grade, OfficeMatter, Verdict } from './case-state.js';
import type {
  ABORT_REASONS,
  APPEAL_GROUNDS,
  APPEAL_RESULTS,
  CALLED_NUMBERS,
  CANCEL_REASONS,
  ClaimReason,
  DECLINE_REASONS,
  ProductionResult,
  REJECTION_REASONS,
  REPORT_REFUSALS,
  ResidualSeverity,
  SampleReason,
  VerificationMethod,
  WAIVER_REASONS,
  WITHDRAWAL_REASONS,
} from './commands.js';
import type { ConsentSection } from './consent.js';
import type { SampleKind } from './pilot-terms.js';
import type {
  ChangeCode,
  ConditionReason,
  RevocationCause,
  SurveillanceOutcome,
  SuspensionCause,
} from './qualified-codes.js';
import type { ExternalScheme } from './reference/evidence-credit.js';
import type { InputCategory } from './reference/input-categories.js';
import type { EscalationRole } from './scheme.js';
import type { ScorecardBand } from './scorecard.js';
import type { Strictness, SwitchReason } from './switching.js';

type OneOf<T extends readonly string[]> = T[number];
type Ids = readonly string[];
type Nothing = Readonly<Record<string, never>>;

/** Why an auditor no longer has an audit. */
export type AuditorLeft =
  | OneOf<typeof ABORT_REASONS>
  | 'conflict'
  | 'capacity'
  | 'language'
  | 'pressure'
  | 'reassigned'
  | 'appeal-overturned';
/** Why a case is rejected: two officers said so, a screening check failed for good, or a rule of the programme. */
export type RejectedFor =
  | OneOf<typeof REJECTION_REASONS>
  | CheckKind
  | 'zero-tolerance'
  | 'corrective-action-overdue'
  | 'pilots-failed';
export type RevokedFor = SuspensionCause | RevocationCause;
export type WithdrawnFor = OneOf<typeof WITHDRAWAL_REASONS> | 'information-not-given' | 'visit-refused';

/** What tells nothing beside that it happened. */
type Bare = Record<
  | 'application-submitted'
  | 'application-resubmitted'
  | 'application-accepted'
  | 'screening-cleared'
  | 'assessment-started'
  | 'assessment-ready-for-review'
  | 'rejection-dismissed'
  | 'child-safe'
  | 'pilot-parked'
  | 'suspension-dismissed'
  | 'reinstatement-proposed'
  | 'reinstatement-dismissed'
  | 'revocation-dismissed'
  | 'qualification-lapsed'
  | 'cooling-off-ended'
  | 'appeal-window-closed',
  Nothing
>;
type OfBuyers = Record<
  | 'consent-withdrawn'
  | 'consent-expired'
  | 'consent-ended'
  | 'approval-requested'
  | 'approval-recommended'
  | 'approval-deferred'
  | 'approval-expired'
  | 'approval-suspended'
  | 'approval-awaits-buyer'
  | 'approval-confirmed'
  | 'approval-withdrawn',
  { buyerId: string }
>;
type OfPilots = Record<'pilot-confirmed' | 'production-started' | 'pilot-failed', { pilotId: string }>;
type OfHits = Record<'hit-clearing-proposed' | 'hit-cleared', { check: CheckKind; hit: string }>;
type OfItems = Record<
  | 'information-requested'
  | 'child-found'
  | 'corrections-proposed'
  | 'credit-ended'
  | 'credit-renewed'
  | 'corrective-actions-required'
  | 'audit-returned',
  { items: Ids }
>;
type OfTasks = Record<'task-claimed' | 'task-released', { task: string }>;
/** A finding of the audit, or of a visit that nobody has concluded yet. */
type OfFindings = Record<
  'zero-tolerance-confirmed' | 'zero-tolerance-dismissed',
  { itemId: string; visit?: string }
>;

interface Checks {
  'qualification-opened': { category: InputCategory };
  'checks-requested': { checks: readonly CheckKind[] };
  /** `results`: check, verdict and digest of what it was run on, with colons between them. */
  'checks-recorded': { checks: readonly CheckKind[]; results: readonly string[] };
  'check-awaits-officer': { check: CheckKind };
  'check-resolved': {
    check: CheckKind;
    verdict: Extract<Verdict, 'PASS' | 'WARN' | 'FAIL' | 'WAIVED'> | 'FAIL-PROPOSED';
  };
  'check-failure-confirmed': { check: CheckKind };
  'bank-change-announced': { revision: string };
  'bank-change-called-back': { revision: string; called: OneOf<typeof CALLED_NUMBERS> };
  'bank-change-denied': { revision: string };
  'bank-account-changed': { revision: string };
  'rejection-proposed': { reason: OneOf<typeof REJECTION_REASONS> };
  'consent-given': { buyerId: string; sections: readonly ConsentSection[]; validUntil: string };
}

interface Audits {
  'auditor-assigned': { auditorId: string; firmId: string };
  'auditor-left': { reason: AuditorLeft };
  'visit-proposed': { dates: readonly string[] };
  'visit-agreed': { date: string };
  'visit-refused': { refusals: number };
  'audit-started': { overlays?: Ids };
  'audit-aborted': { reason: OneOf<typeof ABORT_REASONS> };
  'audit-submitted': { grade: Grade; total: number; findings: number; credited?: number };
  'zero-tolerance-alert': { items: Ids; visit?: string };
  'not-applicable-confirmed': { section: string };
  'correction-accepted': { itemId: string; grade: Grade; total: number };
  'correction-refused': { itemId: string };
  'external-reports-submitted': { reports: Ids };
  'external-report-confirmed': { reportId: string; scheme: ExternalScheme; reportedOn: string };
  'external-report-refused': { reportId: string; reason: OneOf<typeof REPORT_REFUSALS> };
  'assessment-passed': { grade: Grade };
  'corrective-action-submitted': { correctiveActionId: string };
  'corrective-action-verified': { correctiveActionId: string; method: VerificationMethod };
  'corrective-action-rejected': { correctiveActionId: string; last: boolean };
  'corrective-action-partly-accepted': {
    correctiveActionId: string;
    from: 'critical' | 'major' | 'minor';
    residual: ResidualSeverity;
    dueAt: string;
  };
  'verification-set': { correctiveActionId: string; method: VerificationMethod };
  'corrective-plan-accepted': { open: Ids };
}

interface Pilots {
  'pilot-placed': {
    pilotId: string;
    buyerId: string;
    lots: number;
    inspection: Strictness;
    reason?: SwitchReason;
  };
  'sample-submitted': { pilotId: string; sample: SampleKind };
  'sample-approved': { pilotId: string; sample: SampleKind };
  'sample-rejected': { pilotId: string; sample: SampleKind; reason: SampleReason };
  'production-checked': { pilotId: string; percentDone: number; result: ProductionResult };
  'lot-ready': { pilotId: string; lot: number; quantity: number };
  'inspection-booked': { pilotId: string; lot: number; date: string };
  'inspection-started': { pilotId: string; lot: number; seed: string };
  'inspection-switched': {
    pilotId: string;
    inspection: Strictness;
    reason: SwitchReason;
    lots: readonly string[];
  };
  'inspection-discontinued': { pilotId: string; reason?: SwitchReason };
  'receipt-confirmed': { pilotId: string; lot: number; quantity: number; claimReason?: ClaimReason };
  /** `seed`: of the draw of the units to inspect; none when the lot was inspected before it left. */
  'lot-delivered': { pilotId: string; lot: number; quantity: number; seed?: string };
  'lot-judged': { pilotId: string; lot: number; accepted: boolean };
  'rework-requested': { pilotId: string; lot: number };
  'pilot-accepted': { pilotId: string; result: 'pass' | 'conditional' };
  'pilot-cancelled': { pilotId: string; reason: OneOf<typeof CANCEL_REASONS> | 'qualification-revoked' };
  'approval-granted': { buyerId: string; conditional: boolean; validUntil: string };
  'approval-declined': { buyerId: string; reason: OneOf<typeof DECLINE_REASONS> };
  'approval-made-conditional': { buyerId: string; reason: 'scorecard' };
  /** `month`: `YYYY-MM` in Phnom Penh; no band until there were three deliveries. */
  'scorecard-closed': {
    buyerId: string;
    month: string;
    deliveries: number;
    score: number;
    band?: ScorecardBand;
  };
}

interface Qualified {
  'qualification-granted': { grade: Grade; until: string; conditional: boolean };
  'qualification-downgraded': { reason: ConditionReason };
  /** No reason when somebody said so. */
  'conditions-met': { reason?: 'certificate-renewed' };
  'qualification-suspended': { cause: SuspensionCause; since: string };
  'suspension-confirmed': { cause: SuspensionCause };
  'qualification-reinstated': { cause: SuspensionCause; since: string };
  'revocation-proposed': { cause: RevocationCause };
  'qualification-revoked': { cause: RevokedFor };
  'change-reported': { change: ChangeCode };
  'change-concluded': { change: ChangeCode; outcome: SurveillanceOutcome };
  'desk-review-concluded': { outcome: SurveillanceOutcome };
  'surveillance-drawn': { picked: boolean; dueAt?: string; seed: string };
  'surveillance-ordered': { visit: string };
  'surveillance-assigned': { visit: string; auditorId: string; firmId: string };
  'surveillance-submitted': { visit: string };
  'surveillance-concluded': { visit: string; outcome: SurveillanceOutcome; grade: Grade; findings: number };
  'requalification-opened': { until: string };
  /** `asked` and `carried`: how many items, of a delta audit. */
  'renewal-audit-planned': {
    audit: 'delta' | 'full';
    fullBecause?: FullAuditReason;
    asked?: number;
    carried?: number;
  };
  'qualification-renewed': { grade: Grade; until: string };
}

interface Endings {
  'qualification-rejected': { reason: RejectedFor };
  'qualification-withdrawn': { reason: WithdrawnFor };
  'cooling-off-waived': { reason: OneOf<typeof WAIVER_REASONS> };
  'appeal-lodged': {
    origin: AppealOrigin;
    ground: OneOf<typeof APPEAL_GROUNDS>;
    effectSuspended: boolean;
  };
  'appeal-panel-named': { members: Ids; third: boolean };
  'appeal-voted': { personId: string };
  'appeal-decided': {
    origin: AppealOrigin;
    ground: OneOf<typeof APPEAL_GROUNDS>;
    result: OneOf<typeof APPEAL_RESULTS>;
    reaudit: boolean;
  };
}

/** Keys of deadlines and tasks are `kind` or `kind:subject`. */
interface OfficeWork {
  'deadline-extended': { deadline: string; days: number };
  'deadlines-recomputed': { deadlines: Ids };
  'scheme-migrated': { from: string; to: string; added: Ids; removed: Ids; changed: Ids; deadlines: Ids };
  'task-delegated': { task: string; toPersonId: string };
  'reminder-due': { deadline: string; dueAt: string };
  escalated: { deadline: string; dueAt: string; to: EscalationRole };
  'office-matter-opened': { matter: OfficeMatter['kind']; subject: string };
  'office-matter-settled': { matter: OfficeMatter['kind']; subject: string };
}

/**
 * What every event tells, and all it may tell: ids, codes, numbers and dates, never a name or a sentence. Instants are
 * `YYYY-MM-DDTHH:MM:SS.sssZ`, dates local. Whoever is not told a part of it gets the event without (`hearing`).
 */
export interface EventData
  extends
    Bare,
    OfBuyers,
    OfPilots,
    OfHits,
    OfItems,
    OfTasks,
    OfFindings,
    Checks,
    Audits,
    Pilots,
    Qualified,
    Endings,
    OfficeWork {}
