import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An input that a buyer wants from suppliers nearby. */
@Entity('demand')
@Check('demand_monthly_quantity_check', `"monthly_quantity" > 0`)
@Check('demand_price_usd_check', `"price_usd" > 0`)
@Index('demand_by_category', ['category', 'id'], { where: '"closed_at" is null' })
@Index('demand_by_buyer', ['buyerId', 'id'])
export class DemandRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'buyer_id', type: 'uuid' })
  @ForeignKey('Organisation')
  buyerId!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ name: 'hs_lines', type: 'text', array: true })
  hsLines!: string[];

  @Column({ name: 'end_markets', type: 'text', array: true })
  endMarkets!: string[];

  @Column({ name: 'monthly_quantity', type: 'double precision' })
  monthlyQuantity!: number;

  @Column({ type: 'text' })
  unit!: string;

  @Column({ type: 'text', array: true })
  provinces!: string[];

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** When the buyer wanted it no more. */
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** Of one unit, as the buyer thinks of it. */
  @Column({ name: 'price_usd', type: 'double precision', nullable: true })
  priceUsd!: number | null;
}
