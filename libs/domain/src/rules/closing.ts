import { OPEN_PILOT } from '../case-state.js';
import type { Decision } from '../decision.js';
import type { RejectedFor, RevokedFor, WithdrawnFor } from '../event-data.js';
import { childUnsafe } from '../safeguarding.js';

const APPROVAL_OVER: readonly string[] = ['declined', 'expired'];

/**
 * Nothing of the case waits any more: no deadline, no claim, no open pilot or approval. Only a child may. Consents end
 * too, since nobody could take them back from a case that is over; whoever ordered or decided stays party for that.
 */
export function endEverything(d: Decision): void {
  const { pilots, approvals, checks, consents, deadlines } = d.state;
  d.change({
    consents: [],
    // Nobody would take the result of a check that still runs.
    checks: Object.fromEntries(Object.entries(checks).filter(([, check]) => check.verdict !== 'PENDING')),
    deadlines: deadlines.filter(({ kind }) => kind === 'safeguarding'),
    claims: {},
    matters: [],
    rejection: undefined,
    pilots: Object.fromEntries(
      Object.entries(pilots).map(([id, p]) => [
        id,
        OPEN_PILOT.includes(p.phase) ? { ...p, phase: 'cancelled' as const } : p,
      ]),
    ),
    approvals: Object.fromEntries(
      Object.entries(approvals).map(([id, a]) => [
        id,
        APPROVAL_OVER.includes(a.phase) ? a : { ...a, phase: 'ended' as const },
      ]),
    ),
  });
  for (const buyerId of consents) d.tell('consent-ended', { buyerId });
}

/** Nothing is left to wait for. Of a child that is not safe the office goes on to hear, and nobody else. */
export function endCase(d: Decision): void {
  const { safeguarding, seq } = d.state;
  if (!safeguarding || !childUnsafe(d.state)) return d.change({ over: true });
  d.change({ safeguarding: { ...safeguarding, ended: { seq: seq + 1, caseTime: d.now } } });
}

/** A rejected or revoked case is over when neither its appeal window nor its cooling-off runs any more. */
export function settleRejection(d: Decision): void {
  const waits = d.state.deadlines.some(({ kind }) => kind === 'appeal-window' || kind === 'cooling-off');
  if (!waits) endCase(d);
}

/** Reject the case. It stays for the appeal window and the cooling-off, and ends after them. */
export function rejectCase(d: Decision, event: string, reason: RejectedFor): void {
  d.move(event);
  endEverything(d);
  d.change({ closedReason: reason });
  d.start('appeal-window');
  d.start('cooling-off');
  d.tell('qualification-rejected', { reason });
}

/**
 * Take a qualification away for cause. Every approval goes with it, pilots that are under way are cancelled, and the
 * supplier may appeal; the cause says how long it must wait to apply again (state machine, `reapply`).
 */
export function revokeCase(d: Decision, cause: RevokedFor): void {
  const { pilots, approvals } = d.state;
  d.move('timer/decision');
  for (const [pilotId, { phase }] of Object.entries(pilots))
    if (OPEN_PILOT.includes(phase)) d.tell('pilot-cancelled', { pilotId, reason: 'qualification-revoked' });
  for (const [buyerId, { phase }] of Object.entries(approvals))
    if (!APPROVAL_OVER.includes(phase)) d.tell('approval-withdrawn', { buyerId });
  endEverything(d);
  d.change({ closedReason: cause });
  d.start('appeal-window');
  d.tell('qualification-revoked', { cause });
}

/** The supplier leaves, or its time to answer ran out. */
export function withdrawCase(d: Decision, event: 'withdraw' | 'timer', reason: WithdrawnFor): void {
  // Whoever leaves in the midst of an appeal leaves behind why the case had been closed.
  const before = d.state.appeal && d.state.closedReason;
  d.move(event);
  endEverything(d);
  d.change({ closedReason: before ?? reason });
  endCase(d);
  d.tell('qualification-withdrawn', { reason });
}

/** Time ran out: an idle draft, or the last day of a qualification. */
export function lapseCase(d: Decision, event: 'timer' | 'lapse'): void {
  d.move(event);
  endEverything(d);
  d.change({ closedReason: 'time-ran-out' });
  endCase(d);
  d.tell('qualification-lapsed');
}
