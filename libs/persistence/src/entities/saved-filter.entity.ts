import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody narrows a list to, under a name of their own, in the name of one organisation. */
@Entity('saved_filter')
@Check('saved_filter_name_check', `length("name") between 1 and 60`)
@Index('saved_filter_by_name', ['personId', 'organisationId', 'list', 'name'], { unique: true })
export class SavedFilter {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('Person')
  personId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ type: 'text' })
  list!: string;

  @Column({ type: 'text' })
  name!: string;

  /** As it stands in the address of the list. */
  @Column({ type: 'jsonb' })
  query!: unknown;

  /** What its ETag is made of. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
