import type { Hand } from './actors.js';
import type { DECLINE_REASONS } from './commands.js';
import type { ConsentTerms } from './consent.js';
import type { Deadline } from './deadlines.js';
import type {
  ChangeCode,
  ConditionReason,
  RevocationCause,
  SurveillanceOutcome,
  SuspensionCause,
} from './qualified-codes.js';
import type { InputCategory } from './reference/input-categories.js';
import type { CaseStateName } from './states.js';

/** The compliance checks of the programme, in the order of domain section 4. */
export const CHECK_KINDS = [
  'vat-tin',
  'business-registration',
  'duplicate',
  'patent-tax',
  'sanctions',
  'forced-labour',
  'certificates',
  'chemicals',
  'origin',
  'wages',
  'bank-account',
  'beneficial-owners',
  'insurance',
  'test-reports',
  'document-authenticity',
  'location',
  'capacity',
  'permits',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
/** Knock-out checks run in screening, before anybody travels to the site. */
export const SCREENING_CHECKS: readonly CheckKind[] = ['sanctions', 'duplicate'];
/** Beside the audit, where a scheme names none: versions that were published before schemes named their checks. */
export const COMPLIANCE_CHECKS: readonly CheckKind[] = [
  'vat-tin',
  'patent-tax',
  'certificates',
  'beneficial-owners',
];

/** `PENDING` waits for the machine, `POTENTIAL` for an officer, `ERROR` for a retry and then for an officer. */
export type Verdict = 'PENDING' | 'PASS' | 'WARN' | 'FAIL' | 'POTENTIAL' | 'ERROR' | 'WAIVED';

export interface CheckState {
  readonly verdict: Verdict;
  /** Runs that ended in ERROR since the last result. */
  readonly errors: number;
  readonly runId?: string;
  readonly decidedBy?: Hand;
  /** The officer who wants this to count as failed; a second one must confirm. */
  readonly failureProposedBy?: Hand;
  readonly expiresAt?: string;
}

export type AuditPhase =
  'waiting' | 'unassigned' | 'assigned' | 'visit-proposed' | 'visit-agreed' | 'in-progress' | 'submitted';

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';
export interface AuditScore {
  readonly grade: Grade;
  /** Half-up to one decimal, 0 to 100. */
  readonly total: number;
  readonly outcome: 'pass' | 'conditional' | 'fail';
}
export type Severity = 'zero-tolerance' | 'critical' | 'major' | 'minor';
export interface AuditFinding {
  readonly itemId: string;
  readonly severity: Severity;
  readonly value: 'partial' | 'nonconform' | 'not-verified';
}

export interface AuditBranch {
  readonly phase: AuditPhase;
  readonly auditor?: Hand;
  /** Firms and persons who left this audit for cause may not come back to it. */
  readonly excluded: readonly Hand[];
  /** Everybody who held this audit before, for whatever reason: they may not judge it either. */
  readonly former: readonly Hand[];
  readonly proposedDates: readonly string[];
  readonly visitDate?: string;
  readonly visitRefusals: number;
  readonly accessDenied: number;
  readonly returns: number;
  /** Items the reviewer sent back; empty means the whole checklist is open to the auditor. */
  readonly reopenedItems: readonly string[];
  readonly findings: readonly AuditFinding[];
  readonly zeroTolerance: Readonly<Record<string, 'provisional' | 'confirmed' | 'dismissed'>>;
  readonly initial?: AuditScore;
  readonly current?: AuditScore;
  /** The paper whose answers the findings are of, when a surveillance visit came after the audit. */
  readonly paper?: string;
  /** The last submission was judged by a reviewer: from then on its result is told to supplier and buyers. */
  readonly signed?: true;
}

export type CorrectiveActionPhase = 'open' | 'submitted' | 'verified' | 'rejected';
export interface CorrectiveAction {
  /** A checklist item id, or `pilot:<pilotId>` for a rejected lot's root cause. */
  readonly subject: string;
  readonly severity: 'critical' | 'major' | 'minor';
  readonly phase: CorrectiveActionPhase;
  readonly dueAt: string;
  readonly rejections: number;
}

export type LotPhase = 'awaiting-delivery' | 'awaiting-inspection' | 'rejected' | 'accepted';
export interface PilotLot {
  readonly lot: number;
  readonly size: number;
  readonly phase: LotPhase;
  readonly inspection: 'normal' | 'tightened';
  readonly reworked: boolean;
  /** Critical defects found in any inspection of the lot. */
  readonly criticalDefects: number;
  readonly documentsRight?: boolean;
  readonly deliveredAt?: string;
  readonly quantity?: number;
}

export type PilotPhase = 'placed' | 'running' | 'inspection' | 'accepted' | 'failed' | 'cancelled';
export interface Pilot {
  readonly buyerId: string;
  readonly phase: PilotPhase;
  readonly placedBy: Hand;
  /** Last day of the delivery window, an instant. */
  readonly dueAt: string;
  readonly lots: readonly PilotLot[];
  readonly result?: 'pass' | 'conditional' | 'fail';
  readonly confirmedAt?: string;
  /** Set when the buyer was asked to decide on the accepted pilot. */
  readonly decisionAsked?: true;
}

export type ApprovalPhase =
  | 'open'
  | 'recommended'
  | 'deferred'
  | 'approved'
  | 'approved-conditionally'
  | 'declined'
  | 'expired'
  | 'ended';
export interface Approval {
  readonly phase: ApprovalPhase;
  readonly requester?: Hand;
  readonly approver?: Hand;
  /** Revision of the scope that the approval stands on. */
  readonly scopeId?: string;
  readonly deferredOnce: boolean;
  readonly declineReason?: (typeof DECLINE_REASONS)[number];
  readonly validUntil?: string;
  /** The key of the deadline that runs for this approval. */
  readonly deadline?: string;
  /** Since when a reinstated qualification waits for this buyer: nobody but the buyer makes its approval count again. */
  readonly awaitsBuyerSince?: string;
}

/** A proposal of one officer, on which a second one decides. */
export interface Proposal {
  readonly kind: 'reinstatement' | 'revocation';
  readonly by: Hand;
  readonly cause?: RevocationCause;
}
/** Why a qualification does not count now. It stays in the state of a case that was closed meanwhile. */
export interface Suspension {
  readonly cause: SuspensionCause;
  /** The check or corrective action that stands in the way, where one does. */
  readonly subject?: string;
  /** The same of what would have suspended it while it was suspended. */
  readonly besides?: readonly string[];
  readonly since: string;
  /** Where the case stood. */
  readonly origin: CaseStateName;
  /** The person who suspended; absent when the system did, on what was confirmed before. */
  readonly by?: Hand;
  /** The second officer; a suspension by one person falls without. */
  readonly confirmedBy?: Hand;
  /** When the condition of a conditional qualification was due. */
  readonly conditionDueAt?: string;
  readonly proposal?: Proposal;
}
/** Why a qualification is conditional. */
export interface Condition {
  readonly reason: ConditionReason;
  readonly since: string;
}

/** A change at the supplier that may touch what was assessed, until an officer has looked at it (domain 2.1). */
export interface ReportedChange {
  readonly since: string;
  readonly by: Hand;
}

export type SurveillancePhase = 'planned' | 'assigned' | 'submitted' | 'concluded';
/** An audit visit to a qualified supplier. Its answers are in a paper of its own, its state beside the case's. */
export interface SurveillanceVisit {
  readonly reason: 'grade' | 'drawn' | 'ordered';
  readonly phase: SurveillancePhase;
  /** Who held the audit before the visit: all that is told while an unannounced visit is under way. */
  readonly before?: Hand;
  readonly findings?: readonly AuditFinding[];
  readonly score?: AuditScore;
  readonly outcome?: SurveillanceOutcome;
}
export interface Surveillance {
  /** What the draw of unannounced visits was made with: whoever has it can draw again. */
  readonly seed?: string;
  /** By id: `v1`, or `u1` for one that is not announced. */
  readonly visits: Readonly<Record<string, SurveillanceVisit>>;
}

/** Something only the programme office can clear, beside the normal path of the case. */
export interface OfficeMatter {
  readonly kind:
    | 'holidays-missing'
    | 'pressure-on-auditor'
    | 'phone-call'
    | 'pilot-failed-while-qualified'
    | 'escalated'
    | 'surveillance-alert';
  readonly subject: string;
  readonly since: string;
}

/** A child was found at work. While it is `unsafe`, nothing of it is told to supplier or buyers (domain 0.10). */
export interface Safeguarding {
  readonly phase: 'unsafe' | 'safe';
  /** Checklist items whose answers tell of it; none when it was reported beside the checklist. */
  readonly items: readonly string[];
  readonly since: string;
  /** The entry that ended the case for everybody but the child, for whom the office goes on. */
  readonly ended?: { readonly seq: number; readonly caseTime: string };
}

/** All a case remembers between two decisions. PostgreSQL stores it, Temporal carries it; both hold the same. */
export interface CaseState {
  readonly qualificationId: string;
  readonly supplierId: string;
  readonly siteId: string;
  readonly category: InputCategory;
  readonly schemeVersionId: string;
  readonly profile: 'core' | 'full';
  readonly endMarkets: readonly string[];
  readonly previousId?: string;
  /** Number of decisions in the journal. */
  readonly seq: number;
  /** The instant of the last decision or clock reading, in case time. */
  readonly caseTime: string;
  readonly at: CaseStateName;
  readonly enteredAt: string;
  readonly informationLoops: number;
  /** Application items the programme office asked about; empty when nothing is asked. */
  readonly informationItems: readonly string[];
  readonly deadlines: readonly Deadline[];
  /** Buyers whom the supplier lets read, until their `consent-end` or the end of the case. */
  readonly consents: readonly string[];
  /** Scope and end by buyer; a consent of before there were terms has none, one that ran out or ended with the case still has them. */
  readonly consentTerms?: Readonly<Record<string, ConsentTerms>>;
  readonly audit: AuditBranch;
  readonly checks: Readonly<Partial<Record<CheckKind, CheckState>>>;
  readonly rejection?: { readonly reason: string; readonly proposedBy: Hand };
  readonly reviewers: readonly Hand[];
  readonly correctiveActions: Readonly<Record<string, CorrectiveAction>>;
  readonly pilots: Readonly<Record<string, Pilot>>;
  readonly approvals: Readonly<Record<string, Approval>>;
  readonly validity?: { readonly grade: Grade; readonly from: string; readonly until: string };
  /** No buyer in 120 days: on the parked list, not failed. */
  readonly parked: boolean;
  readonly claims: Readonly<Record<string, Hand>>;
  readonly matters: readonly OfficeMatter[];
  readonly closedReason?: string;
  readonly suspension?: Suspension;
  readonly condition?: Condition;
  /** By code; one of each at a time. */
  readonly changes?: Readonly<Partial<Record<ChangeCode, ReportedChange>>>;
  readonly surveillance?: Surveillance;
  /** Lots rejected one after the other, over all pilots. */
  readonly rejectedInARow?: number;
  readonly safeguarding?: Safeguarding;
  /** Set when nothing is left to wait for, not even an appeal. */
  readonly over: boolean;
}
