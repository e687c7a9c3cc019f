import type { ScreeningListView } from '#contracts';

export interface ScreeningListRow extends Omit<ScreeningListView, 'loadedAt' | 'settledAt'> {
  readonly loadedAt: Date;
  /** `loadedAt` to the microsecond, as PostgreSQL orders by it. */
  readonly loadedExactly: string;
  readonly settledAt: Date | null;
}
export function screeningListView(row: ScreeningListRow): ScreeningListView {
  const { list, version, sha256, entries, changes, screened, concerned, inForce } = row;
  return {
    ...{ list, version, sha256, entries, changes, screened, concerned, inForce },
    loadedAt: row.loadedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}
