import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That an officer has looked at a section of an application and found it in order, as it was then. */
@Entity('section_check')
export class SectionCheck {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'text' })
  section!: string;

  /** Of the section that was looked at. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'checked_by', type: 'uuid' })
  checkedBy!: string;

  @Column({ name: 'checked_at', type: 'timestamptz', default: () => 'now()' })
  checkedAt!: Date;
}
