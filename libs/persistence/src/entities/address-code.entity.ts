import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An e-mail address that its person has not shown to be theirs yet, and the hash of the code that was sent there. */
@Entity('address_code')
@Check('address_code_tries_left_check', `"tries_left" >= 0`)
@Index('address_code_by_expiry', ['expiresAt'])
export class AddressCode {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ name: 'sealed_address', type: 'text' })
  sealedAddress!: string;

  @Column({ name: 'address_index', type: 'bytea' })
  addressIndex!: Buffer;

  @Column({ name: 'code_hash', type: 'text' })
  codeHash!: string;

  @Column({ name: 'tries_left', type: 'integer' })
  triesLeft!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
