import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person at a browser, in the name of one organisation. Only the hash of what the cookie carries is kept. */
@Entity('session')
@Check('session_method_check', `"method" in ('oidc', 'phone-code')`)
@Check('session_browser_check', `length("browser") between 1 and 60`)
@Check('session_idle_seconds_check', `"idle_seconds" > 0`)
@Check(
  'session_end_check',
  `("ended_at" is null) = ("end_reason" is null) and ("end_reason" is null
      or "end_reason" in ('signed-out', 'ended-elsewhere', 'ended-by-office', 'switched', 'membership-changed', 'identity-removed'))`,
)
@Index('session_by_hash', ['tokenHash'], { unique: true })
@Index('session_by_person', ['personId', 'id'])
export class Session {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ type: 'text' })
  method!: 'oidc' | 'phone-code';

  /** The family of the browser, `Firefox on Android`: enough to recognise one's own, too little to follow anybody. */
  @Column({ type: 'text' })
  browser!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz', default: () => 'now()' })
  lastSeenAt!: Date;

  @Column({ name: 'idle_seconds', type: 'integer' })
  idleSeconds!: number;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ name: 'second_factor_at', type: 'timestamptz', nullable: true })
  secondFactorAt!: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: string | null;
}
