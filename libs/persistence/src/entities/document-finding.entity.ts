import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a check found about a document: codes, ids and numbers for an officer to judge. The programme office alone reads it. */
@Entity('document_finding')
@Index('document_finding_recent', ['foundAt', 'documentId'])
@Check('document_finding_check_check', `"check" in ('authenticity', 'location')`)
@Check('document_finding_verdict_check', `"verdict" in ('WARN', 'POTENTIAL', 'FAIL')`)
export class DocumentFinding {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  @ForeignKey('DocumentRecord')
  documentId!: string;

  @PrimaryColumn({ type: 'text' })
  check!: string;

  @Column({ type: 'text' })
  verdict!: string;

  @Column({ type: 'jsonb' })
  explanation!: unknown;

  @Column({ name: 'found_at', type: 'timestamptz', default: () => 'now()' })
  foundAt!: Date;
}
