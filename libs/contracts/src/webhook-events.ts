import type { CloudEvent } from './events/cloud-event.js';

/** What an endpoint is told about webhooks themselves, beside what happens to cases. */
export const WEBHOOK_EVENT_TYPES = [
  'org.selvedge.webhook.test.v1',
  'org.selvedge.webhook.endpoint-disabled.v1',
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];

export const isWebhookEventType = (type: string): type is WebhookEventType =>
  WEBHOOK_EVENT_TYPES.some((one) => one === type);

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
  dataschema: `${publicUrl}/schemas/${told.type}.json`,
  data: { endpointId: told.endpointId },
});
