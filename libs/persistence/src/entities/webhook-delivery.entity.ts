import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One event on its way to one endpoint. */
@Entity('webhook_delivery')
@Check(
  'webhook_delivery_status_check',
  `"status" in ('pending', 'started', 'delivered', 'failed', 'gone', 'withheld', 'held', 'parked')`,
)
@Check('webhook_delivery_about_check', `("position" is null) = ("about_id" is not null)`)
@Check('webhook_delivery_parked_check', `("status" = 'parked') = ("parked_reason" is not null)`)
@Index('webhook_delivery_once', ['endpointId', 'eventId'], { unique: true })
@Index('webhook_delivery_by_endpoint', ['endpointId', 'organisationId', 'createdAt', 'id'])
@Index('webhook_delivery_by_status', ['endpointId', 'status', 'createdAt', 'id'])
@Index('webhook_delivery_due', ['nextAt'], { where: `"status" in ('pending', 'started')` })
@Index('webhook_delivery_pending', ['createdAt'], { where: `"status" = 'pending'` })
@Index('webhook_delivery_parked', ['id'], { where: `"status" = 'parked'` })
@Index('webhook_delivery_under_way', ['endpointId', 'attemptingUntil'], {
  where: '"attempting_until" is not null',
})
@Index('webhook_delivery_ended', ['endedAt'])
@ForeignKey('WebhookEndpointRow', ['endpointId', 'organisationId'], ['id', 'organisationId'], {
  onDelete: 'CASCADE',
})
export class WebhookDeliveryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'endpoint_id', type: 'uuid' })
  endpointId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  /** Of a case's event as the case names it. */
  @Column({ type: 'text' })
  type!: string;

  /** Of the entry of the feed; nothing for what is about webhooks themselves. */
  @Column({ type: 'bigint', nullable: true })
  position!: string | null;

  /** Which endpoint it is about, when it is about webhooks themselves. */
  @Column({ name: 'about_id', type: 'uuid', nullable: true })
  aboutId!: string | null;

  @Column({ type: 'text', default: 'pending' })
  status!: string;

  @Column({ name: 'parked_reason', type: 'text', nullable: true })
  parkedReason!: string | null;

  /** Counts how often it was sent on its way again: each time is a workflow of its own. */
  @Column({ type: 'integer', default: 0 })
  round!: number;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'start_failures', type: 'integer', default: 0 })
  startFailures!: number;

  @Column({ name: 'next_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  nextAt!: Date;

  @Column({ name: 'attempting_until', type: 'timestamptz', nullable: true })
  attemptingUntil!: Date | null;

  /** The moment that it was promised under the rate limit. */
  @Column({ name: 'slot_at', type: 'timestamptz', nullable: true })
  slotAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
