import type { ParkReason, Seal } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that happened and that others are still to be told. */
@Entity('outbox_event')
@Check(
  'outbox_event_park_reason_check',
  `"park_reason" in ('unknown-type', 'unreadable-data', 'unreadable-case', 'refused-by-database', 'failed')`,
)
@Check('outbox_event_parked_check', `("parked_at" is null) = ("park_reason" is null)`)
@Check('outbox_event_seal_check', `"seal" in ('open', 'assessment', 'safeguarding', 'internal')`)
@Index('outbox_event_in_order', ['qualificationId', 'seq', 'position'], { unique: true })
@Index('outbox_event_to_tell', ['qualificationId', 'seq', 'position'], {
  where: '("sent_at" is null or "held") and "parked_at" is null',
})
@Index('outbox_event_unsent', ['recordedAt', 'id'], { where: '"sent_at" is null and "parked_at" is null' })
@Index('outbox_event_of_corrections', ['qualificationId'], {
  where: `"type" in ('corrective-action-submitted', 'corrective-action-verified')`,
})
@Index('outbox_event_parked', ['parkedAt', 'id'], { where: '"parked_at" is not null' })
export class OutboxEvent {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  /** The journal row that it came with. */
  @Column({ type: 'integer' })
  seq!: number;

  /** Its place among the events of that row. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'jsonb' })
  data!: unknown;

  /** As of its journal row: whoever is told of events may not be told of this one before. */
  @Column({ type: 'text', default: 'open' })
  seal!: Seal;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;

  /** When it was given its place in the feeds. */
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  /** Told to some, and kept from others until a seal opens. */
  @Column({ type: 'boolean', default: false })
  held!: boolean;

  /** When it could not be told and was set aside, so that others could; until the office has it tried again. */
  @Column({ name: 'parked_at', type: 'timestamptz', nullable: true })
  parkedAt!: Date | null;

  @Column({ name: 'park_reason', type: 'text', nullable: true })
  parkReason!: ParkReason | null;
}
