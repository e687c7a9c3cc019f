import type { IdentityView } from '#contracts';

export const IDENTITY_COLUMNS = `i.id, i.issuer, i.subject, i.created_at as "createdAt"`;

export interface IdentityRow {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly createdAt: Date;
}
export const identityView = ({ id, issuer, subject, createdAt }: IdentityRow): IdentityView => ({
  id,
  issuer,
  subject,
  createdAt: createdAt.toISOString(),
});
