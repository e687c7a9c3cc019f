import type { CheckKind, Verdict } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one compliance check found in one run, and from which data, append-only. */
@Entity('compliance_check_run')
@Check('compliance_check_run_verdict_check', `"verdict" in ('PASS', 'WARN', 'FAIL', 'POTENTIAL', 'ERROR')`)
@Index('compliance_check_run_by_case', ['qualificationId', 'kind', 'recordedAt'])
export class ComplianceCheckRun {
  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: CheckKind;

  @Column({ type: 'text' })
  verdict!: Exclude<Verdict, 'PENDING' | 'WAIVED'>;

  @Column({ type: 'jsonb' })
  explanation!: unknown;

  @Column({ name: 'input_hash', type: 'text' })
  inputHash!: string;

  @Column({ name: 'data_source', type: 'text' })
  dataSource!: string;

  @Column({ name: 'source_version', type: 'text' })
  sourceVersion!: string;

  @Column({ name: 'ran_at', type: 'timestamptz' })
  ranAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
