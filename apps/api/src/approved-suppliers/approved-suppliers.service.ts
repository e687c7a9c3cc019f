import { Injectable } from '@nestjs/common';
import type { ApprovedSupplierQuery, ApprovedSupplierView } from '#contracts';
import { approvalScopePaper, deliveriesPaper, type Person } from '#domain';
import { Database, type Row } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { LIST_APPROVED } from './approved-suppliers.queries.js';
import { approvedSupplierView, type ApprovedRow } from './approved-suppliers.view.js';

/** What the list goes on after: the end of an approval, and its case. */
const Place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Suppliers that a buyer approved. */
@Injectable()
export class ApprovedSuppliersService {
  constructor(private readonly db: Database) {}

  /** Those that end first come first. */
  async list(actor: Person, query: ApprovedSupplierQuery): Promise<Page<ApprovedSupplierView>> {
    const { category = null, endsBefore = null, cursor, limit } = query;
    const { organisationId: buyerId } = actor;
    const [endsAt = null, id = null] = decodeCursor(cursor, Place) ?? [];
    const papers = [approvalScopePaper(buyerId), deliveriesPaper(buyerId)];
    const values = [buyerId, endsAt, id, limit + 1, category, endsBefore, ...papers];
    const rows = await this.db.run<ApprovedRow & Row>(actor, LIST_APPROVED, values);
    return pageOf(rows, limit, approvedSupplierView, (row) => [row.endsAt.toISOString(), row.id]);
  }
}
