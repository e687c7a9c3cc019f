import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where an organisation wants to be told of what happens, and how that goes. */
@Entity('webhook_endpoint')
@Check(
  'webhook_endpoint_status_check',
  `"status" in ('enabled', 'disabled') and ("status" = 'disabled') = ("disabled_reason" is not null)`,
)
@Check('webhook_endpoint_reason_check', `"disabled_reason" in ('by-hand', 'gone', 'failing')`)
@Check('webhook_endpoint_rate_check', `"rate_limit" between 1 and 100`)
@Index('webhook_endpoint_of', ['id', 'organisationId'], { unique: true })
@Index('webhook_endpoint_by_organisation', ['organisationId', 'id'])
@Index('webhook_endpoint_by_feed', ['feedId'], { where: `"status" = 'enabled'` })
export class WebhookEndpointRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  /** The feed that it is told of: its organisation's, or the nil UUID's for the programme office. */
  @Column({ name: 'feed_id', type: 'uuid' })
  feedId!: string;

  @Column({ type: 'text' })
  url!: string;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  /** Nothing: all of them. */
  @Column({ name: 'event_types', type: 'text', array: true, nullable: true })
  eventTypes!: string[] | null;

  @Column({ type: 'text', default: 'enabled' })
  status!: string;

  @Column({ name: 'disabled_reason', type: 'text', nullable: true })
  disabledReason!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** Requests per second at most. */
  @Column({ name: 'rate_limit', type: 'integer', default: 10 })
  rateLimit!: number;

  /** Whether an Ed25519 signature goes beside the other. */
  @Column({ type: 'boolean', default: false })
  v1a!: boolean;

  /** When the next request fits under the rate limit. */
  @Column({ name: 'next_free_at', type: 'timestamptz', default: () => 'now()' })
  nextFreeAt!: Date;

  @Column({ name: 'failures_in_row', type: 'integer', default: 0 })
  failuresInRow!: number;

  /** Since then nothing has arrived. */
  @Column({ name: 'failing_since', type: 'timestamptz', nullable: true })
  failingSince!: Date | null;

  /** Left alone until then. */
  @Column({ name: 'open_until', type: 'timestamptz', nullable: true })
  openUntil!: Date | null;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
