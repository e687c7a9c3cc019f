import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The one-time codes of a person (RFC 6238): the secret sealed, recovery codes as hashes, each gone once used. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ name: 'sealed_secret', type: 'text' })
  sealedSecret!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** It counts from the first right code on. */
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  /** The step of 30 seconds whose code was taken last: neither it nor an older one is taken again. */
  @Column({ name: 'last_step', type: 'bigint', nullable: true })
  lastStep!: string | null;

  @Column({ name: 'recovery_hashes', type: 'text', array: true, default: '{}' })
  recoveryHashes!: (string | null)[];
}
