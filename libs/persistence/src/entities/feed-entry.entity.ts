import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event as one organisation is told of it. The programme office reads the entries of the nil UUID. */
@Entity('feed_entry')
@Index('feed_entry_once', ['organisationId', 'eventId'], { unique: true })
@Index('feed_entry_in_order', ['position', 'organisationId'])
@Index('feed_entry_told', ['toldAt'])
export class FeedEntryRow {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  /** Larger for what was told later; never given twice. */
  @PrimaryColumn({ type: 'bigint' })
  position!: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  qualificationId!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'integer' })
  part!: number;

  @Column({ type: 'text' })
  type!: string;

  /** What this organisation may know of it. */
  @Column({ type: 'jsonb' })
  data!: unknown;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column({ name: 'told_at', type: 'timestamptz', default: () => 'now()' })
  toldAt!: Date;
}
