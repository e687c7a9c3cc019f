import type { DeadlineRule } from './deadlines.js';
import type { CheckKind, Grade } from './case-state.js';
import type { ChecklistItem, ChecklistSection, ScoringRules } from './checklist.js';
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
  'requalification',
  'appeal-panel',
  'appeal-decision',
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
  readonly requiredCertificates: Readonly<Partial<Record<InputCategory, readonly string[]>>>;
  readonly validityMonths: Readonly<Record<Exclude<Grade, 'E'>, number>>;
  readonly certificateGraceDays: number;
  readonly maxInformationLoops: number;
  readonly maxReturnsToAuditor: number;
  readonly maxFailedPilots: number;
  readonly maxVisitRefusals: number;
  readonly deadlines: DeadlineRules;
}
