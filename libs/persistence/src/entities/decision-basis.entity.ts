import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a decision stood on beside the facts of its papers; the journal seals its digest. Append-only. */
@Entity('decision_basis')
@Check('decision_basis_seq_check', `"seq" > 0`)
export class DecisionBasisRow {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  /** Canonical JSON text. */
  @Column({ type: 'text' })
  basis!: string;
}
