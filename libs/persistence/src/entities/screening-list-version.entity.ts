import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An edition of a sanctions list that a worker loaded. Ids and digests of entries only. */
@Entity('screening_list_version')
@Index('screening_list_version_in_order', ['loadedAt', 'list', 'sha256'])
@Index('screening_list_version_settled', ['list', 'settledAt'], { where: '"settled_at" is not null' })
export class ScreeningListVersion {
  @PrimaryColumn({ type: 'text' })
  list!: string;

  /** Of the files, in hex. */
  @PrimaryColumn({ type: 'text' })
  sha256!: string;

  /** The date in the content, or the first digits of the digest. */
  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'integer' })
  entries!: number;

  /** By the id of the entry, SHA-256 of what is compared of it. */
  @Column({ type: 'jsonb' })
  digests!: Record<string, string>;

  /** Ids of entries that were added, changed and removed since the edition before. */
  @Column({ type: 'jsonb' })
  changes!: Record<'added' | 'changed' | 'removed', string[]>;

  @Column({ name: 'loaded_at', type: 'timestamptz', default: () => 'now()' })
  loadedAt!: Date;

  /** Cases that were compared with what changed, and those of them that were screened again. */
  @Column({ type: 'integer', nullable: true })
  screened!: number | null;

  @Column({ type: 'integer', nullable: true })
  concerned!: number | null;

  /** When everybody whom it concerns had been asked for. */
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}
