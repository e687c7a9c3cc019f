import { z } from 'zod';
import { DELIVERY_STATUSES, NOTIFICATION_CHANNELS } from '#domain';
import { pageOfViews, PageQuery } from './page.contract.js';
import { id, instant } from './primitives.js';

const channel = z.enum(NOTIFICATION_CHANNELS);
const status = z.enum(DELIVERY_STATUSES);
const kind = z.string().regex(/^[a-z-]{1,40}$/, 'must be a kind of message');

export const MessageDeliveriesQuery = PageQuery.extend({
  status: status.optional(),
  channel: channel.optional(),
  kind: kind.optional(),
  personId: id.optional(),
});
export type MessageDeliveriesQuery = z.infer<typeof MessageDeliveriesQuery>;

export const MessageDeliveryView = z
  .object({
    ...{ id, channel, kind, status },
    notificationId: id.nullable(),
    personId: id.nullable(),
    attempts: z.number().int(),
    error: z.string().nullable(),
    providerId: z.string().nullable(),
    createdAt: instant,
    nextAt: instant.nullable(),
    sentAt: instant.nullable(),
  })
  .meta({
    id: 'MessageDeliveryView',
    description: 'What became of a message; neither what it says nor where it went.',
  });
export type MessageDeliveryView = z.infer<typeof MessageDeliveryView>;
export const MessageDeliveryPage = pageOfViews('MessageDeliveryPage', MessageDeliveryView);
