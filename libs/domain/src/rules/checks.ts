import {
  CHECK_KINDS,
  COMPLIANCE_CHECKS,
  SCREENING_CHECKS,
  type CaseState,
  type CheckKind,
  type CheckState,
  type Verdict,
} from '../case-state.js';
import { refuse, type Refusal } from '../refusals.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import type { SchemeContent } from '../scheme.js';
import { addHours } from '../calendar.js';
import { CHECK_RETRY_HOURS } from '../reference/deadline-rules.js';
import { holding } from '../safeguarding.js';
import { PILOT_STATES, YEARS_AFTER, type CaseStateName } from '../states.js';
import { rejectCase } from './closing.js';

/**
 * Checks run and are judged from screening to the end: a certificate may lapse while a pilot order is made, and a name may
 * come onto a list while a qualification is suspended.
 */
export const CHECKED: readonly CaseStateName[] = [
  'SCREENING',
  'IN_ASSESSMENT',
  'ASSESSMENT_REVIEW',
  'CAP_OPEN',
  'APPEAL',
  ...PILOT_STATES,
  ...YEARS_AFTER,
];

const DONE: readonly Verdict[] = ['PASS', 'WARN', 'FAIL', 'WAIVED'];
const CLEAR: readonly Verdict[] = ['PASS', 'WARN', 'WAIVED'];

export const isClear = (verdict: Verdict): boolean => CLEAR.includes(verdict);
export const isResult = (check: CheckState | undefined): boolean => !!check && DONE.includes(check.verdict);
export const awaitsOfficer = (check: CheckState | undefined): boolean =>
  !!check &&
  (check.verdict === 'POTENTIAL' || (check.verdict === 'ERROR' && check.errors > CHECK_RETRY_HOURS.length));

export const failedChecks = (state: CaseState): readonly CheckKind[] =>
  CHECK_KINDS.filter((kind) => state.checks[kind]?.verdict === 'FAIL');

/** What keeps a case from going on: a check that failed, or one without a result. */
export const openChecks = (state: CaseState): readonly Refusal[] => {
  const failed = failedChecks(state);
  const running = CHECK_KINDS.filter((kind) => state.checks[kind] && !isResult(state.checks[kind]));
  return [
    ...(failed.length > 0 ? [refuse('check-failed', failed)] : []),
    ...(running.length > 0 ? [refuse('check-running', running)] : []),
  ];
};

export const setCheck = (d: Decision, kind: CheckKind, patch: Partial<CheckState>): void => {
  const before: CheckState = d.state.checks[kind] ?? { verdict: 'PENDING', errors: 0 };
  d.change({ checks: { ...d.state.checks, [kind]: { ...before, ...patch } } });
};

/**
 * Look again when a result ends, an hour into what comes after. Certificates have a watch of their own, with grace; what
 * was waived has nothing to expire.
 */
export function watchExpiry(d: Decision, kind: CheckKind): void {
  d.stop('check-expiry', kind);
  const { verdict = 'PENDING', expiresAt } = d.state.checks[kind] ?? {};
  if (kind === 'certificates' || verdict === 'WAIVED' || !DONE.includes(verdict)) return;
  if (expiresAt !== undefined && expiresAt > d.now) d.start('check-expiry', kind, { dueAt: expiresAt });
}

/** Checks of the case that may be run again now: not one that runs, nor one that officers found failed or are about to. */
export const repeatable = ({ checks }: CaseState, kinds: readonly CheckKind[]): readonly CheckKind[] =>
  kinds.filter((kind) => {
    const check = checks[kind];
    if (!check || check.verdict === 'PENDING' || check.failureProposedBy) return false;
    return !(check.verdict === 'FAIL' && check.decidedBy);
  });

/** Ask the machine for these checks; the workflow runs whatever is pending. */
export function requestChecks(d: Decision, kinds: readonly CheckKind[]): void {
  if (kinds.length === 0) return;
  for (const kind of kinds) {
    d.stop('check-expiry', kind);
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

type CheckResult = NonNullable<NonNullable<Facts['checkRun']>[CheckKind]>;

/** Take one automated result into the case. A machine never knocks anybody out: two officers do (domain 4.3). */
export function takeResult(d: Decision, kind: CheckKind, result: CheckResult, runId: string): void {
  const { expiresAt, hits } = result;
  const failed = result.verdict === 'FAIL' && SCREENING_CHECKS.includes(kind);
  const verdict = failed ? 'POTENTIAL' : result.verdict;
  const errors = verdict === 'ERROR' ? (d.state.checks[kind]?.errors ?? 0) + 1 : 0;
  d.change({
    checks: {
      ...d.state.checks,
      [kind]: { verdict, errors, runId, ...(expiresAt && { expiresAt }), ...(hits && { hits }) },
    },
  });
  if (verdict === 'ERROR') retryLater(d, kind, errors);
  if (verdict === 'POTENTIAL') handToOfficer(d, kind);
  watchExpiry(d, kind);
}

/** The checks that run beside the audit of this case, as its scheme names them. */
export const complianceChecks = ({ category }: CaseState, scheme: SchemeContent): readonly CheckKind[] =>
  scheme.complianceChecks?.[category] ?? COMPLIANCE_CHECKS;

const all = (d: Decision, kinds: readonly CheckKind[], test: (v: Verdict) => boolean): boolean =>
  kinds.every((kind) => test(d.state.checks[kind]?.verdict ?? 'PENDING'));

/** Leave screening when its checks have spoken: on to both branches, or out when two officers confirmed a failure. */
export function settleScreening(d: Decision): void {
  if (d.state.at !== 'SCREENING') return;
  const failed = SCREENING_CHECKS.find((kind) => d.state.checks[kind]?.verdict === 'FAIL');
  if (failed) return rejectCase(d, 'knock_out', failed);
  // A rejection that an officer proposed waits for the second one, whatever the checks say.
  if (d.state.rejection || !all(d, SCREENING_CHECKS, isClear)) return;
  d.stop('screening');
  d.move('clear');
  d.tell('screening-cleared');
  d.move('start');
  d.changeAudit({ phase: 'unassigned' });
  d.start('assign-auditor');
  d.tell('assessment-started');
  requestChecks(d, complianceChecks(d.state, d.facts.scheme));
}

/** Join the two branches: the audit is in, every check has a result, no zero-tolerance finding holds it. */
export function settleAssessment(d: Decision): void {
  if (d.state.at !== 'IN_ASSESSMENT' || d.state.audit.phase !== 'submitted') return;
  if (holding(d.state).length > 0) return;
  const checks = [...SCREENING_CHECKS, ...complianceChecks(d.state, d.facts.scheme)];
  if (!all(d, checks, (v) => DONE.includes(v))) return;
  d.move('join');
  d.start('review');
  d.tell('assessment-ready-for-review');
}
