import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a supplier last let a buyer read of a case, and until when. It ends by itself; nobody has to notice. */
@Entity('consent')
@Check('consent_sections_check', `cardinality("sections") > 0`)
@Index('consent_by_buyer', ['buyerId', 'qualificationId'])
export class Consent {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ name: 'buyer_id', type: 'uuid' })
  @ForeignKey('Organisation')
  buyerId!: string;

  @Column({ type: 'text', array: true })
  sections!: string[];

  @Column({ name: 'given_at', type: 'timestamptz' })
  givenAt!: Date;

  @Column({ name: 'valid_until', type: 'timestamptz' })
  validUntil!: Date;

  /** Withdrawn, or noticed by the case's clock to have run out. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
