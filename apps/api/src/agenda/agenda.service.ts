import { Injectable } from '@nestjs/common';
import type { PageQuery } from '#contracts';
import type { Person } from '#domain';
import { Database, listAudits } from '#persistence';
import { caseNumberBefore, pageOf, type Page } from '#platform';
import { auditSummary, type AuditToDo } from './agenda.view.js';

/** What an auditor has to do. Nobody else has anything here. */
@Injectable()
export class AgendaService {
  constructor(private readonly db: Database) {}

  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<AuditToDo>> {
    const before = caseNumberBefore(cursor);
    const rows = await listAudits(this.db, actor, { before, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      (row) => auditSummary(row, actor),
      (row) => row.caseNumber,
    );
  }
}
