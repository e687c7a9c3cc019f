import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What would have been sent, on a machine of development: kept sealed, for a week. */
@Entity('message')
@Index('message_by_key', ['key'], { unique: true })
@Index('message_by_age', ['createdAt'])
export class Message {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Event and recipient: the same message is kept once. */
  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'sealed_content', type: 'text' })
  sealedContent!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
