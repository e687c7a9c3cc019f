import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where a person can be reached and signs in with: sealed, and found by its index. Nobody shares one with another. */
@Entity('person_contact')
@Check('person_contact_kind_check', `"kind" in ('phone')`)
@Index('person_contact_by_index', ['contactIndex'], { unique: true })
export class PersonContact {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @Column({ name: 'sealed_contact', type: 'text' })
  sealedContact!: string;

  @Column({ name: 'contact_index', type: 'bytea' })
  contactIndex!: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'verified_at', type: 'timestamptz', nullable: true })
  verifiedAt!: Date | null;
}
