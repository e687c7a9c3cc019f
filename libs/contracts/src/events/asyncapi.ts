import { z } from 'zod';
import { EVENT_CATALOGUE, webhookEventShape, type CataloguedEvent } from './catalogue.js';
import { eventShape } from './cloud-event.js';
import { exampleEvent } from './event-example.js';
import { eventSchema, type JsonSchema } from './event-schema.js';

const DESCRIPTION = `What happened to cases, as CloudEvents 1.0.2 in JSON. Three ways to receive it: ask for it (\`feed\`),
be told as it happens (\`stream\`), or be called (\`webhooks\`, by the rules of Standard Webhooks).

Every event is sent at least once: leave alone what has an \`id\` that you have seen. Feed and stream keep the order of a
case; webhooks do not, and carry \`sequence\`. Schemas only grow: new types, new fields and new codes come without notice,
so leave alone what you do not know. What would break a receiver comes as a new type that ends in \`.v2\`.`;
const CONTENT_TYPE = 'application/cloudevents+json';

const OF_CASES = EVENT_CATALOGUE.filter(({ about }) => about === 'qualification');
const CHANNELS = {
  feed: {
    address: '/v1/events',
    title: 'Pull feed',
    description: 'Ask again with `next` as `after` for what came since; kept for 90 days.',
    operation: 'Answers with the events of the cases that you may hear of, in their order.',
    events: OF_CASES,
  },
  stream: {
    address: '/v1/events/stream',
    title: 'Live',
    description:
      'Server-sent events: `event` is the type, `data` the CloudEvent. Resume with `Last-Event-ID`.',
    operation: 'Sends the same events as they happen.',
    events: OF_CASES,
  },
  webhooks: {
    address: null,
    title: 'Webhooks',
    description: 'A POST to an address that the receiver registered at `/v1/webhook-endpoints`.',
    operation: 'Calls every endpoint that wants the type, until it answers 2xx, for 72 hours.',
    events: EVENT_CATALOGUE,
  },
} as const;

/** The headers of Standard Webhooks. */
const SIGNED = {
  headers: {
    type: 'object',
    description: 'Only of calls to an endpoint.',
    properties: {
      'webhook-id': { type: 'string', description: 'The `id` of the event: the same in every repetition.' },
      'webhook-timestamp': {
        type: 'string',
        pattern: '^\\d+$',
        description: 'Unix seconds of this attempt.',
      },
      'webhook-signature': {
        type: 'string',
        description:
          'Signatures with spaces between: `v1,` and base64 of HMAC-SHA256 of `id.timestamp.body`.',
      },
    },
  },
} as const;

const byType = <T>(events: readonly CataloguedEvent[], value: (event: CataloguedEvent) => T) =>
  Object.fromEntries(events.map((event) => [event.type, value(event)]));
/** AsyncAPI reads schemas as draft 7 unless it is told otherwise, and ours say nothing that draft 7 does not. */
const asPart = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'));
const shapeOf = ({ shape }: z.ZodObject): JsonSchema =>
  asPart(z.toJSONSchema(z.object(shape), { target: 'draft-7', io: 'input' }) as JsonSchema);

/** The schemas of what every event is sent as. */
export const envelopeSchemas = (): Readonly<Record<'CloudEvent' | 'WebhookCloudEvent', JsonSchema>> => ({
  CloudEvent: shapeOf(eventShape),
  WebhookCloudEvent: shapeOf(webhookEventShape),
});

const messageOf = (event: CataloguedEvent, publicUrl: string) => ({
  name: event.type,
  title: event.type,
  summary: event.meaning,
  contentType: CONTENT_TYPE,
  payload: {
    allOf: [
      {
        $ref: `#/components/schemas/${event.about === 'qualification' ? 'CloudEvent' : 'WebhookCloudEvent'}`,
      },
      {
        type: 'object',
        properties: {
          type: { const: event.type },
          data: { $ref: `#/components/schemas/${event.type}` },
        },
      },
    ],
  },
  traits: [{ $ref: '#/components/messageTraits/signed' }],
  examples: [{ name: 'whole', payload: exampleEvent(event, publicUrl) }],
});

const channelOf = ({ address, title, description, events }: (typeof CHANNELS)[keyof typeof CHANNELS]) => ({
  address,
  title,
  description,
  ...(address && { servers: [{ $ref: '#/servers/api' }] }),
  messages: byType(events, ({ type }) => ({ $ref: `#/components/messages/${type}` })),
});
const operationOf = ([name, channel]: [string, (typeof CHANNELS)[keyof typeof CHANNELS]]) => ({
  action: 'send',
  title: channel.title,
  summary: channel.operation,
  description: channel.operation,
  channel: { $ref: `#/channels/${name}` },
});

/** The API at its address; a token opens feed and stream. */
const serverAt = (publicUrl: string) => {
  const { host, protocol } = new URL(publicUrl);
  return {
    host,
    protocol: protocol.slice(0, -1),
    security: [{ $ref: '#/components/securitySchemes/bearer' }],
  };
};

/**
 * The AsyncAPI 3.0 document of everything that is sent: made from the same contracts as the events themselves.
 * @param publicUrl where the API is found, without a slash at its end
 */
export const asyncApi = (publicUrl: string): Readonly<Record<string, unknown>> => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Selvedge events',
    version: '1',
    description: DESCRIPTION,
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    tags: [{ name: 'events', description: 'What happened, at least once and in order' }],
  },
  defaultContentType: CONTENT_TYPE,
  servers: { api: serverAt(publicUrl) },
  channels: Object.fromEntries(Object.entries(CHANNELS).map(([name, one]) => [name, channelOf(one)])),
  operations: Object.fromEntries(Object.entries(CHANNELS).map((entry) => [entry[0], operationOf(entry)])),
  components: {
    schemas: {
      ...envelopeSchemas(),
      ...byType(EVENT_CATALOGUE, (event) => asPart(eventSchema(event))),
    },
    messages: byType(EVENT_CATALOGUE, (event) => messageOf(event, publicUrl)),
    messageTraits: { signed: SIGNED },
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'A token that begins with svg_' },
    },
  },
});
