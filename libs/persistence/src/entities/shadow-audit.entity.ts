import type { ShadowVerdict } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What came of looking at a submitted audit once more; for the programme office alone. */
@Entity('shadow_audit')
@Check('shadow_audit_submission_check', `"submission" > 0`)
@Check('shadow_audit_verdict_check', `"verdict" in ('agrees', 'differs')`)
@Check('shadow_audit_items_check', `("verdict" = 'differs') = (cardinality("items") > 0)`)
@Index('shadow_audit_by_organisation', ['organisationId'])
export class ShadowAuditRow {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  /** Number of the journal entry with which the audit was submitted. */
  @PrimaryColumn({ type: 'integer' })
  submission!: number;

  @Column({ name: 'looked_by', type: 'uuid' })
  lookedBy!: string;

  /** In whose name they looked. */
  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ name: 'visited_on', type: 'date' })
  visitedOn!: string;

  @Column({ type: 'text' })
  verdict!: ShadowVerdict;

  /** Checklist items that were seen otherwise. */
  @Column({ type: 'text', array: true })
  items!: string[];

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
