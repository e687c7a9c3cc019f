import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** As whom a sign-in provider knows a person. A subject means nothing without its issuer. */
@Entity('identity')
@Check('identity_issuer_check', `length("issuer") between 1 and 500`)
@Check('identity_subject_check', `length("subject") between 1 and 255`)
@Index('identity_by_subject', ['issuer', 'subject'], { unique: true })
@Index('identity_by_person', ['personId', 'id'])
export class Identity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ type: 'text' })
  issuer!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
