import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: the place of the newest entry of the feed. */
@Entity('feed_head')
@Check('feed_head_one_check', '"one"')
export class FeedHead {
  @PrimaryColumn({ type: 'boolean', default: true })
  one!: boolean;

  @Column({ type: 'bigint' })
  position!: string;
}
