import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What came of one attempt to deliver. */
@Entity('webhook_attempt')
@Check('webhook_attempt_outcome_check', `("status_code" is null) = ("error" is not null)`)
@Index('webhook_attempt_by_delivery', ['deliveryId', 'at'])
@Index('webhook_attempt_at', ['at'])
export class WebhookAttemptRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'delivery_id', type: 'uuid' })
  @ForeignKey('WebhookDeliveryRow', { onDelete: 'CASCADE' })
  deliveryId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'integer' })
  attempt!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'status_code', type: 'integer', nullable: true })
  statusCode!: number | null;

  /** Why no answer came. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ name: 'latency_ms', type: 'integer' })
  latencyMs!: number;

  /** The first 8 kB of what was answered: whoever runs the endpoint reads it, and nobody else. */
  @Column({ type: 'bytea', nullable: true })
  answer!: Buffer | null;
}
