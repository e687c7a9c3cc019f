import { addDays, addMonths } from '../calendar.js';
import type { CaseState, Grade } from '../case-state.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import { QUALIFIED_STATES } from '../states.js';
import { isClear } from './checks.js';

const CONDITIONAL_MONTHS = 6;

/** When the earliest mandatory certificate ends; unknown when the check was waived or has no good result. */
const certificateEnd = ({ checks: { certificates } }: CaseState): string | undefined =>
  certificates && ['PASS', 'WARN'].includes(certificates.verdict) ? certificates.expiresAt : undefined;

/**
 * The last instant of a qualification that starts now: by grade, six months when conditional, cut to the earliest
 * mandatory certificate's expiry plus its grace (domain 2.1, validity by grade).
 */
export function validityEnd(
  state: CaseState,
  facts: Facts,
  now: string,
  conditional: boolean,
  grade: Grade = state.audit.current?.grade ?? 'D',
): string {
  const months = conditional || grade === 'E' ? CONDITIONAL_MONTHS : facts.scheme.validityMonths[grade];
  const byGrade = addMonths(now, months);
  const certificate = certificateEnd(state);
  const byCertificate = certificate ? addDays(certificate, facts.scheme.certificateGraceDays) : byGrade;
  return byCertificate < byGrade ? byCertificate : byGrade;
}

/**
 * Watch the earliest mandatory certificate while qualified; a newer good one stops the old clock. A result that is not
 * good leaves it running: a supplier may not stop the clock by taking its certificate away.
 */
export function watchCertificates(d: Decision): void {
  const verdict = d.state.checks.certificates?.verdict;
  if (!QUALIFIED_STATES.includes(d.state.at) || !verdict || !isClear(verdict)) return;
  d.stop('certificate');
  const expiresAt = certificateEnd(d.state);
  if (expiresAt) d.start('certificate', '', { dueAt: expiresAt });
  extendWithCertificate(d);
}

/** The old certificate had cut the validity; with a newer one the grade has its full time again. */
function extendWithCertificate(d: Decision): void {
  const { validity, at } = d.state;
  if (!validity || at !== 'QUALIFIED') return;
  const until = validityEnd(d.state, d.facts, validity.from, false, validity.grade);
  if (until === validity.until) return;
  d.change({ validity: { ...validity, until } });
  d.start('validity', '', { dueAt: until });
}

/** The first approval qualifies; a further one finds the case qualified and changes nothing here. */
export function grantQualification(d: Decision, conditional: boolean): void {
  if (QUALIFIED_STATES.includes(d.state.at)) return;
  const until = validityEnd(d.state, d.facts, d.now, conditional);
  d.move(conditional ? 'approve_conditional' : 'approve');
  const grade = d.state.audit.current?.grade ?? 'D';
  d.change({ validity: { grade, from: d.now, until } });
  d.start('validity', '', { dueAt: until });
  watchCertificates(d);
  d.tell('qualification-granted', { grade, until, conditional });
}

const ORDER: readonly Grade[] = ['A', 'B', 'C', 'D', 'E'];

/**
 * A correction or the end of a credit left a worse grade than the one that the qualification was given for. It stands
 * until somebody decides otherwise: the office is asked.
 */
export function noteGrade(d: Decision): void {
  const grade = d.state.audit.current?.grade;
  const { validity, at } = d.state;
  if (!grade || !validity || !QUALIFIED_STATES.includes(at)) return;
  if (ORDER.indexOf(grade) > ORDER.indexOf(validity.grade)) d.raise('grade-changed', grade);
}

/** From full to conditional: the remaining validity is cut to six months. */
export function downgradeQualification(d: Decision, reason: string): void {
  d.move('downgrade');
  const cut = addMonths(d.now, CONDITIONAL_MONTHS);
  const validity = d.state.validity;
  if (validity && cut < validity.until) {
    d.change({ validity: { ...validity, until: cut } });
    d.start('validity', '', { dueAt: cut });
  }
  d.tell('qualification-downgraded', { reason });
}
