import type { OverlayContent } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one buyer asks beside the checklist of the programme: a draft, in force, or retired. */
@Entity('overlay_version')
@Index('overlay_version_by_buyer', ['buyerId', 'version'], { unique: true })
@Index('overlay_version_in_order', ['buyerId', 'id'])
@Index('overlay_version_in_force', ['buyerId'], { unique: true, where: `"status" = 'published'` })
@Check('overlay_version_status_check', `"status" in ('draft', 'published', 'retired')`)
@Check(
  'overlay_version_two_persons_check',
  `"published_by" is null or ("published_by" <> "created_by" and "published_by" <> all ("changed_by"))`,
)
export class OverlayVersion {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'buyer_id', type: 'uuid' })
  @ForeignKey('Organisation')
  buyerId!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'jsonb' })
  content!: OverlayContent;

  @Column({ type: 'text', default: 'draft' })
  status!: 'draft' | 'published' | 'retired';

  /** Counts the changes of the row: its ETag. */
  @Column({ type: 'integer', default: 1 })
  revision!: number;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Everybody who wrote the draft anew: none of them puts it in force. */
  @Column({ name: 'changed_by', type: 'uuid', array: true, default: '{}' })
  changedBy!: string[];

  @Column({ name: 'published_by', type: 'uuid', nullable: true })
  publishedBy!: string | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
