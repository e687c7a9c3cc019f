import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who of another organisation read what of a case, append-only: one row for a person, a reading and an hour. */
@Entity('access_log')
@Check('access_log_relation_check', `"relation" in ('audit-firm', 'buyer', 'programme-office')`)
@Index('access_log_once', ['qualificationId', 'organisationId', 'personId', 'operation', 'item', 'hour'], {
  unique: true,
})
@Index('access_log_in_order', ['qualificationId', 'id'])
export class AccessLog {
  /** A bigint, which `pg` gives as text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  /** As it was called then: the supplier may not see the organisation any more. */
  @Column({ name: 'organisation_name', type: 'text' })
  organisationName!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  relation!: 'audit-firm' | 'buyer' | 'programme-office';

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'text' })
  operation!: string;

  /** What of several things the operation was about; empty when it was about the case. */
  @Column({ type: 'text', default: '' })
  item!: string;

  @Column({ type: 'timestamptz' })
  hour!: Date;
}
