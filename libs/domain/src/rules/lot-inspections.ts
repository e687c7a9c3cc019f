import type { FirstInspection, PilotLot } from '../case-state.js';
import type { Decision } from '../decision.js';
import type { LotInspection } from '../facts.js';
import { lotPlan } from '../sampling.js';
import { runsOf, switchedInspection } from '../switching.js';
import { lotOf } from './pilot-lookup.js';
import { failPilot, setLot } from './pilots.js';

const defectiveUnits = ({ inspected, found, defectiveUnits: counted }: LotInspection): number =>
  Math.min(inspected, counted ?? found.critical + found.major + found.minor);

/** What a first inspection leaves on its lot; a second one, after rework, leaves it as it is. */
export function firstOf(
  d: Decision,
  command: { readonly pilotId: string; readonly lot: number },
  result: LotInspection | undefined,
  accepted: boolean,
): { readonly first?: FirstInspection } {
  const lot = lotOf(d.state, command);
  if (!lot || !result || lot.reworked) return {};
  const { inspected } = result;
  const defective = defectiveUnits(result);
  return { first: { at: d.now, inspection: lot.inspection, accepted, inspected, defective } };
}

/** Inspect a lot more or less strictly: its plan is made anew from the frozen levels. */
export function tighten(
  d: Decision,
  pilotId: string,
  lotNumber: number,
  inspection: PilotLot['inspection'],
): void {
  const lot = lotOf(d.state, { pilotId, lot: lotNumber });
  if (!lot) return;
  const aql = d.state.pilots[pilotId]?.terms?.aql;
  setLot(d, pilotId, lotNumber, {
    inspection,
    plan: lotPlan(d.state.category, lot.size, inspection, aql),
  });
}

/**
 * Apply the switching rules to the lots that are still to come, after one was judged.
 * @returns false when they end the pilot: no further lot is worth inspecting before its root cause is corrected
 */
export function switchInspection(d: Decision, pilotId: string): boolean {
  const pilot = d.state.pilots[pilotId];
  if (!pilot) return true;
  const { inspection, reason } = switchedInspection(runsOf(d.state, pilot.buyerId));
  if (inspection === 'discontinued') {
    d.tell('inspection-discontinued', { pilotId, ...(reason && { reason }) });
    failPilot(d, pilotId);
    return false;
  }
  const lots = pilot.lots.filter(
    (lot) => lot.phase === 'awaiting-delivery' && !lot.reworked && lot.inspection !== inspection,
  );
  for (const { lot } of lots) tighten(d, pilotId, lot, inspection);
  if (lots.length > 0 && reason)
    d.tell('inspection-switched', { pilotId, inspection, reason, lots: lots.map((l) => String(l.lot)) });
  return true;
}
