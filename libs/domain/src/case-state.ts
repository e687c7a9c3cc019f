import type { Hand } from './actors.js';
import type {
  APPEAL_GROUNDS,
  APPEAL_RESULTS,
  DECLINE_REASONS,
  CANCEL_REASONS,
  ClaimReason,
  ProductionResult,
  SampleReason,
  VerificationMethod,
  CORRECTION_REASONS,
  CLEARING_REASONS,
  REJECTION_REASONS,
} from './commands.js';
import type { AnswerValue } from './checklist.js';
import type { SiteFacts } from './conditions.js';
import type { ConsentTerms } from './consent.js';
import type { Deadline } from './deadlines.js';
import type {
  ChangeCode,
  ConditionReason,
  RevocationCause,
  SurveillanceOutcome,
  SuspensionCause,
} from './qualified-codes.js';
import type { ExternalScheme } from './reference/evidence-credit.js';
import type { InformationQuestion } from './information-questions.js';
import type { InputCategory } from './reference/input-categories.js';
import type { MonthlyScore } from './scorecard.js';
import type { FrozenTerms, SampleKind } from './pilot-terms.js';
import type { LotPlan } from './sampling.js';
import type { CaseOverlay } from './overlay.js';
import type { CaseStateName } from './states.js';
import type { SwitchReason } from './switching.js';

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

/** How much a hit on a list says: the name is the same, is alike enough, or is weak and something else agrees. */
export type HitBand = 'strong' | 'potential' | 'corroborated';
/** A name of the case that a list may mean. The id is a digest of both sides: it is another one when either changes. */
export interface ListHit {
  readonly id: string;
  readonly band: HitBand;
}
/** What officers say of a hit that means somebody else; remembered for as long as its id comes back. */
export interface HitClearing {
  readonly check: CheckKind;
  readonly reason: (typeof CLEARING_REASONS)[number];
  readonly by: Hand;
  readonly since: string;
  /** The second officer, where one is needed. */
  readonly confirmedBy?: Hand;
  readonly cleared?: true;
}

export interface CheckState {
  readonly verdict: Verdict;
  /** Runs that ended in ERROR since the last result. */
  readonly errors: number;
  readonly runId?: string;
  readonly decidedBy?: Hand;
  /** The officer who wants this to count as failed; a second one must confirm. */
  readonly failureProposedBy?: Hand;
  readonly expiresAt?: string;
  /** Where an officer looked it up, and when: a local date. */
  readonly seen?: HandLookUp;
  /** Hits of the last run that were not cleared before it. */
  readonly hits?: readonly ListHit[];
}

/** Where an officer may look something up that no machine can ask. */
export const HAND_SOURCES = [
  'business-registry',
  'certificate-register',
  'issuer',
  'tax-office',
  'bank',
  'original-paper',
  'other',
] as const;
export interface HandLookUp {
  readonly source: (typeof HAND_SOURCES)[number];
  readonly retrievedOn: string;
  /** A document of the case that shows what was seen, such as a picture of the screen. */
  readonly evidenceId?: string;
}

/** The account a supplier is paid on: revisions of the section `bank`, so that an old one can always be read again. */
export interface BankAccountState {
  /** The revision in force; absent while the first one is being confirmed. */
  readonly revision?: string;
  /** Not in force before a day has passed and an officer has called back a number known before. */
  readonly change?: {
    readonly revision: string;
    readonly by: Hand;
    readonly since: string;
    readonly calledBackBy?: Hand;
  };
}

export type AuditPhase =
  'waiting' | 'unassigned' | 'assigned' | 'visit-proposed' | 'visit-agreed' | 'in-progress' | 'submitted';

/** The best first. */
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof GRADES)[number];
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

/** A checklist item that the report of another scheme covers. Dates are local dates, both inclusive. */
export interface Credit {
  readonly itemId: string;
  readonly reportId: string;
  readonly scheme: ExternalScheme;
  /** The date of the report. */
  readonly from: string;
  readonly until: string;
  /** It ran out after the audit was submitted: the item is open again. */
  readonly ended?: true;
}

