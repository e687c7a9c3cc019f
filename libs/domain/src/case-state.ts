import type { Hand } from './actors.js';
import type { APPEAL_GROUNDS, APPEAL_RESULTS, DECLINE_REASONS } from './commands.js';
import type { ConsentTerms } from './consent.js';
import type { AnswerValue } from './checklist.js';
import type { Deadline } from './deadlines.js';
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
}

/** Something only the programme office can clear, beside the normal path of the case. */
export interface OfficeMatter {
  readonly kind:
    | 'holidays-missing'
    | 'pressure-on-auditor'
    | 'phone-call'
    | 'pilot-failed-while-qualified'
    | 'escalated'
    | 'appeal-partly';
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

/** Why a renewal is audited in full. */
export type FullAuditReason = 'grade' | 'reported-change';
/** A case that renews a qualification which was still valid when it was opened. */
export interface Renewal {
  /** The qualification that is renewed has an accepted pilot order: no new one is asked for. */
  readonly pilotAccepted: boolean;
  /** How its audit is done; unknown until the programme office has accepted the application. */
  readonly audit?: 'delta' | 'full';
  readonly fullBecause?: FullAuditReason;
  /** Seed of the random part of the items that are asked again. */
  readonly seed?: number;
  /** Items that are asked; the whole checklist in a full audit. */
  readonly items?: readonly string[];
  /** Answers that are carried over from the qualification that is renewed. */
  readonly carried?: Readonly<Record<string, Extract<AnswerValue, 'conform' | 'not-applicable'>>>;
  /** When the carried answers were verified: the beginning of the qualification that is renewed. */
  readonly verifiedAt?: string;
}

/** What a panel may be asked to judge. */
export type AppealOrigin = Extract<CaseStateName, 'REJECTED' | 'SUSPENDED' | 'REVOKED' | 'CAP_OPEN'>;
export interface PanelMember extends Hand {
  readonly role: 'officer' | 'reviewer';
  readonly vote?: (typeof APPEAL_RESULTS)[number];
  /** The site is to be audited anew, by somebody else. */
  readonly reaudit?: true;
}
/** An appeal under way: it lies over the case and remembers where it came from. */
export interface Appeal {
  readonly origin: AppealOrigin;
  /** When the decision under appeal was made: one appeal for each decision. */
  readonly decisionAt: string;
  readonly ground: (typeof APPEAL_GROUNDS)[number];
  readonly lodgedAt: string;
  /** Nobody is in danger, so the clocks of the decision stand still until the panel has decided. */
  readonly effectSuspended: boolean;
  readonly panel: readonly PanelMember[];
  /** What the case waited for when the appeal was lodged. */
  readonly held: readonly Deadline[];
}
/** An appeal that was decided. */
export interface PastAppeal extends Pick<Appeal, 'origin' | 'decisionAt' | 'ground' | 'lodgedAt'> {
  readonly result: (typeof APPEAL_RESULTS)[number];
  readonly endedAt: string;
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
  readonly safeguarding?: Safeguarding;
  readonly renewal?: Renewal;
  readonly appeal?: Appeal;
  readonly appeals?: readonly PastAppeal[];
  /** The cause of the rejection was shown closed: the supplier may apply again at once. */
  readonly coolingOffWaived?: true;
  /** Set when nothing is left to wait for, not even an appeal. */
  readonly over: boolean;
}
