import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one file that this database is anchored in. Its row outlives anchors of lines that the file has lost. */
@Entity('anchor_file')
@Check('anchor_file_single_check', `"single"`)
export class AnchorFileRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  single!: boolean;

  /** SHA-256 of its first line, in hex: what one file is told from another by. */
  @Column({ name: 'first_line', type: 'text' })
  firstLine!: string;

  /** Number of its last line; a bigint, which `pg` gives as text. It never becomes less. */
  @Column({ type: 'bigint' })
  number!: string;
}
