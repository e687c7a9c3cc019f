import type { AuditFinding, AuditPhase, AuditScore, CaseState } from '../case-state.js';
import { addDays, localDate } from '../calendar.js';
import { applicableItems, submissionGaps, type Answers, type ChecklistItem } from '../checklist.js';
import { correctedAnswers } from '../corrections.js';
import type { Decision } from '../decision.js';
import type { AuditorLeft } from '../event-data.js';
import { carriedAnswers } from '../delta-audit.js';
import { creditsOn } from '../evidence-credit.js';
import { paperOf, type Facts } from '../facts.js';
import { AUDIT } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { childUnsafe, holding } from '../safeguarding.js';
import { score } from '../scoring.js';
import { judgeAnswers } from './audit-judgement.js';
import { watchCredits } from './credit-clocks.js';
import { scoreOptions } from './score-options.js';

/** The part of the frozen checklist that this case is asked. */
export const itemsOf = (state: CaseState, facts: Pick<Facts, 'scheme'>): readonly ChecklistItem[] =>
  applicableItems(facts.scheme.checklist.items, state);

/** The paper that the findings are of: the audit's, or that of the last surveillance visit. */
export const findingsPaper = ({ audit }: CaseState): string => audit.paper ?? AUDIT;
/** What a decision on the findings relies on. Overlays go by the audit itself, also after a visit. */
export const judgedPapers = (state: CaseState): readonly string[] => [
  ...new Set([AUDIT, findingsPaper(state)]),
];

/**
 * What an audit goes by: the answers of its paper with the corrections that a second person accepted, of the audit itself
 * also with what a renewal carries over. An answer given now wins.
 */
export function answersOf(state: CaseState, facts: Facts, paper: string = findingsPaper(state)): Answers {
  const corrections = state.audit.corrections?.filter((one) => (one.paper ?? AUDIT) === paper);
  const answers = correctedAnswers(paperOf(facts, paper) as Answers, corrections);
  return paper === AUDIT ? { ...carriedAnswers(state), ...answers } : answers;
}

/** Score with what is known now: verified corrective actions count, a dismissed zero-tolerance item is critical. */
export function scoreNow(state: CaseState, facts: Facts): AuditScore {
  const { checklist } = facts.scheme;
  const answers = answersOf(state, facts);
  const items = itemsOf(state, facts);
  const result = score(items, answers, checklist.sections, checklist.scoring, scoreOptions(state));
  return { grade: result.grade, total: result.total, outcome: result.outcome };
}

/** An item that a report of another scheme covers today need not be answered; when it is, the answer must be whole. */
export function submissionRefusals(state: CaseState, facts: Facts, now: string): readonly Refusal[] {
  const items = itemsOf(state, facts);
  const answers = answersOf(state, facts, AUDIT);
  const credited = new Set(
    creditsOn(items, state.externalReports ?? {}, localDate(now)).map((c) => c.itemId),
  );
  const asked = items.filter(({ id }) => answers[id] || !credited.has(id));
  const gaps = submissionGaps(asked, answers);
  return gaps.length > 0 ? [refuse('answers-missing', gaps)] : [];
}

/** One date at least, none before tomorrow, none more than two months ahead. */
export function visitDates(dates: readonly string[], now: string): readonly Refusal[] {
  const [first, last] = [localDate(now), localDate(addDays(now, 60))];
  if (dates.length === 0) return [refuse('date-out-of-range')];
  const wrong = dates.filter((date) => date <= first || date > last);
  return wrong.length > 0 ? [refuse('date-out-of-range', wrong)] : [];
}

const OF_AN_AUDIT = ['assign-auditor', 'assignment-answer', 'visit-response', 'audit-report'] as const;

/** Whether the audit stands in one of these phases. */
export const inAuditPhase =
  (...phases: AuditPhase[]) =>
  (state: CaseState): Refusal | undefined =>
    phases.includes(state.audit.phase) ? undefined : refuse('stage-does-not-allow');

