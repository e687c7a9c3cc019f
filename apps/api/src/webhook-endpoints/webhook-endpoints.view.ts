import {
  isWebhookEventType,
  publicType,
  WEBHOOK_EVENT_TYPES,
  type WebhookEndpointDetail,
  type WebhookEndpointView,
} from '#contracts';
import { EVENT_TYPES, type EventType } from '#domain';

/** Secrets that sign now, as JSON, out of rows `from`. */
const signing = (from: string): string =>
  `(select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'publicKey', s.public_key, 'createdAt', s.created_at,
      'expiresAt', s.expires_at) order by s.created_at desc, s.kind)
    from ${from} s where s.endpoint_id = e.id and (s.expires_at is null or s.expires_at > now()))`;

/** @param secrets where the secrets are, when not in their table alone */
export const endpointColumns = (secrets = 'webhook_secret'): string =>
  `e.id, e.organisation_id as "organisationId", e.url, e.description, e.event_types as "eventTypes", e.status,
   e.disabled_reason as "disabledReason", e.version, e.rate_limit as "rateLimit", e.v1a, e.failing_since as "failingSince",
   e.open_until as "openUntil", e.created_at as "createdAt", ${signing(secrets)} as secrets`;

export interface EndpointRow {
  readonly id: string;
  readonly organisationId: string;
  readonly url: string;
  readonly description: string | null;
  readonly eventTypes: readonly string[] | null;
  readonly status: WebhookEndpointView['status'];
  readonly disabledReason: WebhookEndpointView['disabledReason'];
  readonly version: number;
  readonly rateLimit: number;
  readonly v1a: boolean;
  readonly failingSince: Date | null;
  readonly openUntil: Date | null;
  readonly createdAt: Date;
  /** Nothing for those who do not manage it. */
  readonly secrets: WebhookEndpointView['secrets'] | null;
  readonly lastDay?: Readonly<Record<string, number>> | null;
}

const STORED: ReadonlyMap<string, string> = new Map([
  ...EVENT_TYPES.map((type) => [publicType(type), type] as const),
  ...WEBHOOK_EVENT_TYPES.map((type) => [type, type] as const),
]);
/** A type as it is stored, by the name that the world knows it by; nothing for one that there is not. */
export const storedType = (type: string): string | undefined => STORED.get(type);
/** The other way round. */
export const shownType = (stored: string): string =>
  isWebhookEventType(stored) ? stored : publicType(stored as EventType);

/** Whoever manages it sees where it is; the office that there is one, and of whom: an address may hold a key. */
export const endpointView =
  (reader: string) =>
  (row: EndpointRow): WebhookEndpointView => {
    const own = row.organisationId === reader;
    return {
      ...{ id: row.id, organisationId: row.organisationId },
      url: own ? row.url : new URL(row.url).origin,
      description: own ? row.description : null,
      eventTypes: row.eventTypes?.map(shownType) ?? null,
      ...{ status: row.status, disabledReason: row.disabledReason, version: row.version },
      ...{ rateLimit: row.rateLimit, v1a: row.v1a },
      failingSince: row.failingSince?.toISOString() ?? null,
      pausedUntil: row.openUntil && row.openUntil > new Date() ? row.openUntil.toISOString() : null,
      createdAt: row.createdAt.toISOString(),
      secrets: (own ? (row.secrets ?? []) : []).map((secret) => ({
        ...secret,
        createdAt: new Date(secret.createdAt).toISOString(),
        expiresAt: secret.expiresAt === null ? null : new Date(secret.expiresAt).toISOString(),
      })),
    };
  };

export const endpointDetail =
  (reader: string) =>
  (row: EndpointRow): WebhookEndpointDetail => ({
    ...endpointView(reader)(row),
    lastDay: { ...row.lastDay },
  });
