import { addDays, addMonths } from '../calendar.js';
import type { AuditScore, CaseState, Grade, SurveillanceVisit } from '../case-state.js';
import { applicableItems, findings, type Answer, type ChecklistItem } from '../checklist.js';
import type { Decision } from '../decision.js';
import { paperOf, type Facts } from '../facts.js';
import { surveillancePaper } from '../papers.js';
import { score } from '../scoring.js';
import { drawnVisit } from '../surveillance-draw.js';

/** A desk review every year while the qualification lasts (domain 2.1, surveillance). */
const DESK_REVIEW_MONTHS = 12;
/** Grade C is seen on site again after a year. */
const ON_SITE_MONTHS = 12;
const ORDERED_DAYS = 30;

export const visitOf = (state: CaseState, visit: string): SurveillanceVisit | undefined =>
  state.surveillance?.visits[visit];

export function setVisit(d: Decision, visit: string, patch: Partial<SurveillanceVisit>): void {
  const before = visitOf(d.state, visit) ?? { reason: 'ordered', phase: 'planned' };
  const visits = { ...d.state.surveillance?.visits, [visit]: { ...before, ...patch } };
  d.change({ surveillance: { ...d.state.surveillance, visits } });
}

/** Plan one more visit. @param dueAt the instant it is due, thirty days from now when it is simply ordered */
export function planVisit(
  d: Decision,
  reason: SurveillanceVisit['reason'],
  {
    unannounced = false,
    dueAt = addDays(d.now, ORDERED_DAYS),
  }: { unannounced?: boolean; dueAt?: string } = {},
): string {
  const kind = unannounced ? 'u' : 'v';
  const many = Object.keys(d.state.surveillance?.visits ?? {}).filter((id) => id.startsWith(kind)).length;
  const visit = `${kind}${many + 1}`;
  setVisit(d, visit, { reason, phase: 'planned' });
  d.start('surveillance-visit', visit, { dueAt });
  return visit;
}

/** Ask for the next desk review, a year after the last one; a certificate may yet move the end of the validity behind it. */
export const planDeskReview = (d: Decision): void =>
  d.start('surveillance', '', { dueAt: addMonths(d.now, DESK_REVIEW_MONTHS) });

/** What a new qualification is looked at for in its years: at the desk, on site for grade C, and perhaps unannounced. */
export function planSurveillance(d: Decision, grade: Grade): void {
  planDeskReview(d);
  if (grade === 'C') planVisit(d, 'grade', { dueAt: addMonths(d.now, ON_SITE_MONTHS) });
  d.start('surveillance-draw');
}

/**
 * Draw whether this qualification gets an unannounced visit, and when. The draw is an entry of its own in every case alike,
 * and sealed: neither that it won nor that it lost tells anybody of the visit.
 */
export function drawSurveillance(d: Decision): void {
  const { validity, qualificationId, seq } = d.state;
  if (!validity) return;
  const seed = d.facts.drawSeed ?? `${qualificationId}/${seq + 1}`;
  const drawn = drawnVisit(seed, validity.from, validity.until);
  d.change({ surveillance: { visits: {}, ...d.state.surveillance, seed } });
  if (drawn.picked) planVisit(d, 'drawn', { unannounced: true, dueAt: drawn.dueAt });
  d.tell('surveillance-drawn', { ...drawn, seed });
}

const itemsOf = (state: CaseState, { scheme }: Facts): readonly ChecklistItem[] =>
  applicableItems(scheme.checklist.items, state);
export const visitAnswers = (facts: Facts, visit: string): Readonly<Record<string, Answer>> =>
  paperOf(facts, surveillancePaper(visit)) as Readonly<Record<string, Answer>>;
export const visitItems = itemsOf;

/** What a visit found, and its score: nothing is corrected yet, and a zero-tolerance finding is provisional until it is judged. */
export function judgeVisit(state: CaseState, facts: Facts, visit: string) {
  const items = itemsOf(state, facts);
  const answers = visitAnswers(facts, visit);
  const { sections, scoring } = facts.scheme.checklist;
  const { grade, total, outcome } = score(items, answers, sections, scoring, {
    zeroTolerance: visitOf(state, visit)?.zeroTolerance ?? {},
    extraCriticals: 0,
    verifiedClosures: new Set(),
  });
  const result: AuditScore = { grade, total, outcome };
  return { found: findings(items, answers), result };
}

/** Zero-tolerance findings of a visit that nobody has dismissed: the qualification cannot simply be kept. */
export const zeroToleranceOf = (visit: SurveillanceVisit): readonly string[] =>
  (visit.findings ?? [])
    .filter(({ severity, value }) => severity === 'zero-tolerance' && value === 'nonconform')
    .map(({ itemId }) => itemId)
    .filter((itemId) => visit.zeroTolerance?.[itemId] !== 'dismissed');

/** Visits whose conclusion waits for a reviewer. */
export const submittedVisits = (state: CaseState): readonly (readonly [string, SurveillanceVisit])[] =>
  Object.entries(state.surveillance?.visits ?? {}).filter(([, { phase }]) => phase === 'submitted');

/** Zero-tolerance findings of such visits that no second reviewer has judged. */
export const alertsOfVisits = (state: CaseState): readonly { visit: string; itemId: string }[] =>
  submittedVisits(state).flatMap(([visit, one]) =>
    zeroToleranceOf(one)
      .filter((itemId) => one.zeroTolerance?.[itemId] !== 'confirmed')
      .map((itemId) => ({ visit, itemId })),
  );

/** Take a second reviewer's verdict on what a visit found, and score the visit with it. */
export function judgeAlert(
  d: Decision,
  { visit, itemId }: { visit: string; itemId: string },
  verdict: 'confirmed' | 'dismissed',
): void {
  const before = visitOf(d.state, visit);
  const zeroTolerance = { ...before?.zeroTolerance, [itemId]: verdict };
  // The case names who judged it when the visit is told.
  setVisit(d, visit, { zeroTolerance, judges: [...(before?.judges ?? []), d.hand] });
  setVisit(d, visit, { score: judgeVisit(d.state, d.facts, visit).result });
}
