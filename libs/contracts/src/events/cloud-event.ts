import type { EventType } from '#domain';

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

/** CloudEvents 1.0.2 in its JSON format; extension attributes are lower case without separators. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  /** Orders the events of one case: text of digits, compared as text. */
  readonly sequence: string;
  /** The case; every event of one case has the same. */
  readonly correlationid: string;
  /** The decision that it came with: events of one decision have the same. */
  readonly causationid: string;
  readonly data: Readonly<Record<string, unknown>>;
}

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
    dataschema: `${publicUrl}/schemas/${type}.json`,
    sequence: sequenceOf(told),
    correlationid: told.qualificationId,
    causationid: `${told.qualificationId}/${told.seq}`,
    data: told.data,
  };
}
