import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: which worker hears what is written to the bot, for how long, and the first update that nobody has heard. */
@Entity('telegram_place')
@Check('telegram_place_one_check', '"one"')
export class TelegramPlace {
  @PrimaryColumn({ type: 'boolean', default: true })
  one!: boolean;

  @Column({ name: 'next_update', type: 'bigint' })
  nextUpdate!: string;

  @Column({ type: 'uuid', nullable: true })
  holder!: string | null;

  @Column({ name: 'held_until', type: 'timestamptz', nullable: true })
  heldUntil!: Date | null;
}
