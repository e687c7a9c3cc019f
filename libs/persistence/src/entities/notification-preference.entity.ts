import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

const KINDS = `'task', 'happened', 'reminder', 'escalation', 'digest', 'legal', 'endpoint-disabled'`;

/** By which channel somebody wants to be told of a kind; `none` alone: not at all. Without a row the channels decide. */
@Entity('notification_preference')
@Check('notification_preference_kind_check', `"kind" in (${KINDS})`)
@Check('notification_preference_channel_check', `"channel" in ('email', 'telegram', 'sms', 'none')`)
export class NotificationPreference {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text' })
  channel!: string;
}
