import type { Hand } from '../actors.js';
import { addHours } from '../calendar.js';
import {
  CHECK_KINDS,
  SCREENING_CHECKS,
  type Appeal,
  type CaseState,
  type PanelMember,
} from '../case-state.js';
import type { Deadline } from '../deadlines.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import { provisional } from '../safeguarding.js';
import type { DeadlineKind } from '../scheme.js';
import { CLOSED_STATES } from '../states.js';
import { leaveAudit } from './audit.js';
import { complianceChecks, isClear, requestChecks } from './checks.js';
import { endEverything, settleRejection } from './closing.js';
import { auditSide, deadlineOf, setAction, settleCorrections, unverified } from './corrective-actions.js';
import { causesOf } from './conditions.js';
import { OF_A_PILOT } from './pilots.js';
import { watchCertificates } from './qualified.js';

/** Two members at first; a third one where they do not agree. */
export const PANEL_SIZE = 2;

/** Waits that no appeal touches. */
const BESIDE: readonly DeadlineKind[] = [
  'safeguarding',
  'consent-end',
  'approval-end',
  'check-officer',
  'check-retry',
  'check-expiry',
  'bank-cool-off',
  'bank-call-back',
  'external-report',
  'credit-end',
  'correction',
  // A pilot order goes on whatever is decided about the audit.
  ...OF_A_PILOT,
];
/** Dates that are what they are, however long a panel takes. */
const DATED: readonly DeadlineKind[] = [
  'validity',
  'requalification',
  'cooling-off',
  'certificate',
  'pilot-delivery',
  'scorecard',
  'surveillance',
  'surveillance-visit',
  'surveillance-draw',
];
/** What goes on with the dates it has while a case is judged again; all else is asked anew when the term goes on. */
const OF_THE_TERM: readonly DeadlineKind[] = [
  'certificate',
  'scorecard',
  'surveillance',
  'surveillance-visit',
  'surveillance-draw',
];

/** Causes for which a decision keeps its full effect while a panel looks at it: somebody may be in danger. */
const SAFETY_CAUSES: readonly string[] = [
  'zero-tolerance',
  'sanctions',
  'forced-labour',
  'list-hit',
  'critical-incident',
  'worker-complaint',
];

/**
 * Whether anybody may be in danger if the decision under appeal had no effect for a time. A child found at work is no
 * part of it: the supplier would learn of it here, and the office has a clock of its own for that.
 */
export const isSafetyRisk = (state: CaseState): boolean =>
  [state.closedReason ?? '', ...causesOf(state)].some((cause) => SAFETY_CAUSES.includes(cause)) ||
  Object.values(state.audit.zeroTolerance).includes('confirmed') ||
  (['sanctions', 'forced-labour'] as const).some((kind) => state.checks[kind]?.verdict === 'FAIL') ||
  unverified(state).some(({ severity }) => severity === 'critical');

/** Lay the appeal over the case: it waits for the panel alone. */
export function lodge(d: Decision, ground: Appeal['ground']): void {
  const { at, enteredAt, deadlines } = d.state;
  const origin = at as Appeal['origin'];
  const held = deadlines.filter(({ kind }) => !BESIDE.includes(kind) && kind !== 'appeal-window');
  const appeal: Appeal = {
    origin,
    decisionAt: enteredAt,
    ground,
    lodgedAt: d.now,
    effectSuspended: !isSafetyRisk(d.state),
    panel: [],
    held,
  };
  d.move('appeal');
  d.change({ appeal, deadlines: deadlines.filter(({ kind }) => BESIDE.includes(kind)) });
  d.start('appeal-panel');
  d.tell('appeal-lodged', { origin, ground, effectSuspended: appeal.effectSuspended });
}

/** Everybody who had a hand in the case, by what it remembers and by its journal. */
const handsIn = (state: CaseState): readonly Hand[] => [
  ...state.reviewers,
  ...auditSide(state),
  ...Object.values(state.checks).flatMap((check) =>
    [check.decidedBy ?? [], check.failureProposedBy ?? []].flat(),
  ),
];

/** Whether this person may not sit on the panel: a hand in the case, or work for any of its parties (domain 2.3). */
export function isInvolved(
  state: CaseState,
  personId: string,
  { named, involved }: NonNullable<Facts['panel']>,
): boolean {
  const firms = new Set([
    state.supplierId,
    ...auditSide(state).map(({ organisationId }) => organisationId),
    ...state.consents,
    ...Object.keys(state.approvals),
    ...Object.values(state.pilots).map(({ buyerId }) => buyerId),
  ]);
  return (
    involved.includes(personId) ||
    handsIn(state).some((hand) => hand.personId === personId) ||
    (named[personId] ?? []).some(({ organisationId }) => firms.has(organisationId))
  );
}

const later = (deadline: Deadline, hours: number): Deadline => ({
  ...deadline,
  dueAt: addHours(deadline.dueAt, hours),
  steps: deadline.steps.map((step) => ({ ...step, at: addHours(step.at, hours) })),
});

/** Everything that was waited for is waited for again; clocks that stood still go on with what they had left. */
function resume(d: Decision, { held, effectSuspended, lodgedAt }: Appeal): void {
  const stood = (since: string): number => (Date.parse(d.now) - Date.parse(since)) / 3_600_000;
  const resumed = held.map((deadline) => {
    if (!effectSuspended || DATED.includes(deadline.kind)) return deadline;
    // What began in the midst of the appeal has lost no more than the time since.
    return later(deadline, stood(deadline.startedAt > lodgedAt ? deadline.startedAt : lodgedAt));
  });
  const running = d.state.deadlines.map(({ key }) => key);
  d.change({ deadlines: [...d.state.deadlines, ...resumed.filter(({ key }) => !running.includes(key))] });
  for (const { kind, subject, dueAt } of resumed) {
    const action = d.state.correctiveActions[subject];
    if (action && deadlineOf(action) === kind) setAction(d, subject, { dueAt });
  }
}

