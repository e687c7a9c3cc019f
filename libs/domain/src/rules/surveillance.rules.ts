import type { AuditFinding, CaseState, SurveillancePhase, SurveillanceVisit } from '../case-state.js';
import { submissionGaps } from '../checklist.js';
import { isNear } from '../deadlines.js';
import type { Decision } from '../decision.js';
import { surveillancePaper } from '../papers.js';
import type { ConditionReason, SurveillanceOutcome, SuspensionCause } from '../qualified-codes.js';
import { refuse, type Refusal } from '../refusals.js';
import { childUnsafe, provisional } from '../safeguarding.js';
import { QUALIFIED_STATES, YEARS_AFTER } from '../states.js';
import { childFound, judgeAudit } from './audit.js';
import { assignment } from './assignment.rules.js';
import { followFindings, independent, unverified } from './corrective-actions.js';
import { watchCredits } from './credit-clocks.js';
import { downgradeQualification } from './qualified.js';
import type { Rules } from './rule.js';
import {
  judgeVisit,
  planDeskReview,
  planVisit,
  setVisit,
  visitAnswers,
  visitItems,
  visitOf,
  zeroToleranceOf,
} from './surveillance.js';
import { suspendForFindings, suspendQualification } from './suspension.js';

/** Whether an outcome can be had where the case stands: what is suspended or conditional already cannot become it. */
export const outcomeFits = (state: CaseState, outcome: SurveillanceOutcome): Refusal | undefined => {
  const fits =
    (outcome !== 'suspend' || QUALIFIED_STATES.includes(state.at)) &&
    (outcome !== 'downgrade' || ['QUALIFIED', 'REQUALIFYING'].includes(state.at));
  return fits ? undefined : refuse('not-applicable-here', [outcome]);
};

/** What follows from what was seen. A suspension by one person waits for its second officer. */
export function follow(
  d: Decision,
  outcome: SurveillanceOutcome,
  why: { readonly condition: ConditionReason; readonly suspension: SuspensionCause },
): void {
  if (outcome === 'order-visit') d.tell('surveillance-ordered', { visit: planVisit(d, 'ordered') });
  if (outcome === 'downgrade') downgradeQualification(d, why.condition);
  if (outcome === 'suspend') suspendQualification(d, why.suspension);
}

const inPhase = (state: CaseState, visit: string, ...phases: SurveillancePhase[]): Refusal | undefined =>
  phases.includes(visitOf(state, visit)?.phase ?? 'concluded') ? undefined : refuse('visit-unknown', [visit]);
const visitsIn = (state: CaseState, phase: SurveillancePhase) =>
  Object.entries(state.surveillance?.visits ?? {})
    .filter(([, visit]) => visit.phase === phase)
    .map(([visit]) => ({ visit }));
const deskReviewDue = (state: CaseState): boolean =>
  state.deadlines.some(({ kind, dueAt }) => kind === 'surveillance' && isNear(state.caseTime, dueAt));

const GOES_ON: readonly SurveillanceOutcome[] = ['keep', 'order-visit', 'downgrade'];
/**
 * What a visit found may forbid an outcome: with a zero-tolerance finding nothing counts on, and a qualification is full
 * with grade B or better only, unless it was C from the start.
 */
function forbidden(
  state: CaseState,
  visit: SurveillanceVisit,
  outcome: SurveillanceOutcome,
): Refusal | undefined {
  // A screen that asks what may be done names no outcome yet.
  if (!GOES_ON.includes(outcome) || !QUALIFIED_STATES.includes(state.at)) return undefined;
  const open = zeroToleranceOf(visit);
  if (open.length > 0) return refuse('zero-tolerance-open', open);
  if (outcome === 'downgrade' || state.at === 'QUALIFIED_CONDITIONAL') return undefined;
  const asBefore = visit.score?.grade === 'C' && state.validity?.grade === 'C';
  return asBefore || ['A', 'B'].includes(visit.score?.grade ?? 'E') ? undefined : refuse('grade-too-low');
}

/** What was verified and is found again has to be corrected again. */
function forgetVerified(d: Decision, found: readonly AuditFinding[]): void {
  const again = new Set(found.map(({ itemId }) => itemId));
  const kept = Object.entries(d.state.correctiveActions).filter(
    ([, { phase, subject }]) => phase !== 'verified' || !again.has(subject),
  );
  d.change({ correctiveActions: Object.fromEntries(kept) });
}

/**
 * What follows from a visit whose findings were taken. With a zero-tolerance finding that stands the case is suspended, or
 * suspended for that too; what is suspended already and now is worth less than a full qualification returns as less.
 */
function followVisit(d: Decision, visit: SurveillanceVisit, outcome: SurveillanceOutcome): void {
  const severe = zeroToleranceOf(visit);
  const halted = d.state.suspension !== undefined;
  const why = { condition: 'surveillance-score', suspension: 'other' } as const;
  if (severe.length > 0 && (halted || outcome === 'suspend')) suspendForFindings(d, severe);
  if (severe.length === 0 || outcome !== 'suspend') follow(d, outcome, why);
  const { suspension, audit } = d.state;
  if (halted && suspension && ['D', 'E'].includes(audit.current?.grade ?? 'E'))
    d.change({ suspension: { ...suspension, origin: 'QUALIFIED_CONDITIONAL' } });
}

