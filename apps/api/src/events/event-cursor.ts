import { KEPT_DAYS } from '#domain';
import type { FeedPlace } from '#persistence';
import { decodeCursor, encodeCursor, ProblemException } from '#platform';
import { z } from 'zod';

const DAY_MS = 86_400_000;
/** Clocks differ, and what was told at a place was told a moment before or after the next: no cursor is taken so late. */
const MARGIN_MS = 3_600_000;
const Cursor = z.object({ at: z.string().regex(/^\d{1,18}$/), told: z.iso.datetime() });

/** A place in the feed as readers keep it. */
export const cursorOf = ({ position, toldAt }: FeedPlace): string =>
  encodeCursor({ at: position, told: toldAt.toISOString() });

const cut = (detail: string): ProblemException => new ProblemException('feed-cut', { detail });

/**
 * The place that a reader has come to.
 * @throws ProblemException 400 when it is no cursor of the feed; 410 `feed-cut` when events that follow it may be gone
 */
export function placeOf(cursor: string | undefined, now: number): FeedPlace | undefined {
  const read = decodeCursor(cursor, Cursor);
  if (!read) return undefined;
  if (Date.parse(read.told) < now - KEPT_DAYS['feed entries'] * DAY_MS + MARGIN_MS)
    throw cut(
      `Events are kept for ${KEPT_DAYS['feed entries']} days, and this cursor is older: read the cases anew, and the feed without a cursor.`,
    );
  return { position: read.at, toldAt: new Date(read.told) };
}

/** @throws ProblemException 410 when the feed does not reach as far: it was restored from a copy, say */
export function mustBeReached({ position }: FeedPlace, head: string): void {
  if (BigInt(position) > BigInt(head))
    throw cut('The feed does not reach as far as this cursor: read the cases anew, and the feed without it.');
}
