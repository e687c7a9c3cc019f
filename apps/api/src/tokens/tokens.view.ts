import type { TokenView } from '#contracts';

export const TOKEN_COLUMNS = `t.id, t.person_id as "personId", t.organisation_id as "organisationId", t.prefix,
  t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
  t.scopes, t.last_used_at as "lastUsedAt", t.successor_id as "successorId"`;

export interface TokenRow {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly scopes: string[];
  readonly lastUsedAt: Date | null;
  readonly successorId: string | null;
}

/** What is known of a token: all but the token. */
export const tokenView = (row: TokenRow): TokenView => ({
  id: row.id,
  personId: row.personId,
  organisationId: row.organisationId,
  prefix: row.prefix,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  scopes: row.scopes,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  successorId: row.successorId,
});
