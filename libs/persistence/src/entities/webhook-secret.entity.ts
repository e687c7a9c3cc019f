import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What an endpoint's messages are signed with. After a rotation the former goes on for a while. */
@Entity('webhook_secret')
@Check(
  'webhook_secret_kind_check',
  `"kind" in ('v1', 'v1a') and ("kind" = 'v1a') = ("public_key" is not null)`,
)
@Index('webhook_secret_by_endpoint', ['endpointId', 'organisationId', 'createdAt'])
@Index('webhook_secret_expired', ['expiresAt'], { where: '"expires_at" is not null' })
@ForeignKey('WebhookEndpointRow', ['endpointId', 'organisationId'], ['id', 'organisationId'], {
  onDelete: 'CASCADE',
})
export class WebhookSecretRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'endpoint_id', type: 'uuid' })
  endpointId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  sealed!: string;

  /** Of `v1a`: what receivers verify with. */
  @Column({ name: 'public_key', type: 'text', nullable: true })
  publicKey!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;
}