/** Give the audit to this auditor; the visit is due three weeks later. */
export function seat(d: Decision, personId: string, organisationId: string): void {
  for (const kind of OF_AN_AUDIT) d.stop(kind);
  d.changeAudit({
    phase: 'assigned',
    auditor: { personId, organisationId },
    proposedDates: [],
    visitDate: undefined,
  });
  d.start('assignment-answer');
  d.start('audit-visit');
  d.tell('auditor-assigned', { auditorId: personId, firmId: organisationId });
}

/** The auditor leaves; what was answered stays, and the office looks for another. */
export function leaveAudit(d: Decision, reason: AuditorLeft, forGood: boolean): void {
  for (const kind of [...OF_AN_AUDIT, 'audit-visit'] as const) d.stop(kind);
  const { auditor, excluded, former } = d.state.audit;
  d.changeAudit({
    phase: 'unassigned',
    auditor: undefined,
    proposedDates: [],
    visitDate: undefined,
    excluded: forGood && auditor ? [...excluded, auditor] : excluded,
    former: auditor ? [...former, auditor] : former,
  });
  d.start('assign-auditor');
  d.tell('auditor-left', { reason });
}

/** A child was found at work: the office has 24 hours, and until then nobody else is told (SL-01, domain 0.10). */
export function childFound(d: Decision, items: readonly string[]): void {
  const before = d.state.safeguarding;
  const unsafe = childUnsafe(d.state);
  const all = [...new Set([...(before?.items ?? []), ...items])];
  const since = unsafe && before ? before.since : d.now;
  d.change({ safeguarding: { phase: 'unsafe', items: all, since } });
  if (!unsafe) d.start('safeguarding');
  d.tell('child-found', { items });
}

/** Nonconform answers that tell of a child, and that nobody has heard of yet. */
function newChildItems(d: Decision, found: readonly AuditFinding[]): readonly string[] {
  const known = d.state.safeguarding?.items ?? [];
  const about = itemsOf(d.state, d.facts).filter(
    (item) => item.safeguarding === 'child' && !known.includes(item.id),
  );
  const nonconform = found.filter(({ value }) => value === 'nonconform').map(({ itemId }) => itemId);
  return about.map(({ id }) => id).filter((id) => nonconform.includes(id));
}

/**
 * Judge the answers as they count now: credits, findings, provisional zero-tolerance alerts, what does not apply, the
 * score. The first score stays as the initial one.
 * @throws when the decision does not rely on the paper: without it everything would count as not answered
 */
export function judgeAudit(d: Decision, today = localDate(d.now)): void {
  const paper = findingsPaper(d.state);
  if (!d.facts.papers[paper]) throw new Error(`judged without ${paper}`);
  const { checklist } = d.facts.scheme;
  const items = itemsOf(d.state, d.facts);
  d.changeAudit(judgeAnswers(d.state, items, answersOf(d.state, d.facts), checklist, today));
  const current = scoreNow(d.state, d.facts);
  d.changeAudit({ current, initial: d.state.audit.initial ?? current });
}

/** Tell of zero-tolerance findings that nobody has judged, and of a child before anything else. */
export function raiseAlerts(d: Decision): void {
  const children = newChildItems(d, d.state.audit.findings);
  if (children.length > 0) childFound(d, children);
  const alerts = holding(d.state);
  if (alerts.length === 0) return;
  d.start('zero-tolerance');
  d.tell('zero-tolerance-alert', { items: alerts });
}

/** Freeze the answers, and judge them. */
export function takeAudit(d: Decision): void {
  const first = d.state.audit.phase !== 'submitted';
  d.changeAudit({ phase: 'submitted', reopenedItems: [], signed: undefined });
  // What an auditor submits now takes the place of what a visit had found.
  if (first) d.changeAudit({ paper: undefined });
  judgeAudit(d);
  const { current, findings, credits = [] } = d.state.audit;
  if (!first || !current) return;
  d.stop('audit-report');
  watchCredits(d);
  const params = { grade: current.grade, total: current.total, findings: findings.length };
  d.tell('audit-submitted', { ...params, ...(credits.length > 0 && { credited: credits.length }) });
  raiseAlerts(d);
}
