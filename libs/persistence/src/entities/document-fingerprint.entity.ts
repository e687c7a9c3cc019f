import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** 64 bits of an image that others which look the same nearly share. Nobody reads it: a named function compares. */
@Entity('document_fingerprint')
export class DocumentFingerprint {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  @ForeignKey('DocumentRecord')
  documentId!: string;

  @Column({ type: 'bigint' })
  fingerprint!: string;

  /** Five parts of the fingerprint: where at most four bits differ, one of them is the same. */
  @Column({ type: 'int', array: true })
  bands!: number[];
}
