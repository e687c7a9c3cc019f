import type { OverlayView } from '#contracts';
import {
  addedItems,
  applicableItems,
  tightenedBy,
  type CaseState,
  type OverlayContent,
  type SchemeContent,
} from '#domain';

export const OVERLAY_COLUMNS = `o.id, o.buyer_id as "buyerId", o.version, o.status, o.revision, o.content,
  o.created_at as "createdAt", o.published_at as "publishedAt", o.retired_at as "retiredAt", o.created_by as "createdBy", o.changed_by as "changedBy",
  o.published_by as "publishedBy"`;

export interface OverlayRow {
  readonly id: string;
  readonly buyerId: string;
  readonly version: string;
  readonly status: OverlayView['status'];
  readonly revision: number;
  readonly content: OverlayContent;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
  readonly createdBy: string;
  readonly changedBy: readonly string[];
  readonly publishedBy: string | null;
}
export const overlayView = (row: OverlayRow): OverlayView => ({
  ...{ id: row.id, buyerId: row.buyerId, version: row.version, status: row.status, revision: row.revision },
  createdAt: row.createdAt.toISOString(),
  publishedAt: row.publishedAt?.toISOString() ?? null,
  retiredAt: row.retiredAt?.toISOString() ?? null,
  createdBy: row.createdBy,
  changedBy: [...row.changedBy],
  publishedBy: row.publishedBy,
  content: row.content as OverlayView['content'],
});

/** What the overlays of a case ask and come to, as far as `state` tells of them. */
export const caseOverlays = (
  state: CaseState,
  scheme: SchemeContent,
  rows: readonly Pick<OverlayRow, 'id' | 'version' | 'content'>[],
) =>
  (state.overlays ?? []).flatMap(({ overlayId, buyerId, result }) => {
    const row = rows.find(({ id }) => id === overlayId);
    if (!row) return [];
    const asked = applicableItems(scheme.checklist.items, state);
    return [
      {
        ...{ overlayId, buyerId, version: row.version },
        added: addedItems(row.content, state).map(({ id }) => id),
        tightened: tightenedBy(row.content, asked).map(({ id }) => id),
        result: result ?? null,
      },
    ];
  });
