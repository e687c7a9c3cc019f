import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What the approval of one buyer is worth, beside the state it is made from: answers whether something may be ordered. */
@Entity('approval')
@Index('approval_by_supplier', ['buyerId', 'supplierId', 'category'])
@Index('approval_by_end', ['buyerId', 'endsAt', 'qualificationId'], { where: '"ends_at" is not null' })
export class ApprovalRow {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ name: 'buyer_id', type: 'uuid' })
  @ForeignKey('Organisation')
  buyerId!: string;

  @Column({ name: 'supplier_id', type: 'uuid' })
  supplierId!: string;

  @Column({ name: 'site_id', type: 'uuid' })
  siteId!: string;

  @Column({ type: 'text' })
  category!: string;

  /** `ApprovalRecord` of the domain. */
  @Column({ type: 'jsonb' })
  record!: unknown;

  /** When it ends as things stand; null for one that was not given. */
  @Column({ name: 'ends_at', type: 'timestamptz', nullable: true })
  endsAt!: Date | null;
}
