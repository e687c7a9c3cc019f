import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A rule set by name; what it says is in its versions. */
@Entity('scheme')
@Index('scheme_by_code', ['code'], { unique: true })
export class Scheme {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
