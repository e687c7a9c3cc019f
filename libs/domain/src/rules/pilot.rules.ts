import { type Actor } from '../actors.js';
import { endOfLocalDay } from '../calendar.js';
import type { CaseState, Pilot, PilotLot } from '../case-state.js';
import { pilotResult } from '../otif-pilot.js';
import { paperOf, type Facts, type LotInspection, type PilotTerms } from '../facts.js';
import { hasOpenPilot, inspectionPaper, pilotOrderPaper } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { judgeLot, lotPlan } from '../sampling.js';
import { PILOT_STATES, QUALIFIED_STATES, type CaseStateName } from '../states.js';
import { independent } from './corrective-actions.js';
import { askBuyers, failPilot, setLot, setPilot, settlePilots, stopPilotDeadlines } from './pilots.js';
import type { Decision } from '../decision.js';
import { buyerOf, type Rules } from './rule.js';

/** A pilot that is under way goes on whatever the case itself does beside it. */
const UNDER_WAY: readonly CaseStateName[] = [
  ...PILOT_STATES,
  'IN_ASSESSMENT',
  'ASSESSMENT_REVIEW',
  'CAP_OPEN',
  ...QUALIFIED_STATES,
];

const terms = (facts: Facts, buyerId: string): PilotTerms | undefined =>
  paperOf(facts, pilotOrderPaper(buyerId))['terms'] as PilotTerms | undefined;

const theirs = (pilot: Pilot | undefined, actor: Actor): boolean =>
  !!pilot &&
  (actor.kind === 'system' || actor.organisationKind !== 'buyer' || actor.organisationId === pilot.buyerId);

const pilotIn =
  (...phases: Pilot['phase'][]) =>
  (state: CaseState, command: { pilotId: string }, actor: Actor): Refusal | undefined => {
    const pilot = state.pilots[command.pilotId];
    if (!theirs(pilot, actor)) return refuse('pilot-unknown', [command.pilotId]);
    return pilot && phases.includes(pilot.phase) ? undefined : refuse('stage-does-not-allow');
  };
const lotIn =
  (...phases: PilotLot['phase'][]) =>
  (state: CaseState, command: { pilotId: string; lot: number }, actor: Actor): Refusal | undefined => {
    const pilot = state.pilots[command.pilotId];
    if (!theirs(pilot, actor)) return refuse('pilot-unknown', [command.pilotId]);
    if (!pilot || !['running', 'inspection'].includes(pilot.phase)) return refuse('stage-does-not-allow');
    const lot = pilot.lots.find((l) => l.lot === command.lot);
    if (!lot) return refuse('lot-unknown', [String(command.lot)]);
    return phases.includes(lot.phase) ? undefined : refuse('lot-not-awaiting', [String(command.lot)]);
  };
const pilotsIn = (state: CaseState, actor: Actor, ...phases: Pilot['phase'][]) =>
  Object.entries(state.pilots)
    .filter(([, p]) => phases.includes(p.phase) && theirs(p, actor))
    .map(([pilotId]) => ({ pilotId }));
const lotsIn = (state: CaseState, actor: Actor, phase: PilotLot['phase']) =>
  pilotsIn(state, actor, 'running', 'inspection').flatMap(({ pilotId }) =>
    (state.pilots[pilotId]?.lots ?? [])
      .filter((l) => l.phase === phase)
      .map((l) => ({ pilotId, lot: l.lot })),
  );
const lotOf = (state: CaseState, command: { pilotId: string; lot: number }): PilotLot | undefined =>
  state.pilots[command.pilotId]?.lots.find((l) => l.lot === command.lot);
const inspectionOf = (state: CaseState, facts: Facts, command: { pilotId: string; lot: number }) => {
  const lot = lotOf(state, command);
  if (!lot) return undefined;
  const found = paperOf(facts, inspectionPaper(command.pilotId, lot.lot, lot.reworked))['result'];
  if (!found) return undefined;
  const inspection = found as LotInspection;
  const plan = lotPlan(state.category, lot.size, lot.inspection);
  return { inspection, judged: judgeLot({ lotSize: lot.quantity ?? lot.size, plan, ...inspection }) };
};

export const pilotRules: Rules<
  | 'place-pilot'
  | 'confirm-pilot'
  | 'deliver-lot'
  | 'judge-lot'
  | 'request-rework'
  | 'reject-lot'
  | 'cancel-pilot'
