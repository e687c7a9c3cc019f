import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a supplier lets everybody see of a qualification; without a code when it was withdrawn. */
@Entity('public_consent')
@Check(
  'public_consent_sections_check',
  `"sections" <@ array['name', 'category', 'province', 'grade', 'validity', 'certificates']`,
)
@Check('public_consent_code_check', `("code" is null) = ("withdrawn_at" is not null)`)
@Index('public_consent_by_code', ['code'], { unique: true, where: '"code" is not null' })
export class PublicConsent {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text', array: true })
  sections!: string[];

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ name: 'given_at', type: 'timestamptz', default: () => 'now()' })
  givenAt!: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}
