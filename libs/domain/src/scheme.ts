import type { DeadlineRule } from './deadlines.js';
import type { CheckKind, Grade } from './case-state.js';
import type { ChecklistItem, ChecklistSection, ScoringRules } from './checklist.js';
import type { AqlDefault } from './reference/aql-defaults.js';
import type { InputCategory } from './reference/input-categories.js';

/** Waits of a case that run against a deadline; every scheme says how long each may take. */
export const DEADLINE_KINDS = [
  'draft',
  'completeness',
  'information',
  'screening',
  'check-officer',
  'check-retry',
  'assign-auditor',
  'assignment-answer',
  'visit-response',
  'audit-visit',
  'audit-report',
  'zero-tolerance',
  'review',
  'rejection-confirmation',
  'corrective-action-critical',
  'corrective-action-major',
  'corrective-action-minor',
  'verification',
  'pilot-match',
  'pilot-confirmation',
  'pilot-delivery',
  'pilot-inspection',
  'lot-decision',
  'buyer-decision',
  'buyer-decision-deferred',
  'approval-end',
  'certificate',
  'validity',
  'appeal-window',
] as const;
/** Waits that came after schemes had been published: those versions say nothing about them, and ours count. */
export const LATER_DEADLINE_KINDS = [
  'consent-end',
  'external-report',
  'credit-end',
  'correction',
  'sample-decision',
  'scorecard',
  'condition',
  'suspension',
  'second-officer',
  'approval-confirmation',
  'change-review',
  'surveillance',
  'surveillance-draw',
  'surveillance-visit',
  'surveillance-review',
  'requalification',
  'appeal-panel',
  'appeal-decision',
  'check-expiry',
  'bank-cool-off',
  'bank-call-back',
] as const;
export type LaterDeadlineKind = (typeof LATER_DEADLINE_KINDS)[number];
export type SchemeDeadlineKind = (typeof DEADLINE_KINDS)[number] | LaterDeadlineKind;
/**
 * A child in danger is not a matter of policy, and how long a supplier waits to apply again is the programme's, whatever
 * the scheme it applies under: no scheme says how long these may take.
 */
export type DeadlineKind = SchemeDeadlineKind | 'safeguarding' | 'cooling-off';

export type DeadlineRules = Readonly<Record<(typeof DEADLINE_KINDS)[number], DeadlineRule>> &
  Readonly<Partial<Record<LaterDeadlineKind, DeadlineRule>>>;

/** A certificate without which the input may not be sold at all suspends; any other makes the qualification conditional. */
export const CERTIFICATE_LAPSES = ['conditional', 'suspend'] as const;
export type CertificateLapse = (typeof CERTIFICATE_LAPSES)[number];

/** Who is told when a duty was not done in time, first step first. */
export const ESCALATION_ROLES = ['holders-administrator', 'programme-office', 'head-of-programme'] as const;
export type EscalationRole = (typeof ESCALATION_ROLES)[number];

/** The versioned rule set a case runs under. Published versions never change. */
export interface SchemeContent {
  readonly checklist: {
    readonly version: string;
    readonly sections: readonly ChecklistSection[];
    readonly items: readonly ChecklistItem[];
    readonly scoring: ScoringRules;
  };
  readonly applicationSections: readonly string[];
  /** Checks beside the audit, by category; a version without them runs the first four (`COMPLIANCE_CHECKS`). */
  readonly complianceChecks?: Readonly<Partial<Record<InputCategory, readonly CheckKind[]>>>;
  /** Terms of a pilot lot by category; what a version does not say is in `scheme-defaults.ts`, as for all that came later. */
  readonly samplingPlan?: Readonly<Partial<Record<InputCategory, AqlDefault>>>;
  /** The first escalation of a duty goes to the first of them, later ones further up; the last stays told. */
  readonly escalationChain?: readonly EscalationRole[];
  readonly requiredCertificates: Readonly<Partial<Record<InputCategory, readonly string[]>>>;
  readonly validityMonths: Readonly<Record<Exclude<Grade, 'E'>, number>>;
  readonly certificateGraceDays: number;
  /** What a mandatory certificate that lapsed beyond its grace does, by category; `CERTIFICATE_LAPSE` where it is silent. */
  readonly certificateLapse?: Readonly<Partial<Record<InputCategory, CertificateLapse>>>;
  readonly maxInformationLoops: number;
  readonly maxReturnsToAuditor: number;
  readonly maxFailedPilots: number;
  readonly maxVisitRefusals: number;
  readonly deadlines: DeadlineRules;
}
