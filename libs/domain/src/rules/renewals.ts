import { APPROVED } from '../approval-status.js';
import type { CaseState, FullAuditReason } from '../case-state.js';
import { applicableItems } from '../checklist.js';
import { deadlineKey } from '../deadlines.js';
import type { Decision } from '../decision.js';
import { deltaItems, drawNumberOf } from '../delta-audit.js';
import { paperOf, type Facts, type PreviousCase } from '../facts.js';
import { addedItems } from '../overlay.js';
import { APPLICATION } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { isRenewalOf } from '../renewal.js';
import type { DeadlineKind } from '../scheme.js';
import { QUALIFIED_STATES } from '../states.js';
import { askToConfirm, openApproval } from './approvals.js';
import { beginTerm, planRequalification, watchCertificates } from './qualified.js';
import { startScorecard } from './scorecards.js';
import { planDeskReview } from './surveillance.js';

/** Sections that tell of a change when they are written anew: who owns the firm, and where its site is. */
const TELLING_SECTIONS: readonly string[] = ['owners', 'site'];
/** A workforce that changed by more than this share is another workforce (domain 2.1, re-opening triggers). */
const WORKFORCE_CHANGE = 0.5;

/**
 * What a renewal takes over from the qualification it renews. A case that applies again takes over nothing but what officers
 * cleared: the same name and the same entry of a list mean no other people than before.
 */
export function linkToPrevious(d: Decision, { state }: PreviousCase): void {
  const cleared = Object.entries(state.clearings ?? {}).filter(([, one]) => one.cleared);
  if (cleared.length > 0) d.change({ clearings: Object.fromEntries(cleared) });
  if (!isRenewalOf(state)) return;
  const { pilots, renewal, matters } = state;
  const accepted =
    Object.values(pilots).some(({ phase }) => phase === 'accepted') || renewal?.pilotAccepted === true;
  // An order that failed since, and that the office has not settled, asks for another proof.
  const failed = matters.some(({ kind }) => kind === 'pilot-failed-while-qualified');
  d.change({ renewal: { pilotAccepted: accepted && !failed } });
}

const workersNow = (facts: Facts): number | undefined =>
  (paperOf(facts, APPLICATION)['profile'] as { workers?: number } | undefined)?.workers;

function isChanged({ state, workers, rewritten }: PreviousCase, facts: Facts): boolean {
  const now = workersNow(facts);
  const other = workers && now !== undefined && Math.abs(now - workers) / workers > WORKFORCE_CHANGE;
  // A full audit would tell the supplier that somebody complained; a delta audit asks what such a complaint is about.
  const reported = [...Object.keys(state.changes ?? {}), ...(state.changedSince ?? [])].some(
    (change) => change !== 'worker-complaint',
  );
  return !!other || reported || TELLING_SECTIONS.some((section) => rewritten?.includes(section));
}

/** Why the audit must be done in full; undefined when a delta audit will do (grade A or B, and no reported change). */
function fullBecause(previous: PreviousCase, facts: Facts): FullAuditReason | undefined {
  const grade = previous.state.audit.current?.grade ?? 'E';
  if (!['A', 'B'].includes(grade)) return 'grade';
  return isChanged(previous, facts) ? 'reported-change' : undefined;
}

const itemsAsked = (state: CaseState, { scheme }: Pick<Facts, 'scheme'>) =>
  applicableItems(scheme.checklist.items, state);

/** The application of a renewal is complete: decide how it is audited, once and for all to see. */
export function planRenewalAudit(d: Decision): void {
  const { renewal, qualificationId } = d.state;
  const { previous } = d.facts;
  if (!renewal || !previous) return;
  const because = fullBecause(previous, d.facts);
  if (because || !previous.scheme || !previous.answers) {
    const full = { audit: 'full' as const, ...(because && { fullBecause: because }) };
    d.change({ renewal: { ...renewal, ...full } });
    return d.tell('renewal-audit-planned', full);
  }
  const last = {
    findings: previous.state.audit.findings.map(({ itemId }) => itemId),
    answers: previous.answers,
    carried: Object.keys(previous.state.renewal?.carried ?? {}),
    items: itemsAsked(previous.state, { scheme: previous.scheme }),
  };
  const seed = drawNumberOf(d.facts.drawSeed ?? qualificationId);
  const { asked, carried } = deltaItems(itemsAsked(d.state, d.facts), last, seed);
  const verifiedAt = previous.state.validity?.from ?? previous.state.enteredAt;
  d.change({ renewal: { ...renewal, audit: 'delta', seed, items: asked, carried, verifiedAt } });
  // Which items are not asked again is not told before the visit.
  const counts = { asked: asked.length, carried: Object.keys(carried).length };
  d.tell('renewal-audit-planned', { audit: 'delta', ...counts });
}

