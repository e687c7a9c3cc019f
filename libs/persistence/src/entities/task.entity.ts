import type { Role } from '#domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody has to do next in a case, by when, and what happens otherwise. */
@Entity('task')
@Index('task_by_holder', ['organisationId', 'dueAt', 'qualificationId', 'task'])
@Index('task_by_due', ['dueAt', 'qualificationId', 'task'])
@Index('task_by_kind', ['organisationId', 'what', 'dueAt', 'qualificationId', 'task'])
@Index('task_by_claimant', ['claimedBy', 'dueAt', 'qualificationId', 'task'], {
  where: '"claimed_by" is not null',
})
export class Task {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'text' })
  task!: string;

  @Column({ type: 'text' })
  role!: Role;

  /** The organisation that holds the ball; the nil UUID stands for the programme office. */
  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'text' })
  subject!: string;

  /** `infinity` when nothing is due, so that lists sort by one index. */
  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date | number;

  @Column({ type: 'text' })
  otherwise!: string;

  @Column({ name: 'claimed_by', type: 'uuid', nullable: true })
  claimedBy!: string | null;

  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'now()' })
  openedAt!: Date;

  /** Since when it is there, in case time. */
  @Column({ type: 'timestamptz' })
  since!: Date;
}
