import type { OrganisationKind } from '#domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A supplier, audit firm, buyer or programme office. */
@Entity('organisation')
@Check('organisation_kind_check', `"kind" in ('supplier', 'audit-firm', 'buyer', 'programme-office')`)
@Check('organisation_name_check', `length("name") between 1 and 200`)
@Index('organisation_by_kind', ['kind', 'id'])
@Index('organisation_by_name', ['normalisedName'])
@Index('organisation_by_tin', ['tin'], { where: '"tin" is not null' })
@Index('organisation_by_phone', ['phone'], { where: '"phone" is not null' })
export class Organisation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: OrganisationKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'normalised_name', type: 'text' })
  normalisedName!: string;

  @Column({ type: 'text', nullable: true })
  tin!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
