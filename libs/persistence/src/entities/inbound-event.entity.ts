import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An event that came in: its ids, its digest and what became of it, never what it said. */
@Entity('inbound_event')
@Check('inbound_event_status_check', `"status" in ('received', 'taken', 'refused')`)
@Index('inbound_event_once', ['sourceId', 'eventId'], { unique: true })
@Index('inbound_event_by_age', ['receivedAt'])
export class InboundEvent {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'source_id', type: 'uuid' })
  @ForeignKey('InboundSource')
  sourceId!: string;

  /** As its sender calls it. */
  @Column({ name: 'event_id', type: 'text' })
  eventId!: string;

  @Column({ type: 'text' })
  type!: string;

  /** Of the bytes that came. */
  @Column({ type: 'bytea' })
  digest!: Buffer;

  @Column({ type: 'text' })
  status!: string;

  /** Why it was refused. */
  @Column({ type: 'text', nullable: true })
  refusal!: string | null;

  @Column({ name: 'qualification_id', type: 'uuid' })
  qualificationId!: string;

  /** The command that it became, which knows what came of it. */
  @Column({ name: 'command_id', type: 'uuid', nullable: true })
  commandId!: string | null;

  @Column({ name: 'received_at', type: 'timestamptz', default: () => 'now()' })
  receivedAt!: Date;
}