/** The decision stands, all of it or in part: the case goes back to where it was. */
function goBack(d: Decision, appeal: Appeal, result: PastResult): void {
  const { origin, decisionAt, held } = appeal;
  const closed = CLOSED_STATES.includes(origin);
  const partly = result === 'partly';
  if (closed) endEverything(d);
  d.move('upheld', origin);
  // What is over stays over; what stands no more is the wait before the supplier may apply again.
  const waived = partly && closed;
  d.change({ enteredAt: decisionAt, ...(waived && { coolingOffWaived: true as const }) });
  resume(d, waived ? { ...appeal, held: held.filter(({ kind }) => kind !== 'cooling-off') } : appeal);
  if (closed) return settleRejection(d);
  // A certificate may have come while the panel sat.
  watchCertificates(d);
  if (partly) d.raise('appeal-partly', origin);
  settleCorrections(d);
}

/** The decision falls: the case is assessed again, by people who did not make it. */
function overturn(d: Decision, { held, panel }: Appeal, reaudit: boolean): void {
  const { audit, renewal, correctiveActions, suspension, reviewers, excludedReviewers = [] } = d.state;
  const suspended = [suspension?.by, suspension?.confirmedBy, suspension?.proposal?.by];
  const seats = panel.map(({ personId, organisationId }) => ({ personId, organisationId }));
  // Appeals of before pilots went on beside them held what a pilot waits for.
  const goesOn = [...OF_A_PILOT, ...OF_THE_TERM];
  const again = reaudit || audit.phase !== 'submitted';
  d.move('overturned');
  const verified = Object.entries(correctiveActions).filter(([, action]) => action.phase === 'verified');
  d.change({
    closedReason: undefined,
    coolingOffWaived: undefined,
    suspension: undefined,
    excludedReviewers: [
      ...excludedReviewers,
      ...reviewers,
      ...suspended.filter((hand) => hand !== undefined),
      ...seats,
    ],
    correctiveActions: Object.fromEntries(verified),
    deadlines: [...d.state.deadlines, ...held.filter(({ kind }) => goesOn.includes(kind))],
    ...(again && renewal && { renewal: { pilotAccepted: renewal.pilotAccepted, audit: 'full' as const } }),
  });
  if (again) auditAnew(d);
  else judgeAnew(d);
  const wanted = [...SCREENING_CHECKS, ...complianceChecks(d.state, d.facts.scheme)];
  const open = CHECK_KINDS.filter(
    (kind) => wanted.includes(kind) && !isClear(d.state.checks[kind]?.verdict ?? 'FAIL'),
  );
  if (open.length > 0) requestChecks(d, open);
}

/** The audit was what was wrong, or there never was one: somebody of another firm does it. */
function auditAnew(d: Decision): void {
  d.move('return_to_auditor');
  leaveAudit(d, 'appeal-overturned', true);
  d.changeAudit({
    ...{ findings: [], zeroTolerance: {}, reopenedItems: [], accessDenied: 0 },
    ...{ signed: undefined, paper: undefined },
  });
}

/** The audit stands, but whoever did it has no more to do with the case; verdicts on its alerts are given anew. */
function judgeAnew(d: Decision): void {
  const { auditor, excluded, former, zeroTolerance } = d.state.audit;
  const gone = auditor ? [auditor] : [];
  d.changeAudit({
    auditor: undefined,
    excluded: [...excluded, ...gone],
    former: [...former, ...gone],
    zeroTolerance: Object.fromEntries(
      Object.entries(zeroTolerance).map(([id, verdict]) => [
        id,
        verdict === 'confirmed' ? ('provisional' as const) : verdict,
      ]),
    ),
    signed: undefined,
  });
  d.start('assign-auditor');
  d.tell('auditor-left', { reason: 'appeal-overturned' });
  if (provisional(d.state).length > 0) d.start('zero-tolerance');
  d.start('review');
}

type PastResult = NonNullable<PanelMember['vote']>;

/** What the votes come to; undefined while one is missing or the first two do not agree. Three views meet half-way. */
function resultOf(panel: readonly PanelMember[]): PastResult | undefined {
  const votes = panel.flatMap(({ vote }) => vote ?? []);
  if (votes.length < panel.length) return undefined;
  const agreed = votes.find((vote) => votes.filter((other) => other === vote).length >= PANEL_SIZE);
  return agreed ?? (votes.length > PANEL_SIZE ? 'partly' : undefined);
}

/** Count the votes: decide, wait, or ask the office for a third member. */
export function settleAppeal(d: Decision): void {
  const { appeal, appeals = [] } = d.state;
  if (!appeal) return;
  const { origin, decisionAt, ground, lodgedAt, panel } = appeal;
  const result = resultOf(panel);
  if (!result) {
    if (panel.every(({ vote }) => vote)) d.start('appeal-panel');
    return;
  }
  const reaudit = result === 'overturned' && panel.some((member) => member.vote === result && member.reaudit);
  d.stopWhere((kind) => kind === 'appeal-decision' || kind === 'appeal-panel');
  const past = { origin, decisionAt, ground, lodgedAt, result, endedAt: d.now };
  d.change({ appeal: undefined, appeals: [...appeals, past] });
  d.tell('appeal-decided', { origin, ground, result, reaudit });
  if (result === 'overturned') overturn(d, appeal, reaudit);
  else goBack(d, appeal, result);
}
