import type { SchemeContent } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One edition of a scheme: a draft, under review, published or retired. What was published never changes again. */
@Entity('scheme_version')
@Index('scheme_version_by_scheme', ['schemeId', 'version'], { unique: true })
@Check('scheme_version_status_check', `"status" in ('draft', 'in-review', 'published', 'retired')`)
@Check(
  'scheme_version_two_persons_check',
  `"published_by" is null or ("published_by" <> "submitted_by" and "published_by" <> "created_by")`,
)
export class SchemeVersion {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'scheme_id', type: 'uuid' })
  @ForeignKey('Scheme')
  schemeId!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'jsonb' })
  content!: SchemeContent;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'text', default: 'draft' })
  status!: 'draft' | 'in-review' | 'published' | 'retired';

  /** Counts the changes of the row: its ETag. */
  @Column({ type: 'integer', default: 1 })
  revision!: number;

  /** Absent in what was published before versions were drafted. */
  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'submitted_by', type: 'uuid', nullable: true })
  submittedBy!: string | null;

  @Column({ name: 'published_by', type: 'uuid', nullable: true })
  publishedBy!: string | null;

  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;

  /** Why it was sent back from review. */
  @Column({ name: 'review_note', type: 'text', nullable: true })
  reviewNote!: string | null;
}
