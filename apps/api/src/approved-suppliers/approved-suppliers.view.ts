import type { ApprovedSupplierView } from '#contracts';
import {
  deliveredIn,
  mayOrder,
  standingOf,
  watchReasons,
  type ApprovalRecord,
  type ApprovalScope,
  type DeliveryRecord,
  type InputCategory,
  type MonthlyScore,
} from '#domain';

/** An approval with what the buyer wrote under it. */
export interface ApprovedRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly siteId: string;
  readonly siteName: string | null;
  readonly category: InputCategory;
  readonly record: ApprovalRecord;
  readonly endsAt: Date;
  readonly externalId: string | null;
  readonly asOf: Date;
  /** In which the limits of a month count, `YYYY-MM`. */
  readonly month: string;
  readonly scope: ApprovalScope | null;
  readonly months: readonly MonthlyScore[];
  readonly deliveries: readonly DeliveryRecord[];
  readonly watchedSince: Date | null;
}

const scopeView = ({ hsLines, endMarkets, conditions, siteIds, ...limits }: ApprovalScope) => ({
  ...{ hsLines: [...hsLines], endMarkets: [...endMarkets], conditions: [...conditions] },
  ...(siteIds && { siteIds: [...siteIds] }),
  ...limits,
});

/** One approved supplier: what the approval is worth now, what is left of it, and why to look at it. */
export function approvedSupplierView(row: ApprovedRow): ApprovedSupplierView {
  const { record, scope, siteId, month, months } = row;
  const now = row.asOf.toISOString();
  const status = standingOf(record, now);
  const delivered = deliveredIn(month, row.deliveries);
  const { left } = mayOrder({ siteId, record, scope: scope ?? undefined, delivered }, {}, now);
  const most = scope && { usd: scope.maxUsdPerMonth, units: scope.maxUnitsPerMonth };
  return {
    ...{ qualificationId: row.id, caseNumber: row.caseNumber, category: row.category },
    supplier: { id: row.supplierId, name: row.supplierName },
    site: { id: siteId, name: row.siteName },
    ...{ externalId: row.externalId, status, endsAt: row.endsAt.toISOString() },
    scope: scope && scopeView(scope),
    deliveredThisMonth: { month, ...delivered },
    leftThisMonth: left,
    months: [...months],
    watch: [...watchReasons({ status, months, ...(most && { limits: { most, left } }) }, now)],
    watchedSince: row.watchedSince?.toISOString() ?? null,
  };
}
