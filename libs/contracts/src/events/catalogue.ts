import { EVENT_TYPES, type EventType } from '#domain';
import { z } from 'zod';
import { eventShape, publicType } from './cloud-event.js';
import { EVENT_DATA } from './event-data.js';
import { WEBHOOK_EVENTS } from './webhook.events.js';

/** One type of event as the world knows it. */
export interface CataloguedEvent {
  readonly type: string;
  /** What the domain calls it; nothing of what is beside cases. */
  readonly code?: EventType;
  /** What it means, in a sentence. */
  readonly meaning: string;
  readonly about: 'qualification' | 'webhook-endpoint';
  readonly data: z.ZodObject;
}

const links = z.object({ qualification: z.url().max(500) }).meta({ description: 'Where to read more.' });
const meaningOf = (data: z.ZodObject): string => data.description ?? '';

/** Every type of event that is ever sent, by its public name. */
export const EVENT_CATALOGUE: readonly CataloguedEvent[] = [
  ...EVENT_TYPES.map((type): CataloguedEvent => {
    const data: z.ZodObject = EVENT_DATA[type];
    const meaning = meaningOf(data);
    const linked = data.extend({ links }).meta({ description: meaning });
    return { type: publicType(type), code: type, meaning, about: 'qualification', data: linked };
  }),
  ...Object.entries(WEBHOOK_EVENTS).map(([type, data]): CataloguedEvent => ({
    ...{ type, meaning: meaningOf(data), about: 'webhook-endpoint', data },
  })),
];

export const cataloguedEvent = (type: string): CataloguedEvent | undefined =>
  EVENT_CATALOGUE.find((one) => one.type === type);

/** What an event about a webhook endpoint is sent as: without a case, without an order. */
export const webhookEventShape = eventShape
  .omit({ sequence: true, correlationid: true, causationid: true })
  .meta({ id: 'WebhookCloudEvent' });

/** `GET /events`: every type, and what it means. */
export const EventTypeView = z
  .object({
    type: z.string().meta({ examples: ['org.selvedge.qualification.audit-submitted.v1'] }),
    meaning: z.string(),
    about: z.enum(['qualification', 'webhook-endpoint']),
    dataschema: z.url().meta({ description: 'JSON Schema 2020-12 of its data.' }),
  })
  .meta({ id: 'EventTypeView' });
export type EventTypeView = z.infer<typeof EventTypeView>;
export const EventTypeList = z.object({ items: z.array(EventTypeView) }).meta({ id: 'EventTypeList' });
export type EventTypeList = z.infer<typeof EventTypeList>;

/** The last part of the address of a schema: the public type and `.json`. */
export const SchemaDocument = z
  .string()
  .max(120)
  .regex(/^[a-z0-9.-]+\.json$/, 'must be a type of event and .json');
export const EventSchema = z
  .record(z.string(), z.unknown())
  .meta({ id: 'EventSchema', description: 'JSON Schema 2020-12 of the data of one type of event.' });
