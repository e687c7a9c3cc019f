import type { WebhookDeliveryDetail, WebhookDeliveryView } from '#contracts';
import { shownType } from '../webhook-endpoints/webhook-endpoints.view.js';

export const DELIVERY_COLUMNS = `d.id, d.endpoint_id as "endpointId", d.organisation_id as "organisationId",
  d.event_id as "eventId", d.type, d.status, d.parked_reason as "parkedReason", d.attempts, d.next_at as "nextAt",
  d.created_at as "createdAt", d.ended_at as "endedAt",
  to_char(d.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdKey"`;

export interface DeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly organisationId: string;
  readonly eventId: string;
  readonly type: string;
  readonly status: WebhookDeliveryView['status'];
  readonly parkedReason: string | null;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  /** `createdAt` to the microsecond. */
  readonly createdKey: string;
}
export interface LoggedAttempt {
  readonly round: number;
  readonly attempt: number;
  readonly at: string;
  readonly statusCode: number | null;
  readonly error: string | null;
  readonly latencyMs: number;
  /** In base64. */
  readonly answer: string | null;
}

const ON_ITS_WAY: readonly WebhookDeliveryView['status'][] = ['pending', 'started'];

export const deliveryView = (row: DeliveryRow): WebhookDeliveryView => ({
  ...{ id: row.id, endpointId: row.endpointId, eventId: row.eventId, type: shownType(row.type) },
  ...{ status: row.status, parkedReason: row.parkedReason, attempts: row.attempts },
  nextAt: ON_ITS_WAY.includes(row.status) ? row.nextAt.toISOString() : null,
  createdAt: row.createdAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

/** @param log nothing for those who do not manage the endpoint */
export const deliveryDetail = (
  row: DeliveryRow,
  log: readonly LoggedAttempt[] | null,
): WebhookDeliveryDetail => ({
  ...deliveryView(row),
  log: (log ?? []).map(({ at, answer, ...attempt }) => ({
    ...attempt,
    at: new Date(at).toISOString(),
    answer: answer === null ? null : Buffer.from(answer, 'base64').toString(),
  })),
});
