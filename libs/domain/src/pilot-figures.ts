import { addDays, addHours, endOfLocalDay } from './calendar.js';
import type { Pilot, PilotLot } from './case-state.js';
import { firstPassYield, leadTimeDays, otif, ppm, wilson95, type DeliveryLine } from './otif.js';
import type { PilotLotOutcome } from './otif-pilot.js';

/**
 * A lot as the delivery figures see it. What the buyer counted at the receipt outweighs what the supplier declared; the
 * day of the receipt is the day of delivery only where the supplier brings the goods (DAP): elsewhere the buyer fetches
 * them. A lot that was reworked came when it came first.
 */
export function deliveryLine(pilot: Pilot, lot: PilotLot): PilotLotOutcome {
  const { terms, dueAt } = pilot;
  const brought = terms?.incoterm === 'DAP' && !lot.reworked;
  const received = brought && lot.receipt ? endOfLocalDay(lot.receipt.on) : undefined;
  const deliveredAt = received ?? lot.deliveredAt;
  return {
    ordered: lot.size,
    delivered: lot.receipt?.quantity ?? lot.quantity ?? 0,
    ...(terms?.earlyDays !== undefined && { notBefore: addDays(dueAt, -terms.earlyDays) }),
    dueAt,
    ...(deliveredAt && { deliveredAt }),
    accepted: lot.phase === 'accepted',
    reworked: lot.reworked,
    criticalDefects: lot.criticalDefects,
  };
}

/** What first inspections found, with the sample it rests on. */
export interface DefectFigures {
  /** Units inspected. */
  readonly sample: number;
  readonly defective: number;
  /** Defective units by units inspected, 0 to 1, with its 95 % interval by Wilson. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** Defective units per million, of this sample: say so where it is shown. */
  readonly ppm: number;
}
/** The figures of one pilot order (domain 5, metrics). Shares are 0 to 1; what nothing is known of yet is absent. */
export interface PilotFigures {
  readonly lots: number;
  readonly otif?: number;
  readonly firstPassYield?: number;
  readonly defects?: DefectFigures;
  /** Local days from the supplier's confirmation to the last receipt. */
  readonly leadTimeDays?: number;
  /** From the order to its confirmation, half-up to a tenth. */
  readonly responseHours?: number;
  /** Lots of which more or less came than the order allows; only where its terms are known. */
  readonly outsideTolerance?: number;
  readonly claims: { readonly lots: number; readonly units: number; readonly usd: number };
}

function defects(lots: readonly PilotLot[]): DefectFigures | undefined {
  const seen = lots.flatMap(({ first }) => (first ? [first] : []));
  const sample = seen.reduce((sum, { inspected }) => sum + inspected, 0);
  if (sample === 0) return undefined;
  const defective = seen.reduce((sum, one) => sum + one.defective, 0);
  const rate = defective / sample;
  return { sample, defective, rate, ...wilson95(defective, sample), ppm: ppm(defective, sample) ?? 0 };
}

const outsideTolerance = (lines: readonly DeliveryLine[], percent: number): number =>
  lines.filter((line) => Math.abs(line.delivered - line.ordered) * 100 > line.ordered * percent).length;

/** When the last lot was received, once all were. */
function receivedAt({ lots }: Pilot): string | undefined {
  const days = lots.flatMap(({ receipt }) => (receipt ? [receipt.on] : []));
  const last = [...days].sort().at(-1);
  return last !== undefined && days.length === lots.length ? endOfLocalDay(last) : undefined;
}

const hoursBetween = (from: string, to: string): number => {
  const hours = (Date.parse(to) - Date.parse(from)) / (Date.parse(addHours(from, 1)) - Date.parse(from));
  return Math.round(hours * 10) / 10;
};

/**
 * The figures of a pilot order, of the lots that were judged so far. One that its buyer cancelled has none: it says
 * nothing about the supplier.
 */
export function pilotFigures(pilot: Pilot): PilotFigures | undefined {
  if (pilot.phase === 'cancelled') return undefined;
  const judged = pilot.lots.filter((lot) => lot.first !== undefined || lot.phase === 'accepted');
  const lines = judged
    .map((lot) => deliveryLine(pilot, lot))
    .filter((line) => line.deliveredAt !== undefined);
  const [onTimeInFull, firstPass] = [otif(lines), firstPassYield(judged.map(firstPassOf))];
  const found = defects(judged);
  const received = receivedAt(pilot);
  const { placedAt, confirmedAt } = pilot;
  const claims = pilot.lots.flatMap(({ receipt }) => (receipt?.claim ? [receipt.claim] : []));
  return {
    lots: judged.length,
    ...(onTimeInFull !== undefined && { otif: onTimeInFull }),
    ...(firstPass !== undefined && { firstPassYield: firstPass }),
    ...(found && { defects: found }),
    ...(confirmedAt && received && { leadTimeDays: leadTimeDays(confirmedAt, received) }),
    ...(placedAt && confirmedAt && { responseHours: hoursBetween(placedAt, confirmedAt) }),
    ...(pilot.terms && { outsideTolerance: outsideTolerance(lines, pilot.terms.tolerancePercent) }),
    claims: {
      lots: claims.length,
      units: claims.reduce((sum, { units }) => sum + units, 0),
      usd: claims.reduce((sum, { usd }) => sum + usd, 0),
    },
  };
}

const firstPassOf = (lot: PilotLot) => ({
  accepted: lot.first?.accepted ?? lot.phase === 'accepted',
  reworked: lot.reworked,
});
