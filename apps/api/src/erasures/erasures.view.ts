import type { DataSubjectView, ErasureView } from '#contracts';
import type { Retention } from '#domain';

export const ERASURE_COLUMNS = `e.id, e.kind, e.about_id as "aboutId", e.subject, e.reason, e.erased_by as "erasedBy",
  e.recorded_at as "recordedAt"`;

export interface ErasureRow extends Omit<ErasureView, 'recordedAt'> {
  readonly recordedAt: Date;
}
export const erasureView = ({
  id,
  kind,
  aboutId,
  subject,
  reason,
  erasedBy,
  recordedAt,
}: ErasureRow): ErasureView => ({
  ...{ id, kind, aboutId, subject, reason, erasedBy },
  recordedAt: recordedAt.toISOString(),
});

export interface DataSubjectRow {
  readonly subject: string;
  readonly since: Date;
  /** Null while any key is left. */
  readonly erasedAt: Date | null;
}
export const dataSubjectView = (
  { subject, since, erasedAt }: DataSubjectRow,
  retention: Retention,
): DataSubjectView => ({
  ...{ subject, since: since.toISOString(), erasedAt: erasedAt?.toISOString() ?? null },
  retainedUntil: retention.kept === 'until' ? retention.until : null,
});
