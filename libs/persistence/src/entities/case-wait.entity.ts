import type { WaitedFor } from '#domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** For whom a case waits from this decision on, until the next row. */
@Entity('case_wait')
export class CaseWait {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  /** The decision; 0 for a case of before this was written down. */
  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  /** In case time. */
  @Column({ type: 'timestamptz' })
  since!: Date;

  /** Null where nobody knows. */
  @Column({ name: 'waits_for', type: 'text', array: true, nullable: true })
  waitsFor!: WaitedFor[] | null;
}
