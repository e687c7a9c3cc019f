import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which organisations may see a case, and as what. */
@Entity('qualification_party')
@Check('qualification_party_relation_check', `"relation" in ('supplier', 'audit-firm', 'buyer')`)
@Index('qualification_party_in_order', ['organisationId', 'caseNumber'])
@Index('qualification_party_by_case', ['qualificationId'])
export class QualificationParty {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'text' })
  relation!: 'supplier' | 'audit-firm' | 'buyer';

  /** A buyer that is party by the supplier's consent alone, and so no longer than that. */
  @Column({ name: 'by_consent', type: 'boolean', default: false })
  byConsent!: boolean;

  /** Lists of cases are in the order of their numbers. */
  @Column({ name: 'case_number', type: 'text' })
  caseNumber!: string;
}
