import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Free text that goes with a decision, sealed; the journal holds only its salted digest, the commitment. Notes of before
 * have salt and text as they are.
 */
@Entity('note')
@Check('note_text_check', `length("text") between 1 and 4000`)
@Check('note_told_to_check', `"told_to" = 'supplier'`)
@Check('note_sealed_check', `("sealed" is null) = ("text" is not null and "salt" is not null)`)
@Index('note_by_case', ['qualificationId', 'id'])
export class Note {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  qualificationId!: string;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ type: 'bytea', nullable: true })
  salt!: Buffer | null;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  /** A `SealedText`. */
  @Column({ type: 'jsonb', nullable: true })
  sealed!: unknown;

  /** Whom it says something, beside the office. */
  @Column({ name: 'told_to', type: 'text', nullable: true })
  toldTo!: 'supplier' | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
