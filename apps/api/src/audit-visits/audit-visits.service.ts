import { Injectable } from '@nestjs/common';
import type { AuditVisitQuery, AuditVisitView } from '#contracts';
import type { Person } from '#domain';
import { Database, listVisits } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { auditVisitView } from './audit-visits.view.js';

const VisitCursor = z.object({ on: z.iso.date(), qualificationId: z.uuid() });

/** When audits are on site, for the programme office. */
@Injectable()
export class AuditVisitsService {
  constructor(private readonly db: Database) {}

  async list(actor: Person, query: AuditVisitQuery): Promise<Page<AuditVisitView>> {
    const { cursor, limit, from, to, ...filter } = query;
    const page = { after: decodeCursor(cursor, VisitCursor), limit: limit + 1 };
    const rows = await listVisits(this.db, actor, { from, to }, filter, page);
    return pageOf(rows, limit, auditVisitView, ({ on, qualificationId }) => ({ on, qualificationId }));
  }
}
