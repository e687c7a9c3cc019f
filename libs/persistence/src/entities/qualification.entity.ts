import type { CaseState, Seal, Stage } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One case: one supplier site, one input category, one scheme version; only `commit` writes it. */
@Entity('qualification')
@Check('qualification_seq_check', `"seq" >= 0`)
@Index('qualification_by_number', ['caseNumber'], { unique: true })
@Index('qualification_one_open', ['siteId', 'category'], {
  unique: true,
  where: `"stage" not in ('qualified', 'closed', 'appeal') and "state"->'renewal' is null`,
})
@Index('qualification_one_renewal', ['siteId', 'category'], {
  unique: true,
  where: `"stage" not in ('qualified', 'closed', 'appeal') and "state"->'renewal' is not null`,
})
@Index('qualification_by_site', ['siteId', 'category'])
@Index('qualification_by_supplier', ['supplierId', 'caseNumber'])
@Index('qualification_by_stage', ['stage', 'substate', 'caseNumber'])
@Index('qualification_by_category', ['category', 'caseNumber'])
@Index('qualification_graded', ['caseNumber'], { where: `"state" #>> '{validity,grade}' is not null` })
@Index('qualification_audited', ['caseNumber'], { where: `"state"->'audit'->>'phase' = 'submitted'` })
@Index('qualification_by_visit', ['visitOn', 'id'], { where: '"visit_on" is not null' })
@Index('qualification_parked', ['caseNumber'], { where: `"state"->'parked' = 'true'` })
@Index('qualification_check_error', ['caseNumber'], {
  where: `not "over" and "state" @? '$.checks.*.verdict ? (@ == "ERROR")'`,
})
@Index('qualification_checking', ['id'], {
  where: `not "over" and "state" @? '$.checks.*.verdict ? (@ == "PENDING")'`,
})
@Index('qualification_by_next_step', ['nextStepAt'], { where: 'not "over"' })
@Index('qualification_to_audit', ['caseNumber'], {
  where: `not "over" and ("stage" = 'assessment' or "state" @? '$.surveillance.visits.*.phase ? (@ == "assigned")')`,
})
@Index('qualification_by_previous', ['previousId'], { where: '"previous_id" is not null' })
@Index('qualification_told', ['assessmentToldAt', 'id'], { where: '"assessment_told_at" is not null' })
export class Qualification {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'case_number', type: 'text' })
  caseNumber!: string;

  @Column({ name: 'supplier_id', type: 'uuid' })
  @ForeignKey('Organisation')
  supplierId!: string;

  @Column({ name: 'site_id', type: 'uuid' })
  @ForeignKey('Site')
  siteId!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ name: 'scheme_version_id', type: 'uuid' })
  @ForeignKey('SchemeVersion')
  schemeVersionId!: string;

  /** The case that this one renews or reapplies for. */
  @Column({ name: 'previous_id', type: 'uuid', nullable: true })
  @ForeignKey('Qualification')
  previousId!: string | null;

  @Column({ type: 'text' })
  stage!: Stage;

  @Column({ type: 'text' })
  substate!: string;

  @Column({ type: 'jsonb' })
  state!: CaseState;

  /** Number of the last journal row. */
  @Column({ type: 'integer' })
  seq!: number;

  /** Hash of that row: where the chain goes on. */
  @Column({ name: 'head_hash', type: 'bytea' })
  headHash!: Buffer;

  @Column({ name: 'case_time', type: 'timestamptz' })
  caseTime!: Date;

  @Column({ name: 'next_step_at', type: 'timestamptz', nullable: true })
  nextStepAt!: Date | null;

  @Column({ type: 'boolean', default: false })
  over!: boolean;

  /** Seals of journal rows that are closed to the supplier in this state. */
  @Column({ name: 'closed_seals', type: 'text', array: true, default: '{assessment,safeguarding,internal}' })
  closedSeals!: Seal[];

  /** When the assessment was last told to the supplier. */
  @Column({ name: 'assessment_told_at', type: 'timestamptz', nullable: true })
  assessmentToldAt!: Date | null;

  /** The day of the audit on site, or the first that was proposed. A local date. */
  @Column({ name: 'visit_on', type: 'date', nullable: true })
  visitOn!: string | null;

  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'now()' })
  openedAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