/** A submitted answer that was wrong: the auditor proposes, a reviewer judges, and the answer itself stays. */
export interface Correction {
  readonly itemId: string;
  /** The paper whose answer it is about; the audit itself when absent. */
  readonly paper?: string;
  /** What the auditor had answered; absent when the item was credited and nobody had. */
  readonly answered?: AnswerValue;
  /** What counted before, after earlier corrections; absent as above. */
  readonly was?: AnswerValue;
  readonly value: AnswerValue;
  readonly reason: (typeof CORRECTION_REASONS)[number];
  readonly phase: 'proposed' | 'accepted' | 'refused';
  readonly proposedBy: Hand;
  readonly proposedAt: string;
  readonly decidedBy?: Hand;
  readonly decidedAt?: string;
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
  /** Items that do not apply here; absent in audits that were submitted before this was kept. */
  readonly notApplicable?: readonly string[];
  /** Sections with so many of them that a reviewer has yet to confirm it. */
  readonly notApplicableOpen?: readonly string[];
  /** Taken when the audit was submitted, of items that nobody answered. */
  readonly credits?: readonly Credit[];
  /** In the order in which they were proposed. */
  readonly corrections?: readonly Correction[];
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
  /** When it was opened, an instant; actions of before this was kept have none. */
  readonly openedAt?: string;
  /** How it has to be verified, where auditor or reviewer said other than its severity says. */
  readonly verification?: VerificationMethod;
  /** How the auditor saw that it was corrected, and on which local date when that was on site. */
  readonly verifiedBy?: { readonly method: VerificationMethod; readonly visitDate?: string };
  /** A reviewer took part of it for done: what is left has the severity that stands above. */
  readonly partlyAccepted?: { readonly from: 'critical' | 'major' | 'minor'; readonly at: string };
}

/** `ready`: the goods wait at the supplier's for the inspector, who comes before they are delivered. */
export type LotPhase = 'awaiting-delivery' | 'ready' | 'awaiting-inspection' | 'rejected' | 'accepted';
/** What the first inspection of a lot found: what switching rules and quality figures are made of. */
export interface FirstInspection {
  readonly at: string;
  readonly inspection: 'normal' | 'tightened';
  readonly accepted: boolean;
  readonly inspected: number;
  /** Units with a defect; where only defects were counted, one unit for each. */
  readonly defective: number;
}
/** What the buyer says came in. */
export interface LotReceipt {
  readonly quantity: number;
  /** A local date. */
  readonly on: string;
  readonly claim?: { readonly reason: ClaimReason; readonly units: number; readonly usd: number };
}
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
  /** Level, AQL, n, Ac and Re of each class, frozen; lots of before plans were frozen have none. */
  readonly plan?: LotPlan;
  /** Names the random draw of the units to inspect, so that anybody can draw them again (`samplePick`). */
  readonly seed?: string;
  readonly readyAt?: string;
  /** The day that was booked for the inspection, a local date. */
  readonly inspectionOn?: string;
  readonly first?: FirstInspection;
  readonly receipt?: LotReceipt;
}
export interface PilotSample {
  readonly phase: 'awaited' | 'submitted' | 'approved' | 'rejected';
  /** Documents that show it. */
  readonly evidence: readonly string[];
  readonly rounds: number;
  readonly reason?: SampleReason;
}
/** A look at the goods while they are made (domain 5, at 20 to 80 % done). */
export interface ProductionCheck {
  readonly at: string;
  readonly percentDone: number;
  readonly result: ProductionResult;
  readonly evidence: readonly string[];
}

