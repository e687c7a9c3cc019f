import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The last head of a case's chain that was written to the anchor file: what is still to be anchored is told by it. */
@Entity('journal_anchor')
@Index('journal_anchor_by_time', ['anchoredAt'])
@Check('journal_anchor_seq_check', `"seq" > 0`)
export class JournalAnchor {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'bytea' })
  hash!: Buffer;

  /** Number of the line in the file; a bigint, which `pg` gives as text. */
  @Column({ type: 'bigint' })
  number!: string;

  @Column({ name: 'anchored_at', type: 'timestamptz' })
  anchoredAt!: Date;
}
