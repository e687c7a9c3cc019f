import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A case on the watch list of a buyer: of the firm, not of one of its people. */
@Entity('case_watch')
@Index('case_watch_by_case', ['qualificationId'])
export class CaseWatch {
  @PrimaryColumn({ name: 'buyer_id', type: 'uuid' })
  @ForeignKey('Organisation')
  buyerId!: string;

  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since!: Date;
}
