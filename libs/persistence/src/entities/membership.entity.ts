import type { Role } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a person may do in the name of an organisation, until it ends. */
@Entity('membership')
@Check('membership_roles_check', `cardinality("roles") > 0`)
@Index('membership_by_organisation', ['organisationId', 'personId'])
export class Membership {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** What its ETag is made of. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
