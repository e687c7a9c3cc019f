import type { CaseState } from '../case-state.js';
import type { Decision } from '../decision.js';
import { paperOf, type Facts, type LotInspection } from '../facts.js';
import { pilotResult } from '../otif-pilot.js';
import { inspectionPaper } from '../papers.js';
import { deliveryLine } from '../pilot-figures.js';
import { refuse } from '../refusals.js';
import { seedOf } from '../sample-pick.js';
import { judgeLot } from '../sampling.js';
import {
  deliverable,
  isDeliverable,
  lotIn,
  lotOf,
  lotsIn,
  lotsToDeliver,
  planOf,
  samplesMissing,
  UNDER_WAY,
  wholeQuantity,
} from './pilot-lookup.js';
import { askBuyers, failPilot, setLot, setPilot, settlePilots, stopPilotDeadlines } from './pilots.js';
import { firstOf, switchInspection, tighten } from './lot-inspections.js';
import type { Rules } from './rule.js';
import { suspendForRejectedLots } from './suspension.js';

const inspectionOf = (state: CaseState, facts: Facts, command: { pilotId: string; lot: number }) => {
  const lot = lotOf(state, command);
  if (!lot) return undefined;
  const found = paperOf(facts, inspectionPaper(command.pilotId, lot.lot, lot.reworked))['result'];
  if (!found) return undefined;
  const inspection = found as LotInspection;
  const plan = planOf(state, lot);
  return { inspection, judged: judgeLot({ lotSize: lot.quantity ?? lot.size, plan, ...inspection }) };
};

export const lotRules: Rules<'deliver-lot' | 'judge-lot' | 'request-rework' | 'reject-lot'> = {
  'deliver-lot': {
    by: ['supplier', 'buyer-requester'],
    onBehalf: true,
    in: UNDER_WAY,
    subjects: lotsToDeliver,
    check: (state, command, actor) =>
      deliverable(state, command, actor) ??
      samplesMissing(state.pilots[command.pilotId]) ??
      wholeQuantity(command.quantity),
    apply: (d, command) => {
      const { pilotId, lot, quantity } = command;
      const before = lotOf(d.state, command);
      const inspected = before?.phase === 'accepted';
      const seed = seedOf(pilotId, lot, d.now);
      setLot(d, pilotId, lot, {
        quantity,
        deliveredAt: before?.deliveredAt ?? d.now,
        ...(!inspected && { phase: 'awaiting-inspection', seed }),
      });
      setPilot(d, pilotId, { phase: 'inspection' });
      const { lots = [] } = d.state.pilots[pilotId] ?? {};
      if (lots.every((l) => l.deliveredAt && !isDeliverable(l))) d.stop('pilot-delivery', pilotId);
      d.tell('lot-delivered', { pilotId, lot, quantity, ...(!inspected && { seed }) });
      if (inspected) return closePilotWhenDone(d, pilotId);
      d.start('pilot-inspection', `${pilotId}:${lot}`);
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
        ...firstOf(d, command, seen?.inspection, accepted),
      });
      d.tell('lot-judged', { pilotId: command.pilotId, lot: command.lot, accepted });
      if (!accepted) d.start('lot-decision', `${command.pilotId}:${command.lot}`);
      if (switchInspection(d, command.pilotId)) closePilotWhenDone(d, command.pilotId);
      if (!accepted) suspendForRejectedLots(d);
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
      tighten(d, pilotId, lot, 'tightened');
      // What was received goes back: neither that receipt nor that draw is about what comes next.
      const anew = { receipt: undefined, seed: undefined, inspectionOn: undefined };
      setLot(d, pilotId, lot, { phase: 'awaiting-delivery', reworked: true, ...anew });
      const inspecting = d.state.pilots[pilotId]?.lots.some((l) =>
        ['ready', 'awaiting-inspection', 'rejected'].includes(l.phase),
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
};

/** With every lot accepted and delivered the pilot has a result: on to the buyer's decision, or a failed pilot after all. */
function closePilotWhenDone(d: Decision, pilotId: string): void {
  const pilot = d.state.pilots[pilotId];
  if (!pilot || pilot.lots.some((l) => l.phase !== 'accepted' || !l.deliveredAt)) return;
  const { result } = pilotResult({
    documentsRight: pilot.lots.every((l) => l.documentsRight !== false),
    lots: pilot.lots.map((lot) => deliveryLine(pilot, lot)),
  });
  if (result === 'fail') return failPilot(d, pilotId);
  setPilot(d, pilotId, { phase: 'accepted', result });
  stopPilotDeadlines(d, pilotId);
  d.tell('pilot-accepted', { pilotId, result });
  askBuyers(d);
  settlePilots(d);
}
