import type { Pilot, PilotLot } from '../case-state.js';
import type { Decision } from '../decision.js';
import { PILOT_STATES, QUALIFIED_STATES, YEARS_AFTER, type CaseStateName } from '../states.js';
import type { DeadlineKind } from '../scheme.js';
import { openApproval } from './approvals.js';
import { openAction } from './corrective-actions.js';
import { rejectCase } from './closing.js';

export const setPilot = (d: Decision, id: string, patch: Partial<Pilot>): void => {
  const before = d.state.pilots[id];
  if (!before) throw new Error(`no pilot order ${id}`);
  d.change({ pilots: { ...d.state.pilots, [id]: { ...before, ...patch } } });
};
export const setLot = (d: Decision, id: string, lot: number, patch: Partial<PilotLot>): void => {
  const lots = d.state.pilots[id]?.lots ?? [];
  setPilot(d, id, { lots: lots.map((l) => (l.lot === lot ? { ...l, ...patch } : l)) });
};

/** Pilots run beside each other; the case stands where the furthest of them stands. */
function furthest(d: Decision): CaseStateName {
  const pilots = Object.values(d.state.pilots);
  const undecided = Object.values(d.state.approvals).some((a) =>
    ['open', 'recommended', 'deferred'].includes(a.phase),
  );
  if (undecided) return 'BUYER_DECISION';
  if (pilots.some((p) => p.phase === 'inspection')) return 'PILOT_INSPECTION';
  if (pilots.some((p) => p.phase === 'placed' || p.phase === 'running')) return 'PILOT_RUNNING';
  return 'PILOT_READY';
}

const UP: Readonly<Record<string, string>> = {
  PILOT_READY: 'place_pilot',
  PILOT_RUNNING: 'deliver',
  PILOT_INSPECTION: 'accepted',
};
const DOWN: Readonly<Record<string, string>> = {
  PILOT_RUNNING: 'cancel_by_buyer',
  PILOT_INSPECTION: 'rework',
  BUYER_DECISION: 'decline',
};

/** Walk the case, one transition of the table at a time, to where its pilots and approvals stand. */
export function settlePilots(d: Decision): void {
  if (!PILOT_STATES.includes(d.state.at)) return;
  const goal = furthest(d);
  const rank = (state: CaseStateName): number => PILOT_STATES.indexOf(state);
  while (d.state.at !== goal) {
    const event = (rank(d.state.at) < rank(goal) ? UP : DOWN)[d.state.at];
    if (!event) throw new Error(`no way from ${d.state.at} to ${goal}`);
    d.move(event);
  }
  const waiting = d.state.at === 'PILOT_READY';
  const running = d.state.deadlines.some((x) => x.kind === 'pilot-match');
  if (waiting && !running) d.start('pilot-match');
  if (!waiting) {
    d.stop('pilot-match');
    d.change({ parked: false });
  }
}

/**
 * Ask each buyer whose pilot was accepted for its decision, once. While the case corrects findings nobody can decide,
 * so a pilot accepted meanwhile waits until the case is back.
 */
export function askBuyers(d: Decision): void {
  if (![...PILOT_STATES, ...QUALIFIED_STATES].includes(d.state.at)) return;
  for (const [id, pilot] of Object.entries(d.state.pilots)) {
    if (pilot.phase !== 'accepted' || pilot.decisionAsked || !d.state.consents.includes(pilot.buyerId))
      continue;
    setPilot(d, id, { decisionAsked: true });
    openApproval(d, pilot.buyerId);
  }
}

/** The assessment is behind the case: buyers with consent may place a pilot order. */
export function readyForPilot(d: Decision): void {
  d.start('pilot-match');
  askBuyers(d);
  settlePilots(d);
}

/** What a pilot order waits for. */
export const OF_A_PILOT: readonly DeadlineKind[] = [
  'pilot-confirmation',
  'sample-decision',
  'pilot-delivery',
  'pilot-inspection',
  'lot-decision',
];
export function stopPilotDeadlines(d: Decision, pilotId: string): void {
  d.stopWhere(
    (kind, subject) =>
      OF_A_PILOT.includes(kind) && (subject === pilotId || subject.startsWith(`${pilotId}:`)),
  );
}

/**
 * A failed pilot asks for its root cause; the second failure in total rejects the case (state machine,
 * `rejected_lot`). Once another buyer has qualified the supplier, and while a panel has the case, it is a matter for the
 * office instead.
 */
export function failPilot(d: Decision, pilotId: string): void {
  setPilot(d, pilotId, { phase: 'failed', result: 'fail' });
  stopPilotDeadlines(d, pilotId);
  d.tell('pilot-failed', { pilotId });
  if (d.state.at === 'APPEAL' || YEARS_AFTER.includes(d.state.at))
    return d.raise('pilot-failed-while-qualified', pilotId);
  const failed = Object.values(d.state.pilots).filter((p) => p.phase === 'failed').length;
  const last = failed >= d.facts.scheme.maxFailedPilots;
  // Another buyer decides on an accepted pilot, or the auditor is back on site: the root cause is worked on beside.
  const beside = d.state.at === 'IN_ASSESSMENT' || furthest(d) === 'BUYER_DECISION';
  if (last || !beside) toCorrectiveAction(d);
  openAction(d, `pilot:${pilotId}`, 'major');
  if (last) rejectCase(d, 'timer', 'pilots-failed');
}

const TO_CORRECTIVE_ACTION: Readonly<Record<string, string>> = {
  BUYER_DECISION: 'decline',
  PILOT_READY: 'place_pilot',
  PILOT_RUNNING: 'deliver',
  PILOT_INSPECTION: 'rejected_lot',
  IN_ASSESSMENT: 'join',
  ASSESSMENT_REVIEW: 'conditional',
};

/** From wherever the case stands to corrective action, along the table. */
function toCorrectiveAction(d: Decision): void {
  d.stop('pilot-match');
  d.stop('review');
  d.change({ rejection: undefined });
  d.stop('rejection-confirmation');
  while (d.state.at !== 'CAP_OPEN') d.move(TO_CORRECTIVE_ACTION[d.state.at] ?? 'none');
}
