import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The public holidays of one year, which deadlines in working days leave out. */
@Entity('holiday_calendar')
@Check('holiday_calendar_year_check', `"year" between 2000 and 2200`)
export class HolidayCalendar {
  @PrimaryColumn({ type: 'integer' })
  year!: number;

  /** Local dates such as `2027-04-14`. */
  @Column({ type: 'date', array: true })
  dates!: string[];

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;

  /** What its ETag is made of. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
