import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who acts for one or more organisations. */
@Entity('person')
@Check('person_name_check', `length("name") between 1 and 200`)
@Check('person_language_check', `"language" in ('km', 'en', 'zh')`)
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
}
