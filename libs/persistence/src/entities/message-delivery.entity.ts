import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What became of a message on one channel. Neither text nor address stands here. */
@Entity('message_delivery')
@Check('message_delivery_channel_check', `"channel" in ('email', 'telegram', 'sms')`)
@Check(
  'message_delivery_status_check',
  `"status" in ('queued', 'sending', 'sent', 'failed', 'bounced', 'unsubscribed')`,
)
@Check('message_delivery_of_check', `num_nonnulls("notification_id", "message_id") = 1`)
@Index('message_delivery_once', ['notificationId', 'channel'], { unique: true })
@Index('message_delivery_of_message', ['messageId'], { unique: true })
@Index('message_delivery_due', ['channel', 'urgent', 'nextAt'], {
  where: `"status" in ('queued', 'sending')`,
})
@Index('message_delivery_by_status', ['status', 'id'])
@Index('message_delivery_by_kind', ['kind', 'id'])
@Index('message_delivery_by_channel', ['channel', 'id'])
@Index('message_delivery_by_person', ['personId', 'id'])
@Index('message_delivery_by_age', ['createdAt'])
export class MessageDelivery {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'notification_id', type: 'uuid', nullable: true })
  notificationId!: string | null;

  /** A letter of ours beside notifications: an invitation, a code. */
  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId!: string | null;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  @ForeignKey('Person')
  personId!: string | null;

  @Column({ type: 'text' })
  channel!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  status!: string;

  /** A code that somebody waits for: it goes first. */
  @Column({ type: 'boolean' })
  urgent!: boolean;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** When it is tried, or when whoever sends it is taken for dead. */
  @Column({ name: 'next_at', type: 'timestamptz', nullable: true })
  nextAt!: Date | null;

  @Column({ name: 'give_up_at', type: 'timestamptz' })
  giveUpAt!: Date;

  /** The Message-ID of a letter; what a provider calls it. */
  @Column({ name: 'provider_id', type: 'text', nullable: true })
  providerId!: string | null;

  /** A short code, `smtp-550`: nothing that a provider wrote of the recipient. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}
