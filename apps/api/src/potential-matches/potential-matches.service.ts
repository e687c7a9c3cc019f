import { Injectable } from '@nestjs/common';
import type { PotentialMatchQuery, PotentialMatchView } from '#contracts';
import type { Person } from '#domain';
import { Database, listPotentialMatches, PersonalData } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { placeOfTask, TaskCursor } from '../tasks/tasks.cursor.js';
import { potentialMatchView } from './potential-matches.view.js';

/** What officers have to judge of names on lists, over all cases. */
@Injectable()
export class PotentialMatchesService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
  ) {}

  async list(actor: Person, query: PotentialMatchQuery): Promise<Page<PotentialMatchView>> {
    const { cursor, limit, check, overdue, ...asked } = query;
    const filter = { ...asked, subject: check, overdue: overdue === 'true' };
    const page = { after: decodeCursor(cursor, TaskCursor), limit: limit + 1 };
    const rows = await listPotentialMatches(this.db, this.personal, actor, filter, page);
    return pageOf(rows, limit, potentialMatchView, placeOfTask);
  }
}
