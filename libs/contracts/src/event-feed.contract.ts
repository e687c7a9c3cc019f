import { z } from 'zod';
import { EVENT_TYPES, PARK_REASONS, type EventType } from '#domain';
import { eventShape, publicType } from './events/cloud-event.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

const typeName = z.enum(EVENT_TYPES.map(publicType)).meta({ id: 'EventTypeName' });
const BY_NAME = new Map(EVENT_TYPES.map((type) => [publicType(type), type]));
/** The types that these names mean; none for names that are not ours. */
export const eventTypesOf = (names: readonly string[]): readonly EventType[] =>
  names.flatMap((name) => BY_NAME.get(name) ?? []);

const after = z
  .string()
  .min(1)
  .max(500)
  .optional()
  .meta({ description: '`next` of the page before; without it from the oldest event that is kept.' });
const type = z
  .union([typeName, z.array(typeName).min(1).max(50)])
  .optional()
  .meta({ description: 'Only events of this type; repeat it for several.' });

/** `?after=&limit=&type=&qualificationId=` of the feed. */
export const EventQuery = z.strictObject({
  after,
  limit: z.coerce.number<string>().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
  type,
  qualificationId: id.optional(),
});
export type EventQuery = z.infer<typeof EventQuery>;

export const EventStreamQuery = EventQuery.omit({ limit: true })
  .extend({ after: after.meta({ description: 'As `Last-Event-ID`, which goes before it.' }) })
  .strict();
export type EventStreamQuery = z.infer<typeof EventStreamQuery>;

export const EventPage = z
  .object({
    items: z.array(eventShape),
    next: z.string().meta({ description: 'Pass it as `after` the next time, also when nothing came.' }),
    more: z.boolean().meta({ description: 'Whether to ask again at once.' }),
  })
  .meta({ id: 'EventPage' });
export type EventPage = z.infer<typeof EventPage>;

export const ParkedEventView = z
  .object({
    id,
    qualificationId: id,
    sequence: z.string(),
    type: z.string(),
    reason: z.enum(PARK_REASONS),
    parkedAt: instant,
  })
  .meta({ id: 'ParkedEventView' });
export type ParkedEventView = z.infer<typeof ParkedEventView>;
export const ParkedEventPage = pageOfViews('ParkedEventPage', ParkedEventView);

export const EventBacklogView = z
  .object({
    waiting: z.number().int().meta({ description: 'Events that have no place in the feed yet.' }),
    oldestAt: instant.nullable(),
    oldestSeconds: z.number().meta({ description: 'For how long the oldest of them has waited.' }),
    parked: z.number().int().meta({ description: 'Events that were set aside.' }),
  })
  .meta({ id: 'EventBacklogView' });
export type EventBacklogView = z.infer<typeof EventBacklogView>;
