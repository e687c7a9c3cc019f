import type { InterestKind } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Something that an organisation may have in common with another, as a keyed index; or whom it advised, and until when. */
@Entity('interest')
@Check('interest_kind_check', `"kind" in ('owner', 'director', 'address', 'account', 'consulted')`)
@Check('interest_source_check', `"source" in ('declared', 'application')`)
@Check('interest_index_check', `("index" is null) = ("kind" = 'consulted')`)
@Check(
  'interest_consulted_check',
  `("kind" = 'consulted') = (num_nonnulls("consulted_id", "consulted_tin") = 1)`,
)
@Check('interest_application_check', `("source" = 'application') = ("qualification_id" is not null)`)
@Index('interest_by_organisation', ['organisationId', 'kind'])
@Index('interest_by_index', ['index', 'organisationId'])
@Index('interest_by_case', ['qualificationId', 'item'])
export class InterestRow {
  /** A bigint, which `pg` gives as text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ type: 'text' })
  kind!: InterestKind;

  @Column({ type: 'text' })
  source!: 'declared' | 'application';

  /** HMAC-SHA-256 of what is compared; null of advice. */
  @Column({ type: 'bytea', nullable: true })
  index!: Buffer | null;

  /** Whom the organisation advised: as it named them, which need not be known here. */
  @Column({ name: 'consulted_id', type: 'uuid', nullable: true })
  consultedId!: string | null;

  @Column({ name: 'consulted_tin', type: 'text', nullable: true })
  consultedTin!: string | null;

  /** The last day of the advice; null while it goes on. */
  @Column({ type: 'date', nullable: true })
  until!: string | null;

  /** The case whose application says so. */
  @Column({ name: 'qualification_id', type: 'uuid', nullable: true })
  @ForeignKey('Qualification')
  qualificationId!: string | null;

  /** The section of that application. */
  @Column({ type: 'text', nullable: true })
  item!: string | null;

  /** Whose erasure takes it away. */
  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
