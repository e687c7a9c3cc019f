import type { CaseOutcome, ProgrammeRecord, SizeClass } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What the figures of the programme look at of one case, beside the state that it is made from. */
@Entity('programme_case')
@Check('programme_case_outcome_check', `"outcome" in ('open', 'withdrawn', 'rejected', 'lapsed', 'revoked')`)
@Check('programme_case_size_check', `"size" in ('micro', 'small', 'medium', 'large')`)
@Index('programme_case_by_number', ['caseNumber'], { unique: true })
@Index('programme_case_by_submission', ['submittedAt'], { where: '"submitted_at" is not null' })
@Index('programme_case_by_previous', ['previousId'], { where: '"previous_id" is not null' })
@Index('programme_case_by_site', ['siteId', 'submittedAt'])
export class ProgrammeCase {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @Column({ name: 'case_number', type: 'text' })
  caseNumber!: string;

  @Column({ name: 'supplier_id', type: 'uuid' })
  supplierId!: string;

  @Column({ name: 'site_id', type: 'uuid' })
  siteId!: string;

  @Column({ name: 'previous_id', type: 'uuid', nullable: true })
  previousId!: string | null;

  @Column({ type: 'text' })
  category!: string;

  /** Where the site is now. */
  @Column({ type: 'text' })
  province!: string;

  @Column({ type: 'boolean' })
  renewal!: boolean;

  /** For the first time, as is `qualifiedAt`. */
  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'qualified_at', type: 'timestamptz', nullable: true })
  qualifiedAt!: Date | null;

  @Column({ name: 'decided_at', type: 'timestamptz' })
  decidedAt!: Date;

  @Column({ type: 'text' })
  at!: string;

  /** How far along the funnel it ever came, 1 to 5. */
  @Column({ type: 'smallint' })
  reached!: number;

  @Column({ type: 'text' })
  outcome!: CaseOutcome;

  @Column({ type: 'boolean' })
  valid!: boolean;

  @Column({ type: 'text', nullable: true })
  grade!: string | null;

  @Column({ name: 'valid_until', type: 'timestamptz', nullable: true })
  validUntil!: Date | null;

  @Column({ type: 'text', nullable: true })
  size!: SizeClass | null;

  /** Head-count when the application was first handed in; `workers` is the latest that a decision has seen. */
  @Column({ name: 'workers_then', type: 'integer', nullable: true })
  workersThen!: number | null;

  @Column({ type: 'integer', nullable: true })
  workers!: number | null;

  @Column({ name: 'women_workers', type: 'integer', nullable: true })
  womenWorkers!: number | null;

  @Column({ name: 'women_owned', type: 'boolean', nullable: true })
  womenOwned!: boolean | null;

  @Column({ type: 'text', array: true })
  failures!: string[];

  @Column({ type: 'boolean' })
  signed!: boolean;

  @Column({ type: 'integer' })
  approvals!: number;

  @Column({ type: 'text', nullable: true })
  wages!: string | null;

  @Column({ type: 'jsonb' })
  actions!: ProgrammeRecord['actions'];
}
