import { endOfLocalDay } from '../calendar.js';
import { OPEN_PILOT, type Pilot, type PilotLot } from '../case-state.js';
import { consentInForce } from '../consent.js';
import type { Decision } from '../decision.js';
import { paperOf, type Facts, type PilotTerms } from '../facts.js';
import { hasOpenPilot, pilotOrderPaper } from '../papers.js';
import { freezeTerms } from '../pilot-terms.js';
import { aqlOf } from '../reference/scheme-defaults.js';
import { refuse } from '../refusals.js';
import { lotPlan } from '../sampling.js';
import { PILOT_STATES } from '../states.js';
import { runsOf, switchedInspection } from '../switching.js';
import { independent } from './corrective-actions.js';
import { pilotIn, pilotsIn, UNDER_WAY } from './pilot-lookup.js';
import { setPilot, settlePilots, stopPilotDeadlines } from './pilots.js';
import { buyerOf, type Rules } from './rule.js';

const terms = (facts: Facts, buyerId: string): PilotTerms | undefined =>
  paperOf(facts, pilotOrderPaper(buyerId))['terms'] as PilotTerms | undefined;

/** After a failed pilot the next is tightened (domain 5); else lots go on as they stand between these two. */
function beginsOn(d: Decision): Pick<Pilot, 'inspection' | 'inspectionReason'> {
  if (Object.values(d.state.pilots).some((p) => p.phase === 'failed'))
    return { inspection: 'tightened', inspectionReason: 'pilot-failed' };
  const { inspection, reason } = switchedInspection(runsOf(d.state, d.hand.organisationId));
  if (inspection === 'normal') return { inspection };
  return { inspection: 'tightened', ...(reason && { inspectionReason: reason }) };
}

/** The order with everything frozen that it will be judged by. */
function orderOf(d: Decision, order: PilotTerms): Pilot {
  const frozen = freezeTerms(order, aqlOf(d.facts.scheme, d.state.category));
  const begins = beginsOn(d);
  const { inspection = 'normal' } = begins;
  const lots = order.lots.map(({ lot, size }): PilotLot => ({
    ...{ lot, size, phase: 'awaiting-delivery', inspection, reworked: false, criticalDefects: 0 },
    plan: lotPlan(d.state.category, size, inspection, frozen.aql),
  }));
  const awaited = { phase: 'awaited', evidence: [], rounds: 0 } as const;
  const samples = Object.fromEntries(frozen.samples.map((kind) => [kind, awaited]));
  return {
    ...{ buyerId: d.hand.organisationId, phase: 'placed', placedBy: d.hand, placedAt: d.now },
    ...{ dueAt: endOfLocalDay(order.deliveryBy), lots, terms: frozen },
    ...begins,
    ...(frozen.samples.length > 0 && { samples }),
  };
}

export const pilotRules: Rules<'place-pilot' | 'confirm-pilot' | 'cancel-pilot'> = {
  'place-pilot': {
    by: ['buyer-requester'],
    in: PILOT_STATES,
    check: (state, command, actor) => {
      if (!state.consents.includes(buyerOf(actor))) return refuse('access-consent-missing');
      if (hasOpenPilot(state, buyerOf(actor))) return refuse('pilot-open');
      if (command.pilotId in state.pilots) return refuse('not-applicable-here', [command.pilotId]);
      return independent(state, actor);
    },
    reliesOn: (_state, _command, actor) => [pilotOrderPaper(buyerOf(actor))],
    blockers: (state, _command, facts, actor, now) => {
      if (!consentInForce(state, buyerOf(actor), now)) return [refuse('access-consent-missing')];
      const order = terms(facts, buyerOf(actor));
      if (!order || order.lots.length === 0) return [refuse('pilot-terms-missing')];
      return endOfLocalDay(order.deliveryBy) > now ? [] : [refuse('date-out-of-range', ['deliveryBy'])];
    },
    apply: (d, command) => {
      const order = terms(d.facts, d.hand.organisationId);
      if (!order) return;
      const pilot = orderOf(d, order);
      d.change({ pilots: { ...d.state.pilots, [command.pilotId]: pilot } });
      d.start('pilot-confirmation', command.pilotId);
      const { inspection = 'normal', inspectionReason: reason } = pilot;
      d.tell('pilot-placed', {
        pilotId: command.pilotId,
        buyerId: pilot.buyerId,
        lots: pilot.lots.length,
        inspection,
        ...(reason && { reason }),
      });
      settlePilots(d);
    },
  },
  'confirm-pilot': {
    by: ['supplier'],
    onBehalf: true,
    in: UNDER_WAY,
    subjects: (state, actor) => pilotsIn(state, actor, 'placed'),
    check: pilotIn('placed'),
    apply: (d, command) => {
      setPilot(d, command.pilotId, { phase: 'running', confirmedAt: d.now });
      d.stop('pilot-confirmation', command.pilotId);
      d.start('pilot-delivery', command.pilotId, { dueAt: d.state.pilots[command.pilotId]?.dueAt });
      d.tell('pilot-confirmed', { pilotId: command.pilotId });
    },
  },
  'cancel-pilot': {
    by: ['buyer-requester'],
    in: UNDER_WAY,
    subjects: (state, actor) => pilotsIn(state, actor, ...OPEN_PILOT),
    check: pilotIn(...OPEN_PILOT),
    apply: (d, command) => {
      const cancelled = { at: d.now, reason: command.reason };
      setPilot(d, command.pilotId, { phase: 'cancelled', cancelled });
      stopPilotDeadlines(d, command.pilotId);
      d.tell('pilot-cancelled', { pilotId: command.pilotId, reason: command.reason });
      settlePilots(d);
    },
  },
};
