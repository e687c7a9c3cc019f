import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A program that gets itself tokens of an hour, for the member who answers for it. */
@Entity('oauth_client')
@Check(
  'oauth_client_scopes_check',
  `cardinality("scopes") > 0 and "scopes" <@ array['read', 'write', 'decide', 'administer']`,
)
@Index('oauth_client_by_organisation', ['organisationId', 'id'])
@Index('oauth_client_by_person', ['personId', 'organisationId'])
export class OauthClient {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  /** Good until the overlap of a rotation ends. */
  @Column({ name: 'previous_hash', type: 'bytea', nullable: true })
  previousHash!: Buffer | null;

  @Column({ name: 'previous_until', type: 'timestamptz', nullable: true })
  previousUntil!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Names the last rotation, so that its repeat is known for what it is. */
  @Column({ name: 'rotation_id', type: 'uuid', nullable: true })
  rotationId!: string | null;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
