import { endOfLocalDay } from '../calendar.js';
import type { Decision } from '../decision.js';

/** Credits that count now end on some day, and their items are asked again then: one clock for each such day. */
export function watchCredits(d: Decision): void {
  const inForce = (d.state.audit.credits ?? []).filter((credit) => !credit.ended);
  const ends = new Set(inForce.map(({ until }) => until));
  d.stopWhere((kind, subject) => kind === 'credit-end' && !ends.has(subject));
  for (const until of ends) {
    const running = d.state.deadlines.some((x) => x.kind === 'credit-end' && x.subject === until);
    if (!running) d.start('credit-end', until, { dueAt: endOfLocalDay(until) });
  }
}
