import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const KINDS = `'task', 'happened', 'reminder', 'escalation', 'digest', 'legal', 'endpoint-disabled'`;

/** What one person is told, for one of their organisations: codes, ids and dates, from which words are made when they are shown. */
@Entity('notification')
@Index('notification_once', ['personId', 'eventId', 'kind'], { unique: true })
@Index('notification_in_order', ['personId', 'organisationId', 'id'])
@Index('notification_unread', ['personId', 'organisationId', 'id'], { where: '"read_at" is null' })
@Index('notification_due', ['sendAfter', 'id'], { where: '"dispatched_at" is null' })
@Index('notification_by_age', ['createdAt'])
@Check('notification_kind_check', `"kind" in (${KINDS})`)
export class Notification {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ name: 'event_id', type: 'uuid', nullable: true })
  eventId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'qualification_id', type: 'uuid', nullable: true })
  @ForeignKey('Qualification')
  qualificationId!: string | null;

  @Column({ name: 'case_number', type: 'text', nullable: true })
  caseNumber!: string | null;

  /** The type of the event, and `params` for the words. */
  @Column({ type: 'jsonb' })
  data!: unknown;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  /** When it was handed to the channels, or folded into a digest. */
  @Column({ name: 'dispatched_at', type: 'timestamptz', nullable: true })
  dispatchedAt!: Date | null;

  /** Not before; `infinity` when it goes out with the next digest. */
  @Column({ name: 'send_after', type: 'timestamptz', default: () => 'now()' })
  sendAfter!: Date;
}
