import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a buyer's own system calls a supplier. */
@Entity('supplier_external_id')
@Index('supplier_external_id_once', ['buyerId', 'externalId'], { unique: true })
export class SupplierExternalId {
  @PrimaryColumn({ name: 'buyer_id', type: 'uuid' })
  @ForeignKey('Organisation')
  buyerId!: string;

  @PrimaryColumn({ name: 'supplier_id', type: 'uuid' })
  @ForeignKey('Organisation')
  supplierId!: string;

  @Column({ name: 'external_id', type: 'text' })
  externalId!: string;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
