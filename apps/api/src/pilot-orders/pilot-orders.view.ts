import {
  boardColumn,
  pilotFigures,
  planOf,
  samplePick,
  type CaseRelation,
  type CaseState,
  type Pilot,
  type PilotLot,
} from '#domain';
import type { CaseRow } from '#persistence';

/** Other buyers' orders are not there for a buyer. */
export const seesAllPilots = (relations: readonly CaseRelation[]): boolean =>
  relations.some((relation) => relation === 'supplier' || relation === 'programme-office');

/** One order with its frozen terms, each lot with the plan it is judged by, and what it comes to in figures. */
export function pilotOrderView(state: CaseState, id: string, pilot: Pilot) {
  const figures = pilotFigures(pilot);
  return {
    id,
    ...pilot,
    lots: pilot.lots.map((lot) => ({ ...lot, plan: planOf(state, lot) })),
    ...(figures && { figures }),
  };
}

/** The draw of a lot; nothing before there is a seed. The first `n` units drawn are the sample of a class. */
export function lotSample(state: CaseState, lot: PilotLot) {
  if (!lot.seed) return undefined;
  const { major, minor } = planOf(state, lot);
  const lotSize = lot.quantity ?? lot.size;
  return {
    ...{ seed: lot.seed, lotSize, units: samplePick(lotSize, Math.max(major.n, minor.n), lot.seed) },
    classes: { major: Math.min(major.n, lotSize), minor: Math.min(minor.n, lotSize) },
  };
}

/** An order on the board of its buyer: where it stands, and in which case. */
export interface BoardRow extends CaseRow {
  readonly pilotId: string;
  readonly dueAt: Date;
}

export function boardOrderView({ id, caseNumber, state, supplierName, siteName, pilotId }: BoardRow) {
  const pilot = state.pilots[pilotId];
  if (!pilot) throw new Error(`case ${id} has no pilot order ${pilotId}`);
  return {
    ...{ qualificationId: id, caseNumber, category: state.category },
    supplier: { id: state.supplierId, name: supplierName },
    site: { id: state.siteId, name: siteName },
    board: boardColumn(pilot),
    order: pilotOrderView(state, pilotId, pilot),
  };
}
