import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something outside of any case that the programme office has to look into. */
@Entity('office_task')
@Index('office_task_open', ['kind', 'subject'], { unique: true, where: '"closed_at" is null' })
@Index('office_task_in_order', ['openedAt', 'id'], { where: '"closed_at" is null' })
export class OfficeTask {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'now()' })
  openedAt!: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** The officer who settled it; nobody when it ended by itself. */
  @Column({ name: 'closed_by', type: 'uuid', nullable: true })
  closedBy!: string | null;
}