> = {
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
    blockers: (_state, _command, facts, actor, now) => {
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
  'deliver-lot': {
    by: ['supplier', 'buyer-requester'],
    onBehalf: true,
    in: UNDER_WAY,
    subjects: (state, actor) => lotsIn(state, actor, 'awaiting-delivery'),
    check: (state, command, actor) =>
      lotIn('awaiting-delivery')(state, command, actor) ??
      (command.quantity === undefined || (Number.isInteger(command.quantity) && command.quantity > 0)
        ? undefined
        : refuse('not-applicable-here', ['quantity'])),
    apply: (d, command) => {
      const { pilotId, lot, quantity } = command;
      const before = lotOf(d.state, command);
      setLot(d, pilotId, lot, {
        phase: 'awaiting-inspection',
        quantity,
        ...(!before?.reworked && { deliveredAt: d.now }),
      });
      const all = d.state.pilots[pilotId]?.lots.every((l) => l.phase !== 'awaiting-delivery');
      setPilot(d, pilotId, { phase: 'inspection' });
      if (all) d.stop('pilot-delivery', pilotId);
      d.start('pilot-inspection', `${pilotId}:${lot}`);
      d.tell('lot-delivered', { pilotId, lot, quantity });
      settlePilots(d);
    },
  },
  'judge-lot': {
    by: ['inspector'],
    in: UNDER_WAY,
    subjects: (state, actor) => lotsIn(state, actor, 'awaiting-inspection'),
    check: lotIn('awaiting-inspection'),
    reliesOn: (state, command) => [
      inspectionPaper(command.pilotId, command.lot, lotOf(state, command)?.reworked ?? false),
    ],
    blockers: (state, command, facts) => {
      const seen = inspectionOf(state, facts, command);
      const enough = seen && seen.judged.verdict !== 'insufficient-sample';
      return enough ? [] : [refuse('inspection-incomplete', [String(command.lot)])];
    },
    apply: (d, command) => {
      const seen = inspectionOf(d.state, d.facts, command);
      const accepted = seen?.judged.verdict === 'accepted';
      const criticalDefects =
        (lotOf(d.state, command)?.criticalDefects ?? 0) + (seen?.inspection.found.critical ?? 0);
      d.stop('pilot-inspection', `${command.pilotId}:${command.lot}`);
      setLot(d, command.pilotId, command.lot, {
        phase: accepted ? 'accepted' : 'rejected',
        documentsRight: command.documentsRight,
        criticalDefects,
      });
      d.tell('lot-judged', { pilotId: command.pilotId, lot: command.lot, accepted });
      if (!accepted) d.start('lot-decision', `${command.pilotId}:${command.lot}`);
      closePilotWhenDone(d, command.pilotId);
    },
  },
  'request-rework': {
    by: ['buyer-requester'],
    in: UNDER_WAY,
    subjects: (state, actor) => lotsIn(state, actor, 'rejected'),
    check: (state, command, actor) =>
      lotIn('rejected')(state, command, actor) ??
      (lotOf(state, command)?.reworked ? refuse('rework-used', [String(command.lot)]) : undefined),
    apply: (d, command) => {
      const { pilotId, lot } = command;
      d.stop('lot-decision', `${pilotId}:${lot}`);
      setLot(d, pilotId, lot, { phase: 'awaiting-delivery', inspection: 'tightened', reworked: true });
      const inspecting = d.state.pilots[pilotId]?.lots.some((l) =>
        ['awaiting-inspection', 'rejected'].includes(l.phase),
      );
      setPilot(d, pilotId, { phase: inspecting ? 'inspection' : 'running' });
      d.start('pilot-delivery', pilotId);
      d.tell('rework-requested', { pilotId, lot });
      settlePilots(d);
    },
  },
  'reject-lot': {
    by: ['buyer-requester'],
    in: UNDER_WAY,
    subjects: (state, actor) => lotsIn(state, actor, 'rejected'),
    check: lotIn('rejected'),
    apply: (d, command) => failPilot(d, command.pilotId),
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

/** With every lot accepted the pilot has a result: on to the buyer's decision, or a failed pilot after all. */
function closePilotWhenDone(d: Decision, pilotId: string): void {
  const pilot = d.state.pilots[pilotId];
  if (!pilot || pilot.lots.some((l) => l.phase !== 'accepted')) return;
  const { result } = pilotResult({
    documentsRight: pilot.lots.every((l) => l.documentsRight !== false),
    lots: pilot.lots.map((l) => ({
      dueAt: pilot.dueAt,
      criticalDefects: l.criticalDefects,
      ordered: l.size,
      delivered: l.quantity ?? 0,
      deliveredAt: l.deliveredAt ?? d.now,
      accepted: true,
      reworked: l.reworked,
    })),
  });
  if (result === 'fail') return failPilot(d, pilotId);
  setPilot(d, pilotId, { phase: 'accepted', result });
  stopPilotDeadlines(d, pilotId);
  d.tell('pilot-accepted', { pilotId, result });
  askBuyers(d);
  settlePilots(d);
}
