import { z } from 'zod';
import type { EventType } from '#domain';
import { id, instant } from '../primitives.js';
import { schemaAddress } from './event-schema.js';

/** An event as one organisation is told of it, as far as its CloudEvent is made of it. */
export interface ToldEvent {
  readonly eventId: string;
  readonly qualificationId: string;
  /** Of the decision in its case, and the place among the events of that decision. */
  readonly seq: number;
  readonly part: number;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
}

/**
 * CloudEvents 1.0.2 in its JSON format, as it is sent and shown everywhere; extension attributes are lower case without
 * separators. What `data` holds depends on `type`: the document at `dataschema` says it.
 */
export const eventShape = z
  .object({
    specversion: z.literal('1.0'),
    id: id.meta({
      description: 'The same in every repetition: what a receiver has seen already it may leave.',
    }),
    source: z.url().max(500),
    type: z
      .string()
      .max(100)
      .regex(/^org\.selvedge\.[a-z.-]+\.v[1-9]\d*$/)
      .meta({
        description: 'Grows: receivers leave alone what they do not know.',
        examples: ['org.selvedge.qualification.audit-submitted.v1'],
      }),
    subject: z
      .string()
      .max(100)
      .regex(/^[a-z-]+\/[0-9a-f-]{36}$/),
    time: instant,
    datacontenttype: z.literal('application/json'),
    dataschema: z.url().max(500),
    sequence: z
      .string()
      .regex(/^\d{12}$/)
      .meta({ description: 'Orders the events of one subject: digits, compared as text.' }),
    correlationid: id.meta({ description: 'The case: every event of one case has the same.' }),
    causationid: z
      .string()
      .max(100)
      .regex(/^[0-9a-f-]{36}\/\d+$/)
      .meta({ description: 'The decision that it came with: events of one decision have the same.' }),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CloudEvent' });
export type CloudEvent = Readonly<z.infer<typeof eventShape>>;

/** `audit-submitted` as the world knows it. */
export const publicType = (type: EventType): string => `org.selvedge.qualification.${type}.v1`;

const digits = (n: number, length: number): string => String(n).padStart(length, '0');
/** Text that orders as `seq`, then `part`. */
export const sequenceOf = ({ seq, part }: Pick<ToldEvent, 'seq' | 'part'>): string =>
  `${digits(seq, 9)}${digits(part, 3)}`;

/**
 * What is sent and shown of an event, everywhere the same.
 * @param publicUrl where the API is found, without a slash at its end
 */
export function cloudEvent(told: ToldEvent, publicUrl: string): CloudEvent {
  const type = publicType(told.type);
  return {
    specversion: '1.0',
    id: told.eventId,
    source: `${publicUrl}/v1/qualifications`,
    type,
    subject: `qualifications/${told.qualificationId}`,
    time: told.occurredAt.toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaAddress(type, publicUrl),
    sequence: sequenceOf(told),
    correlationid: told.qualificationId,
    causationid: `${told.qualificationId}/${told.seq}`,
    data: {
      ...told.data,
      links: { qualification: `${publicUrl}/v1/qualifications/${told.qualificationId}` },
    },
  };
}
