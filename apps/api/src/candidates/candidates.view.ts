import type { BuyerCandidateView } from '#contracts';
import {
  approvalStatus,
  PLACES,
  validUntil,
  type Certificate,
  type ConsentSection,
  type Grade,
  type Person,
} from '#domain';
import type { CaseRow } from '#persistence';

/** A case with what its supplier opened of it; null where it did not, or wrote nothing yet. */
export interface CandidateRow extends CaseRow {
  readonly province: string | null;
  readonly grade: Grade | null;
  readonly profile: { readonly workers?: number; readonly womenOwned?: boolean } | null;
  readonly capacity: Partial<Goods> | null;
  readonly capacityToldAt: Date | null;
  readonly certificates: { readonly certificates?: readonly Certificate[] } | null;
  readonly watchedSince: Date | null;
}
/** The section `capacity`, when it is whole. */
export interface Goods {
  readonly products: readonly string[];
  readonly hsLines: readonly string[];
  readonly monthlyCapacity: number;
  readonly freeCapacity: number;
  readonly capacityUnit: string;
  readonly leadTimeDays: number;
  readonly minimumOrder: number;
}

/** Sections that a row of the list is made of. */
const SHOWN: readonly ConsentSection[] = ['profile', 'site', 'capacity', 'certificates', 'audit-result'];

/** What a supplier wrote of its goods and when; null where a half-filled section lacks a figure. */
export const goodsView = (
  capacity: Partial<Goods>,
  toldAt: Date,
): NonNullable<BuyerCandidateView['goods']> => ({
  ...{ products: [...(capacity.products ?? [])], hsLines: [...(capacity.hsLines ?? [])] },
  ...{ monthlyCapacity: capacity.monthlyCapacity ?? null, freeCapacity: capacity.freeCapacity ?? null },
  ...{ unit: capacity.capacityUnit ?? null, leadTimeDays: capacity.leadTimeDays ?? null },
  minimumOrder: capacity.minimumOrder ?? null,
  toldAt: toldAt.toISOString(),
});

/** One candidate, as far as it is opened to the buyer. @param now an instant of case time */
export function candidateView(
  row: CandidateRow,
  { organisationId }: Person,
  now: string,
): BuyerCandidateView {
  const { state, sections, profile, capacity, capacityToldAt, certificates } = row;
  const at = now > state.caseTime ? now : state.caseTime;
  return {
    ...{ qualificationId: row.id, caseNumber: row.caseNumber, category: state.category },
    supplier: { id: state.supplierId, name: row.supplierName },
    site: { id: state.siteId, name: row.siteName, province: row.province },
    ...{ ...PLACES[state.at], validUntil: validUntil(state) ?? null, grade: row.grade },
    workers: profile?.workers ?? null,
    womenOwned: profile?.womenOwned ?? null,
    goods: capacity && capacityToldAt && goodsView(capacity, capacityToldAt),
    certificates:
      certificates && (certificates.certificates ?? []).map(({ scheme, validTo }) => ({ scheme, validTo })),
    notOpened: SHOWN.filter((section) => !sections.includes(section)),
    standing: approvalStatus(state, organisationId, at).standing,
    watchedSince: row.watchedSince?.toISOString() ?? null,
  };
}
