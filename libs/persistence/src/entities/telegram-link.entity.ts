import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The last link with which a person may tie a Telegram account to themselves, once. */
@Entity('telegram_link')
@Index('telegram_link_by_secret', ['secretHash'], { unique: true })
@Index('telegram_link_by_expiry', ['expiresAt'])
export class TelegramLink {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
