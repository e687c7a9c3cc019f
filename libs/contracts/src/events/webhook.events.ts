import { id } from '../primitives.js';
import { event } from './event-fields.js';

/**
 * What endpoints are told about webhooks themselves, by their public types. They belong to no case and stand in no feed, so
 * they have no place in the order of one.
 */
export const WEBHOOK_EVENTS = {
  'org.selvedge.webhook.test.v1': event('Somebody asked for it to see whether an endpoint receives.', {
    endpointId: id,
  }),
  'org.selvedge.webhook.endpoint-disabled.v1': event(
    'An endpoint was disabled: it answered 410, or failed for five days.',
    { endpointId: id },
  ),
} as const;
