import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A key with which a person's program calls the API; only its hash is kept. */
@Entity('api_token')
@Check(
  'api_token_scopes_check',
  `cardinality("scopes") > 0 and "scopes" <@ array['read', 'write', 'decide', 'administer']`,
)
@Index('api_token_by_hash', ['tokenHash'], { unique: true })
@Index('api_token_by_person', ['personId', 'id'])
@Index('api_token_by_client', ['clientId'], { where: '"client_id" is not null' })
export class ApiToken {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'text' })
  prefix!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'successor_id', type: 'uuid', nullable: true })
  @ForeignKey('ApiToken')
  successorId!: string | null;

  /** Of a token that an OAuth client got for itself. */
  @Column({ name: 'client_id', type: 'uuid', nullable: true })
  @ForeignKey('OauthClient')
  clientId!: string | null;
}
