import type { InboundEventView, InboundSourceView } from '#contracts';

export interface InboundSourceRow {
  readonly id: string;
  readonly name: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly previousUntil: Date | null;
  readonly rotationId: string | null;
}
export interface InboundEventRow {
  readonly id: string;
  readonly sourceId: string;
  readonly eventId: string;
  readonly type: string;
  readonly qualificationId: string;
  readonly digest: string;
  readonly commandId: string | null;
  readonly receivedAt: Date;
  readonly status: InboundEventView['status'];
  readonly refusal: string | null;
}

/** What the events of a source say as their `source`. */
export const sourceUri = (id: string): string => `urn:uuid:${id}`;

export const inboundSourceView = (row: InboundSourceRow): InboundSourceView => ({
  id: row.id,
  source: sourceUri(row.id),
  name: row.name,
  personId: row.personId,
  createdAt: row.createdAt.toISOString(),
  disabledAt: row.disabledAt?.toISOString() ?? null,
  previousSecretUntil: row.previousUntil?.toISOString() ?? null,
});

export const inboundEventView = (row: InboundEventRow): InboundEventView => ({
  id: row.id,
  source: sourceUri(row.sourceId),
  eventId: row.eventId,
  type: row.type,
  qualificationId: row.qualificationId,
  status: row.status,
  ...(row.refusal && { refusal: row.refusal }),
  ...(row.commandId && { commandId: row.commandId }),
  receivedAt: row.receivedAt.toISOString(),
});