/**
 * The case goes over to another version of its scheme: a delta audit asks what that version added or changed as well.
 * @param changed ids of items that both versions have, but not alike
 * @returns ids of items that are asked from now on instead of being carried over
 */
export function replanRenewalAudit(
  d: Decision,
  scheme: Facts['scheme'],
  changed: readonly string[],
): readonly string[] {
  const { renewal } = d.state;
  if (!renewal?.items) return [];
  const [before, now] = [d.facts.scheme, scheme].map((one) =>
    itemsAsked(d.state, { scheme: one }).map(({ id }) => id),
  );
  const old = renewal.carried ?? {};
  const carried = Object.fromEntries(
    Object.entries(old).filter(([id]) => now?.includes(id) && !changed.includes(id)),
  );
  // What an overlay added belongs to no version of the scheme.
  const added = renewal.items.filter((id) => !before?.includes(id));
  const items = [...(now ?? []).filter((id) => !(id in carried)), ...added];
  d.change({ renewal: { ...renewal, items: [...new Set(items)], carried } });
  return changed.filter((id) => id in old);
}

/** A delta audit asks what overlays add as well: nobody has answered that before. */
export function askOverlays(d: Decision): void {
  const { renewal } = d.state;
  const added = (d.facts.overlays ?? []).flatMap(({ content }) => addedItems(content, d.state));
  if (!renewal?.items || added.length === 0) return;
  const items = [...new Set([...renewal.items, ...added.map(({ id }) => id)])];
  d.change({ renewal: { ...renewal, items } });
}

/** A qualification that has lost its ground, or is judged anew, would come back through a renewal by another door. */
const IN_ORDER: readonly CaseState['at'][] = [...QUALIFIED_STATES, 'EXPIRED'];

/** An appeal that was overturned gave the case back to the reviewer: the term that was granted before goes on. */
export const restored = ({ validity }: CaseState): boolean => validity !== undefined;

/** Whether what a renewal renews still stands or ended of itself; a case that applies again renews nothing. */
export const previousInOrder = (
  { renewal }: Pick<CaseState, 'renewal'>,
  { previous }: Facts,
): readonly Refusal[] =>
  renewal && previous && (!IN_ORDER.includes(previous.state.at) || previous.state.suspension)
    ? [refuse('previous-not-valid', [previous.state.at])]
    : [];

/**
 * The next term begins. Buyers who approved the qualification before and whom the supplier lets read this case are asked
 * to confirm; no other buyer is, and none of them approves by doing nothing.
 */
export function renewQualification(d: Decision): void {
  const { validity } = d.state;
  const goesOn = validity && validity.until > d.now;
  const until = goesOn ? resume(d, validity) : beginTerm(d, 'renewed', false);
  d.tell('qualification-renewed', { grade: d.state.validity?.grade ?? 'D', until });
  if (validity) {
    watchAgain(d);
    askToConfirm(d);
  }
  const before = d.facts.previous?.state.approvals ?? {};
  for (const buyerId of d.state.consents)
    if (APPROVED.includes(before[buyerId]?.phase ?? 'ended')) openApproval(d, buyerId);
}

function resume(d: Decision, before: NonNullable<CaseState['validity']>): string {
  d.move('renewed');
  // A grade D was good for a conditional term alone; what is given back now is a full one.
  const grade = before.grade === 'D' ? (d.state.audit.current?.grade ?? 'D') : before.grade;
  const validity = { ...before, grade };
  d.change({ validity, condition: undefined });
  d.start('validity', '', { dueAt: validity.until });
  planRequalification(d, validity);
  return validity.until;
}

/** What is watched in the years of a qualification, and lost its clock when that was revoked or judged again. */
function watchAgain(d: Decision): void {
  const { changes = {}, surveillance, approvals } = d.state;
  const runs = (kind: DeadlineKind, subject = ''): boolean =>
    d.state.deadlines.some(({ key }) => key === deadlineKey(kind, subject));
  const again = (kind: DeadlineKind, subject = ''): void => {
    if (!runs(kind, subject)) d.start(kind, subject);
  };
  watchCertificates(d);
  if (!runs('surveillance')) planDeskReview(d);
  if (!surveillance?.seed) again('surveillance-draw');
  for (const change of Object.keys(changes)) again('change-review', change);
  for (const [visit, { phase }] of Object.entries(surveillance?.visits ?? {}))
    if (phase !== 'concluded')
      again(phase === 'submitted' ? 'surveillance-review' : 'surveillance-visit', visit);
  for (const [buyerId, { phase }] of Object.entries(approvals))
    if (APPROVED.includes(phase) && !runs('scorecard', buyerId)) startScorecard(d, buyerId);
}
