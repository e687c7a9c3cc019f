import { Injectable } from '@nestjs/common';
import type { PageQuery, ParkedEventView } from '#contracts';
import type { Person } from '#domain';
import { Database, listParkedEvents, retryParkedEvent } from '#persistence';
import { decodeCursor, notFound, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { parkedEventView } from './parked-events.view.js';

/** As PostgreSQL writes an instant: a Date would lose the microseconds. */
const exactly = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/);
const Cursor = z.object({ parkedAt: exactly, id: z.uuid() });

/** Events that could not be told and were set aside, for the programme office. */
@Injectable()
export class ParkedEventsService {
  constructor(private readonly db: Database) {}

  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<ParkedEventView>> {
    const rows = await listParkedEvents(this.db, actor, {
      after: decodeCursor(cursor, Cursor),
      limit: limit + 1,
    });
    return pageOf(rows, limit, parkedEventView, ({ parkedExactly, id }) => ({ parkedAt: parkedExactly, id }));
  }

  /** Has it told again: it gets its place in a moment, or is set aside anew. */
  async retry(actor: Person, id: string): Promise<void> {
    if (!(await retryParkedEvent(this.db, actor, id))) throw notFound('parked event');
  }
}
