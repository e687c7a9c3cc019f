import { cloudEvent, type CloudEvent, type EventBacklogView, type EventPage } from '#contracts';
import type { FeedBacklog, FeedPage } from '#persistence';
import { cursorOf } from './event-cursor.js';

export const eventPage = ({ entries, next, more }: FeedPage, publicUrl: string): EventPage => ({
  items: entries.map((entry) => cloudEvent(entry, publicUrl)),
  next: cursorOf(next),
  more,
});

/** One event of a stream, in the lines of server-sent events: its place, its type, itself. */
const frame = (cursor: string, event: CloudEvent): string =>
  `id: ${cursor}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

export const frames = ({ entries }: FeedPage, publicUrl: string): string =>
  entries.map((entry) => frame(cursorOf(entry), cloudEvent(entry, publicUrl))).join('');

export const backlogView = ({ waiting, oldest, parked }: FeedBacklog, now: Date): EventBacklogView => ({
  waiting,
  oldestAt: oldest?.toISOString() ?? null,
  oldestSeconds: oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1000) : 0,
  parked,
});