/** What the visit found takes the place of what the audit had found; each finding is to be corrected. */
function takeVisit(d: Decision, id: string, visit: SurveillanceVisit, outcome: SurveillanceOutcome): void {
  const before = d.state.audit.findings;
  d.stop('surveillance-review', id);
  d.settleMatter('surveillance-alert', id);
  setVisit(d, id, { phase: 'concluded', outcome, zeroTolerance: undefined, judges: undefined });
  const found = visit.findings ?? [];
  forgetVerified(d, found);
  // Every item was answered on site: nothing is credited any more, and whoever refused the gate has opened it.
  d.changeAudit({
    ...{ paper: surveillancePaper(id), zeroTolerance: visit.zeroTolerance ?? {} },
    ...{ credits: undefined, accessDenied: 0 },
  });
  judgeAudit(d);
  watchCredits(d);
  // The reviewer who concludes the visit has seen what it left out as not applicable.
  d.changeAudit({ notApplicableOpen: undefined });
  const corrected = new Set(unverified(d.state).map(({ subject }) => subject));
  followFindings(
    d,
    before.filter(({ itemId }) => corrected.has(itemId)),
  );
  d.stop('zero-tolerance');
  if (provisional(d.state).length > 0) d.start('zero-tolerance');
  if (d.actor.kind === 'person')
    d.change({ reviewers: [...d.state.reviewers, ...(visit.judges ?? []), d.hand] });
  d.tell('surveillance-concluded', {
    visit: id,
    outcome,
    grade: visit.score?.grade ?? 'E',
    findings: found.length,
  });
}

export const surveillanceRules: Rules<
  | 'conclude-desk-review'
  | 'order-surveillance'
  | 'assign-surveillance'
  | 'submit-surveillance'
  | 'conclude-surveillance'
> = {
  'conclude-desk-review': {
    by: ['officer', 'reviewer'],
    in: YEARS_AFTER,
    check: (state, { outcome }, actor) => {
      if (!deskReviewDue(state)) return refuse('not-applicable-here');
      return outcomeFits(state, outcome) ?? independent(state, actor);
    },
    apply: (d, { outcome }) => {
      planDeskReview(d);
      d.tell('desk-review-concluded', { outcome });
      follow(d, outcome, { condition: 'surveillance-score', suspension: 'other' });
    },
  },
  'order-surveillance': {
    by: ['officer'],
    in: YEARS_AFTER,
    check: (state) => (visitsIn(state, 'planned').length > 2 ? refuse('not-applicable-here') : undefined),
    apply: (d, { unannounced }) => {
      d.tell('surveillance-ordered', { visit: planVisit(d, 'ordered', { unannounced }) });
    },
  },
  'assign-surveillance': {
    by: ['officer'],
    in: YEARS_AFTER,
    subjects: (state) => [...visitsIn(state, 'planned'), ...visitsIn(state, 'assigned')],
    // One auditor holds the audit at a time: a second visit waits for the first one.
    check: (state, { visit }) =>
      inPhase(state, visit, 'planned', 'assigned') ??
      (visitsIn(state, 'assigned').some((other) => other.visit !== visit)
        ? refuse('stage-does-not-allow')
        : undefined),
    blockers: assignment,
    apply: (d, { visit, auditorId, firmId }) => {
      const { auditor, former } = d.state.audit;
      const hand = { personId: auditorId, organisationId: firmId };
      const before = visitOf(d.state, visit)?.before ?? auditor;
      setVisit(d, visit, { phase: 'assigned', ...(before && { before }) });
      const changes = auditor && auditor.personId !== auditorId;
      d.changeAudit({ auditor: hand, former: changes ? [...former, auditor] : former });
      d.tell('surveillance-assigned', { visit, auditorId, firmId });
    },
  },
  'submit-surveillance': {
    by: ['auditor'],
    in: YEARS_AFTER,
    subjects: (state) => visitsIn(state, 'assigned'),
    check: (state, { visit }) => inPhase(state, visit, 'assigned'),
    reliesOn: (_state, { visit }) => [surveillancePaper(visit)],
    blockers: (state, { visit }, facts) => {
      const gaps = submissionGaps(visitItems(state, facts), visitAnswers(facts, visit));
      return gaps.length > 0 ? [refuse('answers-missing', gaps)] : [];
    },
    apply: (d, { visit }) => submitVisit(d, visit),
  },
  'conclude-surveillance': {
    by: ['reviewer'],
    in: YEARS_AFTER,
    subjects: (state) => visitsIn(state, 'submitted'),
    reliesOn: (_state, { visit }) => [surveillancePaper(visit)],
    check: (state, { visit: id, outcome }, actor) => {
      const visit = visitOf(state, id);
      const wrong = inPhase(state, id, 'submitted');
      if (wrong || !visit) return wrong ?? refuse('visit-unknown', [id]);
      // Its conclusion tells what was found.
      if (childUnsafe(state)) return refuse('child-not-safe');
      return forbidden(state, visit, outcome) ?? outcomeFits(state, outcome) ?? independent(state, actor);
    },
    apply: (d, { visit: id, outcome }) => {
      const visit = visitOf(d.state, id);
      if (!visit) return;
      takeVisit(d, id, visit, outcome);
      followVisit(d, visit, outcome);
    },
  },
};

/** Freeze the answers of a visit. Of a zero-tolerance finding the office hears at once, of a child within the day. */
function submitVisit(d: Decision, id: string): void {
  const { found, result } = judgeVisit(d.state, d.facts, id);
  setVisit(d, id, { phase: 'submitted', findings: found, score: result });
  d.stop('surveillance-visit', id);
  d.start('surveillance-review', id);
  d.tell('surveillance-submitted', { visit: id });
  const items = visitItems(d.state, d.facts);
  const severe = zeroToleranceOf({ reason: 'ordered', phase: 'submitted', findings: found });
  const children = severe.filter((itemId) =>
    items.some((i) => i.id === itemId && i.safeguarding === 'child'),
  );
  if (children.length > 0) childFound(d, children);
  if (severe.length === 0) return;
  d.tell('zero-tolerance-alert', { visit: id, items: severe });
  d.raise('surveillance-alert', id);
}
