import type { SchemeView } from '#contracts';

export const SCHEME_COLUMNS = 's.id, s.code, s.name, s.created_at as "createdAt"';

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
