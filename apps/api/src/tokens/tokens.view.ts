import type { TokenView } from '#contracts';

export const TOKEN_COLUMNS = `t.id, t.person_id as "personId", t.organisation_id as "organisationId", t.prefix,
  t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt"`;

export interface TokenRow {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
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
});
