import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** `interview`: what workers told the auditor. The others go with a decision and say what happened to a child. */
export type SafeguardingNoteKind = 'interview' | 'child-found' | 'child-safe' | 'verdict';

/** One version of a note about people in danger, append-only; its text opens with the safeguarding key only. */
@Entity('safeguarding_note')
@Check('safeguarding_note_version_check', `"version" > 0`)
@Check('safeguarding_note_kind_check', `"kind" in ('interview', 'child-found', 'child-safe', 'verdict')`)
@Check('safeguarding_note_sealed_check', `length("sealed") between 1 and 100000`)
@Index('safeguarding_note_by_case', ['qualificationId', 'id', 'version'])
export class SafeguardingNote {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @Column({ type: 'text' })
  kind!: SafeguardingNoteKind;

  /** In the order they were written; a bigint, which `pg` gives as text. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  position!: string;

  @Column({ type: 'text' })
  sealed!: string;

  /** With the text it makes the digest: nobody finds a text by trying. */
  @Column({ type: 'bytea' })
  salt!: Buffer;

  @Column({ type: 'bytea' })
  digest!: Buffer;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  /** Case time. */
  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: Date;
}
