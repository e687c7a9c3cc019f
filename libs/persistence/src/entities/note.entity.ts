import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Free text that goes with a decision; the journal holds only its salted digest. */
@Entity('note')
@Check('note_text_check', `length("text") between 1 and 4000`)
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

  @Column({ type: 'bytea' })
  salt!: Buffer;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
