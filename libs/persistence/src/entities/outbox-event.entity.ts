import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that happened and that others are still to be told. */
@Entity('outbox_event')
@Index('outbox_event_in_order', ['qualificationId', 'seq', 'position'], { unique: true })
@Index('outbox_event_unsent', ['recordedAt', 'id'], { where: '"sent_at" is null' })
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

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}
