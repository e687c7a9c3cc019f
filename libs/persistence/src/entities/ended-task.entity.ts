import type { Role } from '#domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A duty that its holder has done, or was late with: what service levels are counted by. Instants are case time. */
@Entity('ended_task')
export class EndedTask {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  /** The decision that ended it. */
  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @PrimaryColumn({ type: 'text' })
  task!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'timestamptz' })
  since!: Date;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz' })
  endedAt!: Date;

  @Column({ name: 'in_time', type: 'boolean' })
  inTime!: boolean;
}
