import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That an audit firm or a buyer declared its interests, if only that it has none; the last declaration holds. */
@Entity('interest_declaration')
export class InterestDeclaration {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey('Organisation')
  organisationId!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'declared_by', type: 'uuid' })
  declaredBy!: string;

  @Column({ name: 'declared_at', type: 'timestamptz', default: () => 'now()' })
  declaredAt!: Date;
}
