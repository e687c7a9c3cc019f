import type { BoardColumn } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where a pilot order stands, beside the state it is made from: the board of its buyer over all cases. */
@Entity('pilot_order')
@Check('pilot_order_board_check', `"board" in ('placed', 'confirmed', 'in-production', 'to-inspect', 'done')`)
@Index('pilot_order_by_buyer', ['buyerId', 'dueAt', 'qualificationId', 'id'])
@Index('pilot_order_by_board', ['buyerId', 'board', 'dueAt', 'qualificationId', 'id'])
export class PilotOrderRow {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  /** As the buyer numbered it: once in its case. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'buyer_id', type: 'uuid' })
  @ForeignKey('Organisation')
  buyerId!: string;

  @Column({ type: 'text' })
  board!: BoardColumn;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;
}
