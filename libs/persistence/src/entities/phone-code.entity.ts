import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The last code that was asked for with a number, whether or not the number is anybody's. */
@Entity('phone_code')
@Check('phone_code_tries_left_check', `"tries_left" >= 0`)
@Index('phone_code_by_expiry', ['expiresAt'])
export class PhoneCode {
  @PrimaryColumn({ name: 'contact_index', type: 'bytea' })
  contactIndex!: Buffer;

  @Column({ name: 'code_hash', type: 'text' })
  codeHash!: string;

  @Column({ name: 'tries_left', type: 'integer' })
  triesLeft!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
