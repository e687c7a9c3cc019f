import type { Role } from '#domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A working paper of a case: who may write it, and whether it is still open. */
@Entity('working_paper')
export class WorkingPaperRow {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'text' })
  paper!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  /** Only this person, when set. */
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  /** Only these items, when set. */
  @Column({ type: 'text', array: true, nullable: true })
  items!: string[] | null;

  @Column({ type: 'boolean' })
  open!: boolean;
}
