import { Injectable } from '@nestjs/common';
import type { ScreeningListQuery, ScreeningListView } from '#contracts';
import type { Person } from '#domain';
import { Database, type Row } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { LIST } from './screening-lists.queries.js';
import { screeningListView, type ScreeningListRow } from './screening-lists.view.js';

/** As PostgreSQL writes an instant: a Date would lose the microseconds. */
const exactly = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/);
const Cursor = z.object({ loadedAt: exactly, list: z.string().max(200), sha256: z.string().max(64) });
const FIRST = { loadedAt: 'infinity', list: '', sha256: '' };

/** Which editions of sanctions lists people are screened against. */
@Injectable()
export class ScreeningListsService {
  constructor(private readonly db: Database) {}

  async list(actor: Person, query: ScreeningListQuery): Promise<Page<ScreeningListView>> {
    const { cursor, limit, list = null } = query;
    const { loadedAt, list: after, sha256 } = decodeCursor(cursor, Cursor) ?? FIRST;
    const values = [loadedAt, after, sha256, limit + 1, list];
    const rows = await this.db.run<ScreeningListRow & Row>(actor, LIST, values);
    return pageOf(rows, limit, screeningListView, (row) => ({
      ...{ loadedAt: row.loadedExactly, list: row.list, sha256: row.sha256 },
    }));
  }
}
