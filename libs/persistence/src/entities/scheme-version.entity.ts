import type { SchemeContent } from '#domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One published edition of a scheme, which never changes again. */
@Entity('scheme_version')
@Index('scheme_version_by_scheme', ['schemeId', 'version'], { unique: true })
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

  @Column({ name: 'published_at', type: 'timestamptz', default: () => 'now()' })
  publishedAt!: Date;
}
