import type { AuditFinding, AuditPhase, AuditScore, CaseState } from '../case-state.js';
import { addDays, localDate } from '../calendar.js';
import { applicableItems, findings, submissionGaps, type Answer, type ChecklistItem } from '../checklist.js';
import type { Decision } from '../decision.js';
import { paperOf, type Facts } from '../facts.js';
import { AUDIT } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { childUnsafe, holding } from '../safeguarding.js';
import { score } from '../scoring.js';
import { ACCESS_DENIED, toCorrect } from './corrective-actions.js';

/** The part of the frozen checklist that this case is asked. */
export const itemsOf = (state: CaseState, facts: Pick<Facts, 'scheme'>): readonly ChecklistItem[] =>
  applicableItems(facts.scheme.checklist.items, state);

export const answersOf = (facts: Facts): Readonly<Record<string, Answer>> =>
  paperOf(facts, AUDIT) as Readonly<Record<string, Answer>>;

/** Score with what is known now: verified corrective actions count, a dismissed zero-tolerance item is critical. */
export function scoreNow(state: CaseState, facts: Facts): AuditScore {
  const verified = Object.values(state.correctiveActions).filter((a) => a.phase === 'verified');
  const { checklist } = facts.scheme;
  const result = score(itemsOf(state, facts), answersOf(facts), checklist.sections, checklist.scoring, {
    zeroTolerance: state.audit.zeroTolerance,
    extraCriticals: toCorrect(state).filter((x) => x.subject === ACCESS_DENIED).length,
    verifiedClosures: new Set(verified.map((a) => a.subject)),
  });
  return { grade: result.grade, total: result.total, outcome: result.outcome };
}

export function submissionRefusals(state: CaseState, facts: Facts): readonly Refusal[] {
  const gaps = submissionGaps(itemsOf(state, facts), answersOf(facts));
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
export function leaveAudit(d: Decision, reason: string, forGood: boolean): void {
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

/** Freeze the answers: findings, provisional zero-tolerance alerts, the score. */
export function takeAudit(d: Decision): void {
  const found = findings(itemsOf(d.state, d.facts), answersOf(d.facts));
  const zeroTolerance: Record<string, 'provisional' | 'confirmed' | 'dismissed'> = {};
  for (const f of found.filter((x) => x.severity === 'zero-tolerance' && x.value === 'nonconform')) {
    zeroTolerance[f.itemId] = d.state.audit.zeroTolerance[f.itemId] ?? 'provisional';
  }
  const first = d.state.audit.phase !== 'submitted';
  d.changeAudit({ phase: 'submitted', findings: found, zeroTolerance, reopenedItems: [], signed: undefined });
  const current = scoreNow(d.state, d.facts);
  d.changeAudit({ current, initial: d.state.audit.initial ?? current });
  if (!first) return;
  d.stop('audit-report');
  d.tell('audit-submitted', { grade: current.grade, total: current.total, findings: found.length });
  const children = newChildItems(d, found);
  if (children.length > 0) childFound(d, children);
  const alerts = holding(d.state);
  if (alerts.length > 0) {
    d.start('zero-tolerance');
    d.tell('zero-tolerance-alert', { items: alerts });
  }
}
