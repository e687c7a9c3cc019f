import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who acts for one or more organisations. */
@Entity('person')
@Check('person_name_check', `length("name") between 1 and 200`)
@Check('person_language_check', `"language" in ('km', 'en', 'zh')`)
@Check('person_quiet_check', `("quiet_from" is null) = ("quiet_until" is null)`)
@Check('person_digest_check', `"digest" in ('off', 'daily', 'weekly')`)
export class Person {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: 'en' })
  language!: 'km' | 'en' | 'zh';

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Set when the name was taken away for good. */
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;

  /** Times of Phnom Penh between which nothing is sent that can wait; both or none. */
  @Column({ name: 'quiet_from', type: 'time', nullable: true, default: '21:00:00' })
  quietFrom!: string | null;

  @Column({ name: 'quiet_until', type: 'time', nullable: true, default: '07:00:00' })
  quietUntil!: string | null;

  /** How often what happened is told together. */
  @Column({ type: 'text', default: 'off' })
  digest!: 'off' | 'daily' | 'weekly';
}
