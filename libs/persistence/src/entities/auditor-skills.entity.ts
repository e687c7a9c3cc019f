import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an auditor is able to do, as their firm or the programme office says. */
@Entity('auditor_skills')
export class AuditorSkillsRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  /** ISO 639-1. */
  @Column({ type: 'text', array: true })
  languages!: string[];

  @Column({ type: 'text', array: true })
  categories!: string[];

  /** ISO 3166-2 codes of the provinces they go to. */
  @Column({ type: 'text', array: true })
  provinces!: string[];

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;

  /** What its ETag is made of. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
