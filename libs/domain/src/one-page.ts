import type { AuditFinding, CorrectiveAction, Severity, Verdict } from './case-state.js';
import type { EventType } from './events.js';

/** A check at one glance: clear, clear with something to know, not clear, or not decided yet. */
export const CHECK_LIGHTS = ['clear', 'attention', 'stop', 'open'] as const;
export type CheckLight = (typeof CHECK_LIGHTS)[number];

const LIGHT_OF: Readonly<Record<Verdict, CheckLight>> = {
  PASS: 'clear',
  WAIVED: 'clear',
  WARN: 'attention',
  FAIL: 'stop',
  PENDING: 'open',
  POTENTIAL: 'open',
  ERROR: 'open',
};
export const lightOf = (verdict: Verdict): CheckLight => LIGHT_OF[verdict];

/** The edition of one list that a check looked at. */
export interface ListEdition {
  readonly list: string;
  readonly version: string;
  /** A local date, of publishers that name their editions by the day. */
  readonly date: string | null;
}
/** A finding that nobody has seen corrected yet. */
export interface UncorrectedFinding extends AuditFinding {
  /** When its corrective action is due; absent where none was asked for. */
  readonly dueAt?: string;
  readonly action?: CorrectiveAction['phase'];
}

const GRAVEST: readonly Severity[] = ['zero-tolerance', 'critical', 'major', 'minor'];
const weight = ({ severity }: AuditFinding): number => GRAVEST.indexOf(severity);

/**
 * Findings whose correction was not verified, gravest first and then what is due first.
 * @param actions those that the reader may know of
 */
export function uncorrectedFindings(
  findings: readonly AuditFinding[],
  actions: readonly CorrectiveAction[],
): readonly UncorrectedFinding[] {
  const actionOf = new Map(actions.map((action) => [action.subject, action]));
  return findings
    .flatMap((finding): UncorrectedFinding[] => {
      const action = actionOf.get(finding.itemId);
      if (action?.phase === 'verified') return [];
      return [{ ...finding, ...(action && { dueAt: action.dueAt, action: action.phase }) }];
    })
    .sort((a, b) => weight(a) - weight(b) || (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999'));
}

/** What is told of a case on one page: how it went on, and what the reader itself did there. */
export const HISTORY_TYPES: readonly EventType[] = [
  'application-submitted',
  'application-accepted',
  'screening-cleared',
  'assessment-started',
  'assessment-passed',
  'corrective-actions-required',
  'corrective-plan-accepted',
  'pilot-placed',
  'pilot-confirmed',
  'production-started',
  'lot-delivered',
  'lot-judged',
  'pilot-accepted',
  'pilot-failed',
  'pilot-cancelled',
  'approval-requested',
  'approval-recommended',
  'approval-granted',
  'approval-declined',
  'approval-deferred',
  'approval-expired',
  'approval-made-conditional',
  'approval-confirmed',
  'approval-withdrawn',
  'qualification-granted',
  'qualification-downgraded',
  'conditions-met',
  'qualification-suspended',
  'qualification-reinstated',
  'qualification-revoked',
  'qualification-rejected',
  'qualification-withdrawn',
  'qualification-lapsed',
  'requalification-opened',
  'qualification-renewed',
];
