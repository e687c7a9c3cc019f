import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { distinct, id, instant, line, wholeNumber } from './primitives.js';

const MOST_TYPES = 200;
const url = z.string().min(1).max(2000).meta({
  description: 'https on port 443 or 8443, at a public address, without name, password and fragment.',
});
const eventTypes = distinct(z.string().min(1).max(200), 1, MOST_TYPES).meta({
  description: 'Types of events, as `type` of the CloudEvents names them. Absent: all of them.',
});
const rateLimit = wholeNumber(1, 100).meta({ description: 'Requests per second at most.' });

export const CreateWebhookEndpoint = z
  .strictObject({
    url,
    description: line(200).optional(),
    eventTypes: eventTypes.optional(),
    rateLimit: rateLimit.default(10),
    v1a: z.boolean().default(false).meta({ description: 'Sign with Ed25519 as well.' }),
  })
  .meta({ id: 'CreateWebhookEndpoint' });
export type CreateWebhookEndpoint = z.infer<typeof CreateWebhookEndpoint>;

/** What is absent stays as it is; null takes the description or the filter away. */
export const ChangeWebhookEndpoint = z
  .strictObject({
    url: url.optional(),
    description: line(200).nullable().optional(),
    eventTypes: eventTypes.nullable().optional(),
    rateLimit: rateLimit.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'must name what is to be changed')
  .meta({ id: 'ChangeWebhookEndpoint' });
export type ChangeWebhookEndpoint = z.infer<typeof ChangeWebhookEndpoint>;

/** The former secret signs along for the overlap, so that no message is lost while receivers get the new one. */
export const RotateWebhookSecret = z
  .strictObject({ overlapHours: wholeNumber(0, 168).default(24) })
  .meta({ id: 'RotateWebhookSecret' });
export type RotateWebhookSecret = z.infer<typeof RotateWebhookSecret>;

export const RecoverWebhookEndpoint = z
  .strictObject({ since: instant })
  .meta({ id: 'RecoverWebhookEndpoint' });
export type RecoverWebhookEndpoint = z.infer<typeof RecoverWebhookEndpoint>;

const fields = {
  id,
  organisationId: id,
  /** Where it is; to the programme office only of whom. */
  url: z.string(),
  description: z.string().nullable(),
  eventTypes: z.array(z.string()).nullable(),
  status: z.enum(['enabled', 'disabled']),
  disabledReason: z.enum(['by-hand', 'gone', 'failing']).nullable(),
  version: z.number().int(),
  rateLimit: z.number().int(),
  v1a: z.boolean(),
  /** Since then nothing has arrived there. */
  failingSince: instant.nullable(),
  /** After many failures it is left alone until then. */
  pausedUntil: instant.nullable(),
  createdAt: instant,
  /** Secrets that sign now, the newest first. */
  secrets: z.array(
    z.object({
      id,
      kind: z.enum(['v1', 'v1a']),
      /** Of `v1a`: what verifies. */
      publicKey: z.string().nullable(),
      createdAt: instant,
      expiresAt: instant.nullable(),
    }),
  ),
};
export const WebhookEndpointView = z.object(fields).meta({ id: 'WebhookEndpointView' });
export type WebhookEndpointView = z.infer<typeof WebhookEndpointView>;
export const WebhookEndpointPage = pageOfViews('WebhookEndpointPage', WebhookEndpointView);

export const WebhookEndpointDetail = z
  .object({
    ...fields,
    /** Deliveries of the last 24 hours by status. */
    lastDay: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'WebhookEndpointDetail' });
export type WebhookEndpointDetail = z.infer<typeof WebhookEndpointDetail>;

export const NewWebhookEndpointView = z.object({ ...fields, secret: z.string().optional() }).meta({
  id: 'NewWebhookEndpointView',
  description:
    'The secret (`whsec_…`) is shown once: in this answer, and in the same answer to a repeat under its Idempotency-Key.',
});
export type NewWebhookEndpointView = z.infer<typeof NewWebhookEndpointView>;

export const WebhookRecovery = z
  .object({
    /** Deliveries that are on their way now. */
    recovered: z.number().int(),
    /** Whether there are others: ask again. */
    more: z.boolean(),
  })
  .meta({ id: 'WebhookRecovery' });
export type WebhookRecovery = z.infer<typeof WebhookRecovery>;
