import { Injectable } from '@nestjs/common';
import type { EscalationQuery, EscalationView } from '#contracts';
import type { Person } from '#domain';
import { Database, listEscalations } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { placeOfTask, TaskCursor } from '../tasks/tasks.cursor.js';
import { escalationView } from './escalations.view.js';

/** What is past its due date, whoever must act: for the programme office. */
@Injectable()
export class EscalationsService {
  constructor(private readonly db: Database) {}

  async list(
    actor: Person,
    { cursor, limit, what, ...asked }: EscalationQuery,
  ): Promise<Page<EscalationView>> {
    const filter = { ...asked, what: what === undefined ? undefined : [what].flat() };
    const page = { after: decodeCursor(cursor, TaskCursor), limit: limit + 1 };
    const rows = await listEscalations(this.db, actor, filter, page);
    return pageOf(rows, limit, escalationView, placeOfTask);
  }
}
