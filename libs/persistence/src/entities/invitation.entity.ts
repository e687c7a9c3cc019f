import type { Role } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody is asked to become a member. Whom it is for is forgotten when it ends; of its secret only the hash is kept. */
@Entity('invitation')
@Check('invitation_roles_check', `cardinality("roles") > 0`)
@Check('invitation_name_check', `length("name") between 1 and 200`)
@Check('invitation_language_check', `"language" in ('km', 'en', 'zh')`)
@Check('invitation_contact_kind_check', `"contact_kind" in ('phone', 'email')`)
@Index('invitation_by_secret', ['secretHash'], { unique: true })
@Index('invitation_open', ['organisationId', 'contactIndex'], {
  unique: true,
  where: `"accepted_at" is null and "revoked_at" is null`,
})
@Index('invitation_by_organisation', ['organisationId', 'id'])
@Index('invitation_by_contact', ['contactIndex'], { where: `"contact_index" is not null` })
export class Invitation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text' })
  language!: string;

  @Column({ name: 'contact_kind', type: 'text' })
  contactKind!: string;

  @Column({ name: 'sealed_contact', type: 'text', nullable: true })
  sealedContact!: string | null;

  @Column({ name: 'contact_index', type: 'bytea', nullable: true })
  contactIndex!: Buffer | null;

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ type: 'integer', default: 1 })
  sends!: number;

  /** Not set while it has not gone out even once: a repeat of the request that made it sends it. */
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'invited_by', type: 'uuid' })
  @ForeignKey('Person')
  invitedBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @Column({ name: 'accepted_by', type: 'uuid', nullable: true })
  @ForeignKey('Person')
  acceptedBy!: string | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
