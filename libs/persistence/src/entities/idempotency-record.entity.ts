import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A request that came with an Idempotency-Key: whoever works on it, then the answer that it got. */
@Entity('idempotency_record')
@Index('idempotency_record_by_end', ['expiresAt'])
export class IdempotencyRecord {
  /** Keyed digest of person, organisation, method, address and key. */
  @PrimaryColumn({ name: 'key_hash', type: 'bytea' })
  keyHash!: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  /** Keyed digest of the body. */
  @Column({ type: 'bytea' })
  fingerprint!: Buffer;

  /** Names the run that works, or worked, on it. */
  @Column({ type: 'uuid' })
  claim!: string;

  @Column({ name: 'claimed_at', type: 'timestamptz', default: () => 'now()' })
  claimedAt!: Date;

  /** Status, headers and body, sealed; nothing while it is worked on. */
  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
