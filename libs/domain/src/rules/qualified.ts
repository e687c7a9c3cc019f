import { addDays, addMonths } from '../calendar.js';
import type { CaseState, Grade } from '../case-state.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import { renewalOpensAt } from '../renewal.js';
import { QUALIFIED_STATES } from '../states.js';
import { isClear } from './checks.js';

const CONDITIONAL_MONTHS = 6;

/** When the earliest mandatory certificate ends; unknown when the check was waived or has no good result. */
const certificateEnd = ({ checks: { certificates } }: CaseState): string | undefined =>
  certificates && ['PASS', 'WARN'].includes(certificates.verdict) ? certificates.expiresAt : undefined;

/** The end of a term that starts now, by grade alone. */
function termEnd(facts: Facts, now: string, conditional: boolean, grade: Grade): string {
  const months = conditional || grade === 'E' ? CONDITIONAL_MONTHS : facts.scheme.validityMonths[grade];
  return addMonths(now, months);
}

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
  const byGrade = termEnd(facts, now, conditional, grade);
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
  if (!validity || !['QUALIFIED', 'REQUALIFYING'].includes(at)) return;
  const until = validityEnd(d.state, d.facts, validity.from, false, validity.grade);
  if (until === validity.until) return;
  d.change({ validity: { ...validity, until } });
  d.start('validity', '', { dueAt: until });
}

/**
 * Let the requalification begin in time. It goes by the term of the grade: a certificate that ends before is renewed by
 * itself, without the audit.
 */
export function planRequalification(d: Decision, { from, grade }: NonNullable<CaseState['validity']>): void {
  d.start('requalification', '', { dueAt: renewalOpensAt(termEnd(d.facts, from, false, grade)) });
}

/** Ninety days are left: the supplier may renew. A conditional qualification stays conditional, and may be renewed too. */
export function openRequalification(d: Decision): void {
  const until = d.state.validity?.until;
  if (d.state.at !== 'QUALIFIED' || until === undefined) return;
  d.move('timer');
  d.tell('requalification-opened', { until });
}

/** A term begins: the first one by a buyer's approval, the next ones by the reviewer's renewal. */
export function beginTerm(d: Decision, event: string, conditional: boolean): string {
  const until = validityEnd(d.state, d.facts, d.now, conditional);
  d.move(event);
  const validity = { grade: d.state.audit.current?.grade ?? 'D', from: d.now, until };
  d.change({ validity });
  d.start('validity', '', { dueAt: until });
  planRequalification(d, validity);
  watchCertificates(d);
  return until;
}

/** The first approval qualifies; a further one finds the case qualified and changes nothing here. */
export function grantQualification(d: Decision, conditional: boolean): void {
  if (QUALIFIED_STATES.includes(d.state.at)) return;
  const until = beginTerm(d, conditional ? 'approve_conditional' : 'approve', conditional);
  const grade = d.state.validity?.grade ?? 'D';
  d.tell('qualification-granted', { grade, until, conditional });
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
