import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A document that proves something, from its first byte on. Its bytes are kept elsewhere, under their digest. */
@Entity('document')
@Check('document_file_name_check', `octet_length("file_name") between 1 and 255`)
@Check('document_size_check', `"size" > 0`)
@Check('document_status_check', `"status" in ('receiving', 'quarantined', 'available', 'refused', 'erased')`)
@Check('document_captured_latitude_check', `"captured_latitude" between -90 and 90`)
@Check('document_captured_longitude_check', `"captured_longitude" between -180 and 180`)
@Check('document_capture_source_check', `"capture_source" in ('declared', 'photo')`)
@Check('document_edition_check', `"edition" > 0`)
@Index('document_by_organisation', ['organisationId', 'id'])
@Index('document_by_case', ['qualificationId', 'id'], { where: '"qualification_id" is not null' })
@Index('document_by_digest', ['sha256'], { where: '"sha256" is not null' })
@Index('document_receiving', ['retryAt'], { where: `"status" = 'receiving'` })
@Index('document_quarantined', ['retryAt'], { where: `"status" = 'quarantined'` })
@Index('document_by_served_digest', ['servedSha256'], { where: '"served_sha256" is not null' })
@Index('document_erased', ['retryAt'], { where: `"status" = 'erased'` })
@Index('document_to_judge', ['judgeAt'], { where: '"judge_at" is not null' })
@Index('document_one_successor', ['replacesId'], { unique: true, where: `"status" <> 'refused'` })
export class DocumentRecord {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Whose it is. */
  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy!: string;

  /** In whose name it is sent: the owner, or the office for it. */
  @Column({ name: 'uploader_organisation_id', type: 'uuid' })
  uploaderOrganisationId!: string;

  @Column({ name: 'on_behalf', type: 'boolean', default: false })
  onBehalf!: boolean;

  /** The case it was uploaded for. */
  @Column({ name: 'qualification_id', type: 'uuid', nullable: true })
  @ForeignKey('Qualification')
  qualificationId!: string | null;

  /** For people to read; never a path. */
  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ name: 'declared_type', type: 'text' })
  declaredType!: string;

  /** Bytes of the original. */
  @Column({ type: 'bigint' })
  size!: string;

  @Column({ type: 'text', default: 'receiving' })
  status!: 'receiving' | 'quarantined' | 'available' | 'refused' | 'erased';

  /** Why it was refused: a code. */
  @Column({ type: 'text', nullable: true })
  refusal!: string | null;

  /** Of the original, which is kept as it came. */
  @Column({ type: 'bytea', nullable: true })
  sha256!: Buffer | null;

  /** Of what is shown: the image as it was written anew, or the file itself. */
  @Column({ name: 'served_sha256', type: 'bytea', nullable: true })
  servedSha256!: Buffer | null;

  @Column({ name: 'served_type', type: 'text', nullable: true })
  servedType!: string | null;

  @Column({ name: 'served_size', type: 'bigint', nullable: true })
  servedSize!: string | null;

  @Column({ type: 'integer', nullable: true })
  width!: number | null;

  @Column({ type: 'integer', nullable: true })
  height!: number | null;

  @Column({ name: 'captured_at', type: 'timestamptz', nullable: true })
  capturedAt!: Date | null;

  @Column({ name: 'captured_latitude', type: 'double precision', nullable: true })
  capturedLatitude!: number | null;

  @Column({ name: 'captured_longitude', type: 'double precision', nullable: true })
  capturedLongitude!: number | null;

  @Column({ name: 'capture_source', type: 'text', nullable: true })
  captureSource!: 'declared' | 'photo' | null;

  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn!: string | null;

  /** The document that this one takes the place of. */
  @Column({ name: 'replaces_id', type: 'uuid', nullable: true })
  @ForeignKey('DocumentRecord')
  replacesId!: string | null;

  /** Its place in the chain of documents that replaced each other. */
  @Column({ type: 'integer', default: 1 })
  edition!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** When its upload was begun the last time. */
  @Column({ name: 'begun_at', type: 'timestamptz', default: () => 'now()' })
  begunAt!: Date;

  @Column({ name: 'received_at', type: 'timestamptz', nullable: true })
  receivedAt!: Date | null;

  @Column({ name: 'examined_at', type: 'timestamptz', nullable: true })
  examinedAt!: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** How often the decoders died of it. */
  @Column({ type: 'integer', default: 0 })
  crashes!: number;

  /** When it must be judged again: it was linked to a further place. */
  @Column({ name: 'judge_at', type: 'timestamptz', nullable: true })
  judgeAt!: Date | null;

  /** When somebody looks after it again: the sweep of uploads, the examination, the removal of bytes. */
  @Column({ name: 'retry_at', type: 'timestamptz', nullable: true })
  retryAt!: Date | null;

  /** The request that writes the upload now. */
  @Column({ name: 'lock_holder', type: 'uuid', nullable: true })
  lockHolder!: string | null;

  @Column({ name: 'locked_until', type: 'timestamptz', nullable: true })
  lockedUntil!: Date | null;

  /** Another request waits for the upload. */
  @Column({ name: 'lock_wanted', type: 'boolean', default: false })
  lockWanted!: boolean;
}
