import { addHours } from './calendar.js';
import type { EventType } from './events.js';
import { isUrgent, type NotificationKind } from './notification-kinds.js';

export const DIGESTS = ['off', 'daily', 'weekly'] as const;
export type Digest = (typeof DIGESTS)[number];
/** Times of Phnom Penh, `HH:MM`; over midnight when `from` is later. The same twice is no quiet at all. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}
/** When somebody wants to be told. */
export interface TellingTimes {
  readonly quiet?: QuietHours | undefined;
  readonly digest: Digest;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Cambodia keeps UTC+7 all year. */
const PHNOM_PENH = 7 * 60 * MINUTE;
/** Digests go out at this hour of Phnom Penh, the weekly ones on Mondays. */
const DIGEST_AT = 8 * 60 * MINUTE;
/** 1 January 1970 was a Thursday: the first Monday came four days later. */
const FIRST_MONDAY = 4 * DAY;

const ofDay = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
};
const modulo = (n: number, length: number): number => ((n % length) + length) % length;

/** The end of the quiet hours that this instant lies in; the instant itself when it lies in none. */
export function afterQuiet(now: string, quiet: QuietHours | undefined): string {
  if (!quiet) return now;
  const [from, until] = [ofDay(quiet.from), ofDay(quiet.until)];
  const local = modulo(Date.parse(now) + PHNOM_PENH, DAY);
  const length = modulo(until - from, DAY);
  const since = modulo(local - from, DAY);
  return since < length ? new Date(Date.parse(now) + length - since).toISOString() : now;
}

/** The last instant at which digests of this kind went out, this one included. */
export function lastDigest(now: string, digest: Exclude<Digest, 'off'>): string {
  const [length, start] = digest === 'daily' ? [DAY, 0] : [7 * DAY, FIRST_MONDAY];
  const since = modulo(Date.parse(now) + PHNOM_PENH - start - DIGEST_AT, length);
  return addHours(now, -since / (60 * MINUTE));
}

/** With the next digest, and not by itself. */
export const WITH_DIGEST = 'infinity';
/** When a notification may be sent, at the earliest: an instant, or `WITH_DIGEST`. */
export function sendAfter(
  now: string,
  { quiet, digest }: TellingTimes,
  { kind, type }: { readonly kind: NotificationKind; readonly type?: EventType },
): string {
  if (type && isUrgent(type)) return now;
  if (kind === 'happened' && digest !== 'off') return WITH_DIGEST;
  return afterQuiet(now, quiet);
}
