import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A place where a supplier produces. */
@Entity('site')
@Check('site_name_check', `length("name") between 1 and 200`)
@Check('site_latitude_check', `"latitude" between -90 and 90`)
@Check('site_longitude_check', `"longitude" between -180 and 180`)
@Index('site_by_supplier', ['supplierId', 'id'])
@Index('site_by_position', ['latitude', 'longitude'])
@Index('site_by_province', ['province', 'id'])
export class Site {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'supplier_id', type: 'uuid' })
  @ForeignKey('Organisation')
  supplierId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text' })
  province!: string;

  @Column({ type: 'double precision' })
  latitude!: number;

  @Column({ type: 'double precision' })
  longitude!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
