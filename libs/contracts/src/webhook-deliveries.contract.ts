import { z } from 'zod';
import { PageQuery, pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

export const WEBHOOK_DELIVERY_STATUSES = [
  'pending',
  'started',
  'delivered',
  'failed',
  'gone',
  'withheld',
  'held',
  'parked',
] as const;
const status = z.enum(WEBHOOK_DELIVERY_STATUSES).meta({
  description:
    '`pending`, `started`: on its way. `failed`: every attempt failed. `gone`: the receiver answered 410. `withheld`: the ' +
    'organisation may not know of it any more. `held`: the endpoint is disabled. `parked`: it could not be sent at all.',
});

export const WebhookDeliveryQuery = PageQuery.extend({ status: status.optional() });
export type WebhookDeliveryQuery = z.infer<typeof WebhookDeliveryQuery>;

const fields = {
  id,
  endpointId: id,
  /** `webhook-id` of every message. */
  eventId: id,
  type: z.string(),
  status,
  parkedReason: z.string().nullable(),
  /** Since it was sent on its way, or sent again, the last time. */
  attempts: z.number().int(),
  nextAt: instant.nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
};
export const WebhookDeliveryView = z.object(fields).meta({ id: 'WebhookDeliveryView' });
export type WebhookDeliveryView = z.infer<typeof WebhookDeliveryView>;
export const WebhookDeliveryPage = pageOfViews('WebhookDeliveryPage', WebhookDeliveryView);

export const WebhookDeliveryDetail = z
  .object({
    ...fields,
    /** The last hundred, the newest first. */
    log: z.array(
      z.object({
        /** 0; each time that it was sent again counts one more. */
        round: z.number().int(),
        attempt: z.number().int(),
        at: instant,
        statusCode: z.number().int().nullable(),
        /** Why no answer came. */
        error: z.string().nullable(),
        latencyMs: z.number().int(),
        /** The first 8 kB of what was answered. */
        answer: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'WebhookDeliveryDetail' });
export type WebhookDeliveryDetail = z.infer<typeof WebhookDeliveryDetail>;
