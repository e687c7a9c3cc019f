import type { SchemeFile, SchemeVersionSummary, SchemeVersionView, SchemeView } from '#contracts';
import { SCHEME_FILE_VERSION, type SchemeContent } from '#domain';

export const VERSION_COLUMNS = `v.id, v.scheme_id as "schemeId", v.version, v.status, v.revision,
  v.created_at as "createdAt", v.published_at as "publishedAt", v.retired_at as "retiredAt", v.created_by as "createdBy",
  v.submitted_by as "submittedBy", v.published_by as "publishedBy", v.review_note as "reviewNote"`;

export interface VersionRow {
  readonly id: string;
  readonly schemeId: string;
  readonly version: string;
  readonly status: SchemeVersionSummary['status'];
  readonly revision: number;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
  readonly createdBy: string | null;
  readonly submittedBy: string | null;
  readonly publishedBy: string | null;
  readonly reviewNote: string | null;
}
export type WholeVersion = VersionRow & { readonly content: SchemeContent };

/** Who wrote, reviewed and published a version, and what they said to each other, is the office's. */
const within = (row: VersionRow, office: boolean) =>
  office
    ? {
        createdBy: row.createdBy,
        submittedBy: row.submittedBy,
        publishedBy: row.publishedBy,
        reviewNote: row.reviewNote,
      }
    : { createdBy: null, submittedBy: null, publishedBy: null, reviewNote: null };

export const versionSummary = (row: VersionRow, office: boolean): SchemeVersionSummary => ({
  id: row.id,
  schemeId: row.schemeId,
  version: row.version,
  status: row.status,
  revision: row.revision,
  createdAt: row.createdAt.toISOString(),
  publishedAt: row.publishedAt?.toISOString() ?? null,
  retiredAt: row.retiredAt?.toISOString() ?? null,
  ...within(row, office),
});
export const versionView = (row: WholeVersion, office: boolean): SchemeVersionView => ({
  ...versionSummary(row, office),
  content: row.content as unknown as Record<string, unknown>,
});

export const schemeFile = (
  { code, name }: SchemeView,
  { version, content }: WholeVersion,
): Omit<SchemeFile, 'content'> & { readonly content: SchemeContent } => ({
  ...{ $schema: SCHEME_FILE_VERSION, scheme: { code, name }, version, content },
});
