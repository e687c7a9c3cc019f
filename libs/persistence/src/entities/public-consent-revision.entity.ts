import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One giving, change or withdrawal of a consent to be public, append-only. */
@Entity('public_consent_revision')
export class PublicConsentRevision {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text', array: true })
  sections!: string[];

  @Column({ name: 'in_force', type: 'boolean' })
  inForce!: boolean;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
