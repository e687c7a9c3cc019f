import type { InvitationView } from '#contracts';
import type { Contact } from '#persistence';

export const INVITATION_COLUMNS = `i.id, i.organisation_id as "organisationId", i.roles, i.name, i.language,
  i.contact_kind as "contactKind", i.sealed_contact as "sealedContact", i.sends,
  i.sent_at as "sentAt", i.invited_by as "invitedBy",
  i.created_at as "createdAt", i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt"`;

export interface InvitationRow {
  readonly id: string;
  readonly organisationId: string;
  readonly roles: string[];
  readonly name: string | null;
  readonly language: InvitationView['language'];
  readonly contactKind: Contact['kind'];
  readonly sealedContact: string | null;
  readonly sends: number;
  /** Not set while no letter has gone out. */
  readonly sentAt: Date | null;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** @param hint what may be seen of the contact; null when it is forgotten */
export const invitationView = (row: InvitationRow, hint: string | null): InvitationView => ({
  id: row.id,
  organisationId: row.organisationId,
  roles: row.roles,
  language: row.language,
  name: row.name,
  contact: { kind: row.contactKind, hint },
  sends: row.sends,
  invitedBy: row.invitedBy,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
