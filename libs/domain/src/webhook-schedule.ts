const HOUR_S = 3600;

/**
 * Seconds before each attempt of a delivery, the first one at once: the schedule that the Standard Webhooks specification
 * gives as its example. It ends 75 h 35 min after the first attempt.
 */
export const WEBHOOK_PAUSES_S: readonly number[] = [
  ...[0, 5, 5 * 60, 30 * 60],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_S),
];
/** So much is added to a pause at most, by chance: what failed together does not come back together. Never less than said. */
const JITTER = 0.1;
/** A receiver that asks for more than a day is asked again after a day. */
export const LONGEST_RETRY_AFTER_S = 24 * HOUR_S;
/** An endpoint that failed for so long without one success is disabled. */
export const FAILING_DAYS = 5;
/** Failures in a row after which an endpoint is left alone for a while. */
const TRIPS_AFTER = 10;
const FIRST_OPEN_S = 30;
const LONGEST_OPEN_S = 600;
/** A probe of an endpoint that was left alone has so long to come back before somebody else may try. */
const PROBE_S = 20;
/** Requests to one endpoint at a time: one that hangs holds no more of them. */
export const WEBHOOKS_IN_FLIGHT = 4;
const BUSY_S = 2;
/** Who has waited for a busy endpoint asks again after so much of that time: a thousand that wait do not ask all the time. */
const BUSY_SHARE = 0.25;
const LONGEST_BUSY_S = 600;
/** A moment that was promised counts for so long: what waited while an endpoint was busy or left alone comes at its rate. */
const PROMISED_S = 5;

/** What a delivery came to with one attempt. */
export type WebhookVerdict = 'delivered' | 'gone' | 'failed' | 'exhausted';

/**
 * Only 2xx is success; a redirect is a failure and never followed; 410 says that nobody listens there any more.
 * @param status nothing when no answer came
 * @param attempts so far, this one included
 */
export function webhookVerdict(status: number | undefined, attempts: number): WebhookVerdict {
  if (status !== undefined && status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  return attempts >= WEBHOOK_PAUSES_S.length ? 'exhausted' : 'failed';
}

/**
 * Seconds until the next attempt.
 * @param attempts so far, all of which failed: from 1 to one less than there may be
 * @param chance from 0 to 1
 * @param retryAfterS what the receiver asked for
 */
export function webhookPause(attempts: number, chance: number, retryAfterS = 0): number {
  const pause = (WEBHOOK_PAUSES_S[attempts] ?? 0) * (1 + JITTER * chance);
  return Math.max(pause, Math.min(retryAfterS, LONGEST_RETRY_AFTER_S));
}

/** Seconds that a `Retry-After` header asks for (RFC 9110, 10.2.3): a number of them, or a date. Nothing when it says neither. */
export function retryAfterOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now.getTime()) / 1000);
}

/** Seconds that an endpoint is left alone after so many failures in a row: longer each time, ten minutes at most. */
export const webhookOpenFor = (failuresInRow: number): number | undefined =>
  failuresInRow < TRIPS_AFTER
    ? undefined
    : Math.min(FIRST_OPEN_S * 2 ** Math.min(failuresInRow - TRIPS_AFTER, 10), LONGEST_OPEN_S);

/** What may keep an attempt waiting. */
export interface WebhookGate {
  /** Requests per second that the endpoint wants at most. */
  readonly rateLimit: number;
  /** When the next request fits under that limit. */
  readonly nextFreeAt: Date;
  /** Left alone until then. */
  readonly openUntil: Date | null;
  /** Requests that are under way. */
  readonly inFlight: number;
  /** The moment that this delivery was promised, when it had to wait for one. */
  readonly slotAt: Date | null;
}
/** `go`, with what changes at the gate; or seconds to wait, which is no attempt. */
export type Passage =
  | { readonly go: true; readonly nextFreeAt: Date; readonly openUntil: Date | null }
  | { readonly go: false; readonly waitS: number; readonly nextFreeAt: Date; readonly slotAt: Date | null };

const after = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);
const between = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000;

/**
 * Whether a delivery may be attempted now. An endpoint that was left alone is probed by one delivery, and the others wait
 * for what comes of it. Who comes too early for the rate limit is promised a moment of their own, so that nobody asks twice.
 * @param chance from 0 to 1
 */
export function webhookPassage(gate: WebhookGate, now: Date, chance: number): Passage {
  const { openUntil, nextFreeAt, slotAt, rateLimit } = gate;
  const waiting = (waitS: number, slot = slotAt, free = nextFreeAt): Passage => ({
    ...{ go: false, waitS, slotAt: slot, nextFreeAt: free },
  });
  if (openUntil && openUntil > now) return waiting(between(now, openUntil) * (1 + chance) + BUSY_S * chance);
  const next = nextFreeAt > now ? nextFreeAt : now;
  const afterNext = after(next, 1 / rateLimit);
  if (gate.inFlight >= WEBHOOKS_IN_FLIGHT) {
    const slot = slotAt ?? next;
    const waited = Math.max(0, between(slot, now)) * BUSY_SHARE;
    const busy = Math.min(BUSY_S * (0.5 + chance) + waited, LONGEST_BUSY_S);
    return waiting(Math.max(busy, between(now, slot)), slot, slotAt ? nextFreeAt : afterNext);
  }
  const open = openUntil ? after(now, PROBE_S) : null;
  if (slotAt && slotAt > now) return waiting(between(now, slotAt));
  if (slotAt && between(slotAt, now) <= PROMISED_S) return { go: true, nextFreeAt, openUntil: open };
  return next > now
    ? waiting(between(now, next), next, afterNext)
    : { go: true, nextFreeAt: afterNext, openUntil: open };
}
