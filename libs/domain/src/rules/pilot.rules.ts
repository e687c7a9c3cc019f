import { endOfLocalDay } from '../calendar.js';
import type { Pilot, PilotLot } from '../case-state.js';
import { consentInForce } from '../consent.js';
import { paperOf, type Facts, type PilotTerms } from '../facts.js';
import { hasOpenPilot, pilotOrderPaper } from '../papers.js';
import { refuse } from '../refusals.js';
import { PILOT_STATES } from '../states.js';
import { independent } from './corrective-actions.js';
import { pilotIn, pilotsIn, UNDER_WAY } from './pilot-lookup.js';
import { setPilot, settlePilots, stopPilotDeadlines } from './pilots.js';
import { buyerOf, type Rules } from './rule.js';

const terms = (facts: Facts, buyerId: string): PilotTerms | undefined =>
  paperOf(facts, pilotOrderPaper(buyerId))['terms'] as PilotTerms | undefined;

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
      const failedBefore = Object.values(d.state.pilots).some((p) => p.phase === 'failed');
      const inspection = failedBefore ? 'tightened' : 'normal';
      const lots = order.lots.map((l): PilotLot => ({
        lot: l.lot,
        size: l.size,
        phase: 'awaiting-delivery',
        inspection,
        reworked: false,
        criticalDefects: 0,
      }));
      const pilot: Pilot = {
        buyerId: d.hand.organisationId,
        phase: 'placed',
        placedBy: d.hand,
        dueAt: endOfLocalDay(order.deliveryBy),
        lots,
      };
      d.change({ pilots: { ...d.state.pilots, [command.pilotId]: pilot } });
      d.start('pilot-confirmation', command.pilotId);
      d.tell('pilot-placed', { pilotId: command.pilotId, buyerId: pilot.buyerId, lots: lots.length });
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
    subjects: (state, actor) => pilotsIn(state, actor, 'placed', 'running', 'inspection'),
    check: pilotIn('placed', 'running', 'inspection'),
    apply: (d, command) => {
      setPilot(d, command.pilotId, { phase: 'cancelled' });
      stopPilotDeadlines(d, command.pilotId);
      d.tell('pilot-cancelled', { pilotId: command.pilotId, reason: command.reason });
      settlePilots(d);
    },
  },
};
