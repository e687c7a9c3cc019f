import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One write of a fact, append-only: what a decision relied on can be shown for ever. */
@Entity('fact_revision')
@Index('fact_revision_recent', ['recordedAt', 'id'])
@Index('fact_revision_in_order', ['qualificationId', 'paper', 'item', 'version'], { unique: true })
export class FactRevision {
  /** A bigint, which `pg` gives as text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @Column({ type: 'text' })
  paper!: string;

  @Column({ type: 'text' })
  item!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'jsonb' })
  content!: unknown;

  /** Canonical JSON text of the content: what digests are made of. */
  @Column({ name: 'content_text', type: 'text' })
  contentText!: string;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'on_behalf', type: 'boolean' })
  onBehalf!: boolean;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  /** The case whose fact this is a copy of; whoever writes after it writes anew. */
  @Column({ name: 'copied_from', type: 'uuid', nullable: true })
  copiedFrom!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
