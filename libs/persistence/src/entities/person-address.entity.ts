import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where a person gets messages, shown to be theirs: sealed. Their telephone is a `PersonContact`. */
@Entity('person_address')
@Check('person_address_channel_check', `"channel" in ('email', 'telegram')`)
@Index('person_address_by_index', ['channel', 'addressIndex'])
export class PersonAddress {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  channel!: 'email' | 'telegram';

  @Column({ name: 'sealed_address', type: 'text' })
  sealedAddress!: string;

  @Column({ name: 'address_index', type: 'bytea' })
  addressIndex!: Buffer;

  @Column({ name: 'verified_at', type: 'timestamptz', default: () => 'now()' })
  verifiedAt!: Date;

  /** It takes no messages: not used again until it is verified anew. */
  @Column({ name: 'bounced_at', type: 'timestamptz', nullable: true })
  bouncedAt!: Date | null;
}
