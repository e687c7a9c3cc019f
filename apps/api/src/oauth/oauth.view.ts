import type { OauthClientView } from '#contracts';

export interface OauthClientRow {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly name: string;
  readonly scopes: string[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly previousUntil: Date | null;
  readonly rotationId: string | null;
}

/** What is known of a client: all but its secret. */
export const oauthClientView = (row: OauthClientRow): OauthClientView => ({
  id: row.id,
  organisationId: row.organisationId,
  personId: row.personId,
  name: row.name,
  scopes: row.scopes,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  previousSecretUntil: row.previousUntil?.toISOString() ?? null,
});
