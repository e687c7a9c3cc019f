import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a letter carries with which one says no to more of its kind. */
@Entity('unsubscribe_secret')
@Index('unsubscribe_secret_by_person', ['personId'])
export class UnsubscribeSecret {
  @PrimaryColumn({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
