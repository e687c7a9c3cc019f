import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: up to where in the feed people have been told, and since when they are told at all. */
@Entity('notification_place')
@Check('notification_place_one_check', '"one"')
export class NotificationPlace {
  @PrimaryColumn({ type: 'boolean', default: true })
  one!: boolean;

  @Column({ type: 'bigint' })
  position!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since!: Date;
}
