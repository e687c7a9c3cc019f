import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A command that was asked for and what came of it; `open` is asked before its case exists, so no foreign key. */
@Entity('command')
@Check('command_status_check', `"status" in ('pending', 'done', 'refused')`)
@Index('command_by_case', ['qualificationId', 'id'])
@Index('command_pending', ['retryAt'], { where: `"status" = 'pending'` })
export class CommandRecord {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  qualificationId!: string;

  @Column({ type: 'text' })
  type!: string;

  /** Empty when the system asked. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'text' })
  status!: 'pending' | 'done' | 'refused';

  @Column({ type: 'jsonb', nullable: true })
  request!: unknown;

  @Column({ name: 'request_digest', type: 'bytea' })
  requestDigest!: Buffer;

  @Column({ type: 'jsonb', nullable: true })
  result!: unknown;

  @Column({ type: 'integer', default: 0 })
  statements!: number;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'retry_at', type: 'timestamptz', nullable: true })
  retryAt!: Date | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
