import type { CandidateList, DemandView } from '#contracts';
import type { Candidate, Demand, Grade, Match } from '#domain';

export const DEMAND_COLUMNS = `d.id, d.buyer_id as "buyerId", o.name as "buyerName", d.category, d.hs_lines as "hsLines",
  d.end_markets as "endMarkets", d.monthly_quantity as "monthlyQuantity", d.unit, d.provinces, d.version,
  d.price_usd as "priceUsd", d.created_at as "createdAt", d.closed_at as "closedAt"`;

export interface DemandRow extends Omit<DemandView, 'createdAt' | 'closedAt'>, Pick<Demand, 'category'> {
  readonly category: Demand['category'];
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

export const demandView = (row: DemandRow): DemandView => ({
  id: row.id,
  buyerId: row.buyerId,
  buyerName: row.buyerName,
  category: row.category,
  hsLines: row.hsLines,
  endMarkets: row.endMarkets,
  monthlyQuantity: row.monthlyQuantity,
  unit: row.unit,
  provinces: row.provinces,
  priceUsd: row.priceUsd,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
});

export interface WaitingRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly category: Demand['category'];
  readonly province: string | null;
  readonly grade: Grade | null;
  readonly endMarkets: string[];
  readonly since: string;
  readonly parked: boolean;
  readonly capacity: {
    readonly hsLines?: string[];
    readonly monthlyCapacity?: number;
    readonly capacityUnit?: string;
  } | null;
  /** Of all that wait in the category, also beyond the ones that were read. */
  readonly waiting: number;
}

export const candidateOf = (row: WaitingRow): Candidate => {
  const { hsLines = [], monthlyCapacity, capacityUnit } = row.capacity ?? {};
  return {
    ...{ category: row.category, hsLines, endMarkets: row.endMarkets },
    ...(monthlyCapacity !== undefined && { monthlyCapacity }),
    ...(capacityUnit !== undefined && { capacityUnit }),
    ...(row.province !== null && { province: row.province }),
    ...(row.grade !== null && { grade: row.grade }),
  };
};

export const candidateView = (row: WaitingRow, match: Match): CandidateList['items'][number] => ({
  qualificationId: row.id,
  caseNumber: row.caseNumber,
  supplierId: row.supplierId,
  supplierName: row.supplierName,
  ...(row.province !== null && { province: row.province }),
  waitingSince: row.since,
  parked: row.parked,
  rank: match.rank,
  reasons: [...match.reasons],
});
