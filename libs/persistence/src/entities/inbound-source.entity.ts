import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A system of an organisation that sends events, for the member who answers for it. */
@Entity('inbound_source')
@Index('inbound_source_by_organisation', ['organisationId', 'id'])
@Index('inbound_source_by_person', ['personId', 'organisationId'])
export class InboundSource {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ type: 'text' })
  name!: string;

  /** The secret that it signs with, sealed: a signature is checked with the secret itself. */
  @Column({ name: 'sealed_secret', type: 'text' })
  sealedSecret!: string;

  /** Good until the overlap of a rotation ends. */
  @Column({ name: 'previous_secret', type: 'text', nullable: true })
  previousSecret!: string | null;

  @Column({ name: 'previous_until', type: 'timestamptz', nullable: true })
  previousUntil!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Names the last rotation, so that its repeat is known for what it is. */
  @Column({ name: 'rotation_id', type: 'uuid', nullable: true })
  rotationId!: string | null;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt!: Date | null;
}
