import type { SchemeVersionSummary, SchemeVersionView, SchemeView } from '#contracts';

export const SCHEME_COLUMNS = 's.id, s.code, s.name, s.created_at as "createdAt"';
export const VERSION_COLUMNS = 'v.id, v.scheme_id as "schemeId", v.version, v.published_at as "publishedAt"';

export interface SchemeRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly createdAt: Date;
}
export const schemeView = ({ id, code, name, createdAt }: SchemeRow): SchemeView => ({
  id,
  code,
  name,
  createdAt: createdAt.toISOString(),
});

export interface VersionRow {
  readonly id: string;
  readonly schemeId: string;
  readonly version: string;
  readonly publishedAt: Date;
}
export const versionSummary = ({ id, schemeId, version, publishedAt }: VersionRow): SchemeVersionSummary => ({
  id,
  schemeId,
  version,
  publishedAt: publishedAt.toISOString(),
});
export const versionView = (
  row: VersionRow & { readonly content: Record<string, unknown> },
): SchemeVersionView => ({
  ...versionSummary(row),
  content: row.content,
});
