import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The secret address under which somebody's calendar program reads what is due for one of their organisations. */
@Entity('calendar_feed')
@Index('calendar_feed_by_secret', ['secretHash'], { unique: true })
export class CalendarFeed {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
