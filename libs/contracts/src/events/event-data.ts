import type { EventData, EventType } from '#domain';
import type { z } from 'zod';
import { APPLICATION_EVENTS } from './application.events.js';
import { AUDIT_EVENTS } from './audit.events.js';
import { APPROVAL_EVENTS, PILOT_EVENTS } from './buyer.events.js';
import { OFFICE_EVENTS } from './office.events.js';
import { ENDING_EVENTS, QUALIFIED_EVENTS } from './qualified.events.js';

/** What each type of event means, in its description, and what its data may hold. */
export const EVENT_DATA = {
  ...APPLICATION_EVENTS,
  ...AUDIT_EVENTS,
  ...PILOT_EVENTS,
  ...APPROVAL_EVENTS,
  ...QUALIFIED_EVENTS,
  ...ENDING_EVENTS,
  ...OFFICE_EVENTS,
} as const satisfies Readonly<Record<EventType, z.ZodObject>>;

type Taken<T extends EventType> = z.input<(typeof EVENT_DATA)[T]>;
type Mutable<V> = V extends readonly (infer U)[] ? U[] : V;
type Plain<T> = { -readonly [K in keyof T]: Mutable<T[K]> };
type Unknown<T extends EventType> = string extends keyof EventData[T]
  ? never
  : Exclude<keyof EventData[T], keyof Taken<T>>;
/** Types of which the rules tell what their schema does not take. */
type Misfits = {
  [T in EventType]: Plain<EventData[T]> extends Taken<T> ? ([Unknown<T>] extends [never] ? never : T) : T;
}[EventType];
type None<T extends never> = T;
/** There is none: the compiler refuses a schema that does not take what the rules tell. */
export type MisfitEvents = None<Misfits>;
