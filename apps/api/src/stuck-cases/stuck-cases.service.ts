import { Injectable } from '@nestjs/common';
import type { StuckCaseQuery, StuckCaseView } from '#contracts';
import type { Person } from '#domain';
import { Database, listStuckCases } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { stuckCaseView } from './stuck-cases.view.js';

const text = z.string().max(200);
const StuckCursor = z.object({ caseNumber: text, reason: text, subject: text });

/** Cases that need somebody to look at them, for the programme office. */
@Injectable()
export class StuckCasesService {
  constructor(private readonly db: Database) {}

  async list(actor: Person, query: StuckCaseQuery): Promise<Page<StuckCaseView>> {
    const { cursor, limit, language, reason = [] } = query;
    const page = { after: decodeCursor(cursor, StuckCursor), limit: limit + 1 };
    const rows = await listStuckCases(this.db, actor, [reason].flat(), page);
    const keyOf = ({ caseNumber, reason, subject }: (typeof rows)[number]) => ({
      caseNumber,
      reason,
      subject,
    });
    return pageOf(rows, limit, stuckCaseView(language), keyOf);
  }
}
