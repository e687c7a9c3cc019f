import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The key that one write made for one data subject of a case, itself sealed. Erasing takes `sealed` away and leaves the
 * row. No foreign key: a note comes before its case is sure to be there.
 */
@Entity('subject_key')
@Check('subject_key_erased_check', `("sealed" is null) = ("erased_at" is not null)`)
@Index('subject_key_by_subject', ['qualificationId', 'subject'])
@Index('subject_key_by_write', ['qualificationId', 'paper', 'item', 'version'])
export class SubjectKey {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  qualificationId!: string;

  /** Whom it is about: `contact`, `signatory`, `account-holder`, `representative`, `owner:<entry>`, `notes`. */
  @Column({ type: 'text' })
  subject!: string;

  /** The write that made it. */
  @Column({ type: 'text' })
  paper!: string;

  @Column({ type: 'text' })
  item!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ type: 'text', nullable: true })
  sealed!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;
}
