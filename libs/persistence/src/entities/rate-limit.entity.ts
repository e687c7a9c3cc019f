import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried that can be guessed; `key` is a keyed hash of who tried. */
@Entity('rate_limit')
@Index('rate_limit_by_expiry', ['expiresAt'])
export class RateLimit {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  points!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
