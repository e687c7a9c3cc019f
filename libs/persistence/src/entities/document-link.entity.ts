import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a document proves: one place in a case. Ended, not deleted. */
@Entity('document_link')
@Check(
  'document_link_target_check',
  `"target" in ('section', 'answer', 'correction', 'corrective-action', 'certificate', 'pilot-lot', 'inspection')`,
)
@Check('document_link_item_check', `length("item") between 1 and 200`)
@Index('document_link_by_document', ['documentId', 'id'])
@Index('document_link_recent', ['linkedAt', 'id'])
@Index('document_link_by_case', ['qualificationId', 'documentId'])
@Index('document_link_open', ['qualificationId', 'target', 'item', 'documentId'], {
  unique: true,
  where: '"ended_at" is null',
})
export class DocumentLink {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'document_id', type: 'uuid' })
  @ForeignKey('DocumentRecord')
  documentId!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @Column({ type: 'text' })
  target!: string;

  /** Section, checklist item, corrective action, certificate, or `<pilot>:<lot>`. */
  @Column({ type: 'text' })
  item!: string;

  /** Whose document it is. */
  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'linked_by', type: 'uuid' })
  linkedBy!: string;

  @Column({ name: 'linked_at', type: 'timestamptz', default: () => 'now()' })
  linkedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
