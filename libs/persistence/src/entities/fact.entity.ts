import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What is known now about one item of a working paper. */
@Entity('fact')
@Check('fact_version_check', `"version" > 0`)
@Index('fact_of_deliveries', ['qualificationId'], { where: `"paper" like 'deliveries:%'` })
export class Fact {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'text' })
  paper!: string;

  @PrimaryColumn({ type: 'text' })
  item!: string;

  @Column({ type: 'jsonb' })
  content!: unknown;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'on_behalf', type: 'boolean', default: false })
  onBehalf!: boolean;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;
}
