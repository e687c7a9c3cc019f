import { OPEN_PILOT, type LotPhase, type Pilot } from './case-state.js';

/** Where a pilot order stands on its buyer's board, in the order in which it goes from one to the next. */
export const BOARD_COLUMNS = ['placed', 'confirmed', 'in-production', 'to-inspect', 'done'] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/** Goods that wait for an inspector, at the supplier's or where they were delivered. */
const WAITS_FOR_INSPECTOR: readonly LotPhase[] = ['ready', 'awaiting-inspection'];

/**
 * The column of an order. As soon as one lot waits for an inspector there is something to do for the buyer, whatever the
 * others do; what is accepted, failed or cancelled is done.
 */
export function boardColumn({ phase, lots, productionStartedAt }: Pilot): BoardColumn {
  if (!OPEN_PILOT.includes(phase)) return 'done';
  if (phase === 'placed') return 'placed';
  if (lots.some((lot) => WAITS_FOR_INSPECTOR.includes(lot.phase))) return 'to-inspect';
  return productionStartedAt === undefined ? 'confirmed' : 'in-production';
}
