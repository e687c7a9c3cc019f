import type { CloudEvent } from './cloud-event.js';
import { schemaAddress } from './event-schema.js';
import { WEBHOOK_EVENTS } from './webhook.events.js';

export type WebhookEventType = keyof typeof WEBHOOK_EVENTS;
export const WEBHOOK_EVENT_TYPES = Object.keys(WEBHOOK_EVENTS) as readonly WebhookEventType[];

export const isWebhookEventType = (type: string): type is WebhookEventType =>
  Object.hasOwn(WEBHOOK_EVENTS, type);

/** It belongs to no case, so it has no place in the order of one. */
export type WebhookEvent = Omit<CloudEvent, 'sequence' | 'correlationid' | 'causationid'>;

/**
 * A CloudEvent about an endpoint.
 * @param endpointId the endpoint that it is about, which need not be the one that is told
 * @param publicUrl where the API is found, without a slash at its end
 */
export const webhookEvent = (
  told: {
    readonly eventId: string;
    readonly type: WebhookEventType;
    readonly endpointId: string;
    readonly at: Date;
  },
  publicUrl: string,
): WebhookEvent => ({
  specversion: '1.0',
  id: told.eventId,
  source: `${publicUrl}/v1/webhook-endpoints`,
  type: told.type,
  subject: `webhook-endpoints/${told.endpointId}`,
  time: told.at.toISOString(),
  datacontenttype: 'application/json',
  dataschema: schemaAddress(told.type, publicUrl),
  data: { endpointId: told.endpointId },
});
