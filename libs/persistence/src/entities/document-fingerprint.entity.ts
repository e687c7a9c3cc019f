import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * 64 bits of an image that others which look the same nearly share, once for each of their five parts: where at most four
 * bits differ, one part is the same. Nobody reads it; a named function compares.
 */
@Entity('document_fingerprint')
@Index('document_fingerprint_by_band', ['band'])
export class DocumentFingerprint {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  @ForeignKey('DocumentRecord')
  documentId!: string;

  /** The part, with its number before it. */
  @PrimaryColumn({ type: 'int' })
  band!: number;

  @Column({ type: 'bigint' })
  fingerprint!: string;
}