export type PilotPhase = 'placed' | 'running' | 'inspection' | 'accepted' | 'failed' | 'cancelled';
/** Phases of a pilot order that is under way. */
export const OPEN_PILOT: readonly PilotPhase[] = ['placed', 'running', 'inspection'];
export interface Pilot {
  readonly buyerId: string;
  readonly phase: PilotPhase;
  readonly placedBy: Hand;
  /** Last day of the delivery window, an instant. */
  readonly dueAt: string;
  readonly lots: readonly PilotLot[];
  readonly result?: 'pass' | 'conditional' | 'fail';
  readonly placedAt?: string;
  readonly confirmedAt?: string;
  /** As they stood when the order was placed; orders of before terms were kept here have none. */
  readonly terms?: FrozenTerms;
  /** How strictly its first lot is inspected, and why not normally. */
  readonly inspection?: 'normal' | 'tightened';
  readonly inspectionReason?: SwitchReason;
  readonly samples?: Readonly<Partial<Record<SampleKind, PilotSample>>>;
  readonly productionStartedAt?: string;
  /** The last one. */
  readonly productionCheck?: ProductionCheck;
  /** By the buyer, without blame: nothing of this order counts for or against the supplier. */
  readonly cancelled?: { readonly at: string; readonly reason: (typeof CANCEL_REASONS)[number] };
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
  /** The gravest of those that two officers or a rule stand for. */
  readonly cause: SuspensionCause;
  /** All of them in the order in which they came, once there is more than one. */
  readonly causes?: readonly SuspensionCause[];
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
export interface StandingCondition {
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
  /** What a second reviewer said of what it found, until its conclusion takes all of it into the audit. */
  readonly zeroTolerance?: AuditBranch['zeroTolerance'];
  /** Who said so. */
  readonly judges?: readonly Hand[];
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
    | 'scorecard-low'
    | 'escalated'
    | 'surveillance-alert'
    | 'appeal-partly'
    | 'grade-changed';
  readonly subject: string;
  readonly since: string;
}

/** An audit report or certificate of another scheme, as the supplier handed it in. The date is a local date. */
export interface ExternalReport {
  readonly scheme: ExternalScheme;
  readonly reportedOn: string;
  /** Sections of the checklist in which it left a critical finding open. */
  readonly openCriticals: readonly string[];
  /** It counts when an officer has verified it at its source. */
  readonly phase: 'submitted' | 'confirmed' | 'refused';
  /** The officer who handed it in for the supplier: another one verifies it. */
  readonly enteredBy?: Hand;
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
  /** What the application says of the site that the checklist has conditions on; absent before it was handed in. */
  readonly siteFacts?: SiteFacts;
  readonly informationLoops: number;
  /** Application items the programme office asked about; empty when nothing is asked. */
  readonly informationItems: readonly string[];
  /** What is asked about them, by item; of some nothing but the note. */
  readonly informationQuestions?: Readonly<Record<string, InformationQuestion>>;
  readonly deadlines: readonly Deadline[];
  /** Buyers whom the supplier lets read, until their `consent-end` or the end of the case. */
  readonly consents: readonly string[];
  /** Scope and end by buyer; a consent of before there were terms has none, one that ran out or ended with the case still has them. */
  readonly consentTerms?: Readonly<Record<string, ConsentTerms>>;
  readonly audit: AuditBranch;
  /** Overlays of buyers that the audit answers beside the checklist, from its start on. */
  readonly overlays?: readonly CaseOverlay[];
  readonly checks: Readonly<Partial<Record<CheckKind, CheckState>>>;
  /** Hits that officers cleared or want to clear, by the id of the hit. */
  readonly clearings?: Readonly<Record<string, HitClearing>>;
  /** Absent in cases of before accounts were watched, and where none was declared. */
  readonly bankAccount?: BankAccountState;
  readonly rejection?: { readonly reason: (typeof REJECTION_REASONS)[number]; readonly proposedBy: Hand };
  readonly reviewers: readonly Hand[];
  readonly correctiveActions: Readonly<Record<string, CorrectiveAction>>;
  readonly pilots: Readonly<Record<string, Pilot>>;
  readonly approvals: Readonly<Record<string, Approval>>;
  /** What each buyer with an approval made of the deliveries, latest month last; a year of them. */
  readonly scorecards?: Readonly<Record<string, readonly MonthlyScore[]>>;
  readonly validity?: { readonly grade: Grade; readonly from: string; readonly until: string };
  /** No buyer in 120 days: on the parked list, not failed. */
  readonly parked: boolean;
  readonly claims: Readonly<Record<string, Hand>>;
  readonly matters: readonly OfficeMatter[];
  readonly closedReason?: string;
  readonly suspension?: Suspension;
  readonly condition?: StandingCondition;
  /** By code; one of each at a time. */
  readonly changes?: Readonly<Partial<Record<ChangeCode, ReportedChange>>>;
  /** Changes that an officer has concluded: the next audit is a full one for them. */
  readonly changedSince?: readonly ChangeCode[];
  readonly surveillance?: Surveillance;
  readonly safeguarding?: Safeguarding;
  readonly renewal?: Renewal;
  readonly appeal?: Appeal;
  readonly appeals?: readonly PastAppeal[];
  /** They made a decision that a panel overturned, or sat on the panel: they do not judge the assessment that followed. */
  readonly excludedReviewers?: readonly Hand[];
  /** The cause of the rejection was shown closed, or a panel upheld the end only in part: the supplier may apply again at once. */
  readonly coolingOffWaived?: true;
  /** By the id of their entry in the section `external-reports`. */
  readonly externalReports?: Readonly<Record<string, ExternalReport>>;
  /** Set when nothing is left to wait for, not even an appeal. */
  readonly over: boolean;
}
