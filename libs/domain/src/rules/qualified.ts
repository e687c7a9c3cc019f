import { addDays, addMonths } from '../calendar.js';
import { GRADES, type CaseState, type Grade } from '../case-state.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import type { ConditionReason } from '../qualified-codes.js';
import { renewalOpensAt } from '../renewal.js';
import { QUALIFIED_STATES, YEARS_AFTER } from '../states.js';
import { isClear } from './checks.js';
import { openConditions } from './conditions.js';
import { planSurveillance } from './surveillance.js';

/** How long conditions may stay open; an officer adds three months, once (domain 2.1, validity by grade). */
export const CONDITION_MONTHS = 6;
/** Six months of conditions, their extension of three, and the ninety days of a suspension that may follow. */
const CONDITIONAL_MONTHS = 12;

/** When the earliest mandatory certificate ends; unknown when the check was waived or has no good result. */
const certificateEnd = ({ checks: { certificates } }: CaseState): string | undefined =>
  certificates && ['PASS', 'WARN'].includes(certificates.verdict) ? certificates.expiresAt : undefined;

/** The end of a term that starts now, by grade alone. */
function termEnd(facts: Facts, now: string, conditional: boolean, grade: Grade): string {
  const byScheme = grade === 'E' ? 0 : facts.scheme.validityMonths[grade];
  return addMonths(now, conditional ? Math.max(byScheme, CONDITIONAL_MONTHS) : byScheme);
}

/**
 * The last instant of a qualification that starts now: by grade, cut to the earliest mandatory certificate's expiry plus
 * its grace (domain 2.1, validity by grade). A conditional one ends much earlier by its condition, and outlives that only
 * so that a suspension for an overdue condition can still be closed.
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
  if (!YEARS_AFTER.includes(d.state.at) || !verdict || !isClear(verdict)) return;
  const expiresAt = certificateEnd(d.state);
  if (d.state.deadlines.find(({ kind }) => kind === 'certificate')?.dueAt !== expiresAt) {
    d.stop('certificate');
    if (expiresAt) d.start('certificate', '', { dueAt: expiresAt });
  }
  measureValidity(d);
  returnWithCertificate(d);
}

/**
 * Measure the end of the validity anew: with a newer certificate the grade has its full time again, and one that lapsed
 * cuts nothing any more, since the qualification is conditional or suspended for it.
 */
export function measureValidity(d: Decision): void {
  const { validity, at, deadlines, suspension } = d.state;
  // While it is suspended it is what it was before, and the time of its condition stands still.
  const conditional = (suspension?.origin ?? at) === 'QUALIFIED_CONDITIONAL';
  const dated = suspension?.conditionDueAt ?? deadlines.find(({ kind }) => kind === 'condition')?.dueAt;
  // A case of before conditions had a deadline ends with its six months, as it was told.
  if (!validity || (conditional && dated === undefined)) return;
  const until = validityEnd(d.state, d.facts, validity.from, conditional, validity.grade);
  if (until === validity.until) return;
  d.change({ validity: { ...validity, until } });
  d.start('validity', '', { dueAt: until });
}

/** A certificate was all that was missing, and a good one is there: nobody has to say so (domain 2.1, certificate expiry timers). */
function returnWithCertificate(d: Decision): void {
  const { at, condition, checks } = d.state;
  const lapsed = (checks.certificates?.expiresAt ?? '9999') <= d.now;
  if (at !== 'QUALIFIED_CONDITIONAL' || condition?.reason !== 'certificate-in-grace' || lapsed) return;
  if (openConditions(d.state).length > 0) return;
  conditionsMet(d);
  d.tell('conditions-met', { reason: 'certificate-renewed' });
}

/** Full again, with the validity of the grade as it is now. */
export function conditionsMet(d: Decision): void {
  d.move('conditions_met');
  d.stop('condition');
  fullAgain(d);
  measureValidity(d);
  if (d.state.validity) planRequalification(d, d.state.validity);
}

/** No condition any more; what was conditional for its grade has the grade as it is now. */
export function fullAgain(d: Decision): void {
  const { validity, audit } = d.state;
  d.change({
    condition: undefined,
    ...(validity && { validity: { ...validity, grade: audit.current?.grade ?? validity.grade } }),
  });
}

/** Conditional from now on: what is open must be closed in six months, and before the validity ends. */
export function setCondition(d: Decision, reason: ConditionReason, dueAt?: string): void {
  const due = dueAt ?? addMonths(d.now, CONDITION_MONTHS);
  const end = d.state.validity?.until ?? due;
  d.change({ condition: { reason, since: d.now } });
  d.start('condition', '', { dueAt: due < end ? due : end });
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
  if (conditional) setCondition(d, 'approved-conditionally');
  planRequalification(d, validity);
  watchCertificates(d);
  planSurveillance(d, validity.grade);
  return until;
}

/** The first approval qualifies; a further one finds the case qualified and changes nothing here. */
export function grantQualification(d: Decision, conditional: boolean): void {
  if (QUALIFIED_STATES.includes(d.state.at)) return;
  const until = beginTerm(d, conditional ? 'approve_conditional' : 'approve', conditional);
  const grade = d.state.validity?.grade ?? 'D';
  d.tell('qualification-granted', { grade, until: validUntil(d.state) ?? until, conditional });
}

/**
 * A correction or the end of a credit left a worse grade than the one that the qualification was given for. It stands
 * until somebody decides otherwise: the office is asked.
 */
export function noteGrade(d: Decision): void {
  const grade = d.state.audit.current?.grade;
  const { validity, at } = d.state;
  if (!grade || !validity || !QUALIFIED_STATES.includes(at)) return;
  if (GRADES.indexOf(grade) > GRADES.indexOf(validity.grade)) d.raise('grade-changed', grade);
}

/** From full to conditional. */
export function downgradeQualification(d: Decision, reason: ConditionReason): void {
  d.move('downgrade');
  setCondition(d, reason);
  d.tell('qualification-downgraded', { reason });
}

/** Until when others may rely on the qualification as things stand: its last day, or the day its condition is due. */
export function validUntil({ at, validity, deadlines }: CaseState): string | undefined {
  const condition = deadlines.find(({ kind }) => kind === 'condition');
  if (!validity || at !== 'QUALIFIED_CONDITIONAL' || !condition) return validity?.until;
  return condition.dueAt < validity.until ? condition.dueAt : validity.until;
}
