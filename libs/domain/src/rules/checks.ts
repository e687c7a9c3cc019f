import { SCREENING_CHECKS, COMPLIANCE_CHECKS, type CheckKind, type CheckState, type Verdict } from '../case-state.js';
import type { Decision } from '../decision.js';
import { addHours } from '../calendar.js';
import { CHECK_RETRY_HOURS } from '../reference/deadline-rules.js';
import { rejectCase } from './closing.js';

const DONE: readonly Verdict[] = ['PASS', 'WARN', 'FAIL', 'WAIVED'];
const CLEAR: readonly Verdict[] = ['PASS', 'WARN', 'WAIVED'];

export const isResult = (check: CheckState | undefined): boolean => !!check && DONE.includes(check.verdict);
export const awaitsOfficer = (check: CheckState | undefined): boolean =>
  !!check &&
  (check.verdict === 'POTENTIAL' || (check.verdict === 'ERROR' && check.errors > CHECK_RETRY_HOURS.length));

export const setCheck = (d: Decision, kind: CheckKind, patch: Partial<CheckState>): void => {
  const before: CheckState = d.state.checks[kind] ?? { verdict: 'PENDING', errors: 0 };
  d.change({ checks: { ...d.state.checks, [kind]: { ...before, ...patch } } });
};

/** Ask the machine for these checks; the workflow runs whatever is pending. */
export function requestChecks(d: Decision, kinds: readonly CheckKind[]): void {
  for (const kind of kinds) {
    d.stop('check-retry', kind);
    d.stop('check-officer', kind);
    d.change({ checks: { ...d.state.checks, [kind]: { verdict: 'PENDING', errors: 0 } } });
  }
  d.tell('checks-requested', { checks: kinds });
}

/** A check could not run: wait longer each time, and after a day hand it to an officer. Never a PASS. */
function retryLater(d: Decision, kind: CheckKind, errors: number): void {
  const hours = CHECK_RETRY_HOURS[errors - 1];
  if (hours === undefined) return handToOfficer(d, kind);
  const at = addHours(d.now, hours);
  d.start('check-retry', kind, { dueAt: at });
  d.change({
    deadlines: d.state.deadlines.map((deadline) =>
      deadline.kind === 'check-retry' && deadline.subject === kind
        ? { ...deadline, steps: [{ at, step: 'retry' as const }] }
        : deadline,
    ),
  });
}

function handToOfficer(d: Decision, kind: CheckKind): void {
  d.start('check-officer', kind);
  d.tell('check-awaits-officer', { check: kind });
}

/** Take one automated result into the case. */
export function takeResult(d: Decision, kind: CheckKind, verdict: Verdict, runId: string, expiresAt?: string): void {
  const errors = verdict === 'ERROR' ? (d.state.checks[kind]?.errors ?? 0) + 1 : 0;
  d.change({
    checks: { ...d.state.checks, [kind]: { verdict, errors, runId, ...(expiresAt && { expiresAt }) } },
  });
  if (verdict === 'ERROR') retryLater(d, kind, errors);
  if (verdict === 'POTENTIAL') handToOfficer(d, kind);
}

const all = (d: Decision, kinds: readonly CheckKind[], test: (v: Verdict) => boolean): boolean =>
  kinds.every((kind) => test(d.state.checks[kind]?.verdict ?? 'PENDING'));

/** Leave screening when its checks have spoken: on to both branches, or out when two officers confirmed a failure. */
export function settleScreening(d: Decision): void {
  if (d.state.at !== 'SCREENING') return;
  if (SCREENING_CHECKS.some((kind) => d.state.checks[kind]?.verdict === 'FAIL')) {
    return rejectCase(d, 'knock_out', 'sanctions');
  }
  if (!all(d, SCREENING_CHECKS, (v) => CLEAR.includes(v))) return;
  d.stop('screening');
  d.change({ rejection: undefined });
  d.stop('rejection-confirmation');
  d.move('clear');
  d.tell('screening-cleared');
  d.move('start');
  d.changeAudit({ phase: 'unassigned' });
  d.start('assign-auditor');
  d.tell('assessment-started');
  requestChecks(d, COMPLIANCE_CHECKS);
}

const zeroToleranceOpen = (d: Decision): boolean =>
  Object.values(d.state.audit.zeroTolerance).includes('provisional');

/** Join the two branches: the audit is in, every check has a result, no zero-tolerance finding is provisional. */
export function settleAssessment(d: Decision): void {
  if (d.state.at !== 'IN_ASSESSMENT' || d.state.audit.phase !== 'submitted' || zeroToleranceOpen(d)) return;
  if (!all(d, [...SCREENING_CHECKS, ...COMPLIANCE_CHECKS], (v) => DONE.includes(v))) return;
  d.move('join');
  d.start('review');
  d.tell('assessment-ready-for-review');
}
