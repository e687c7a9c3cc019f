import type { Seal } from '#domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One link of a case's hash chain, append-only; the name in the domain is journal entry. */
@Entity('journal_entry')
@Check('journal_entry_seq_check', `"seq" > 0`)
@Check('journal_entry_seal_check', `"seal" in ('open', 'assessment', 'safeguarding', 'internal')`)
@Index('journal_entry_by_command', ['commandId'], { unique: true })
export class JournalRow {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @Column({ name: 'command_id', type: 'uuid' })
  commandId!: string;

  /** Canonical JSON text: what was hashed, byte for byte. */
  @Column({ type: 'text' })
  payload!: string;

  @Column({ name: 'payload_digest', type: 'bytea' })
  payloadDigest!: Buffer;

  @Column({ name: 'previous_hash', type: 'bytea' })
  previousHash!: Buffer;

  @Column({ type: 'bytea' })
  hash!: Buffer;

  /** Until when it is sealed to the supplier; see `sealOf` of the rules. */
  @Column({ type: 'text', default: 'open' })
  seal!: Seal;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
