import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The holidays of a year as they were once loaded. Append-only. */
@Entity('holiday_edition')
export class HolidayEdition {
  @PrimaryColumn({ type: 'integer' })
  year!: number;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'date', array: true })
  dates!: string[];

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
