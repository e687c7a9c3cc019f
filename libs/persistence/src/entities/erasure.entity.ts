import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody's data was erased: by whom, when and why, and nothing of what it was. */
@Entity('erasure')
@Check('erasure_kind_check', `"kind" in ('person', 'data-subject', 'document')`)
@Check(
  'erasure_reason_check',
  `"reason" in ('asked-by-the-person', 'no-longer-needed', 'should-not-have-been-recorded')`,
)
@Index('erasure_once', ['aboutId', 'subject'], { unique: true })
export class Erasure {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: 'person' | 'data-subject' | 'document';

  /** A person, a document, or the case of the data subject. */
  @Column({ name: 'about_id', type: 'uuid' })
  aboutId!: string;

  /** `person`, `document`, or who of the case. */
  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'erased_by', type: 'uuid' })
  erasedBy!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
