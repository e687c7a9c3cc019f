import { Injectable } from '@nestjs/common';
import type { OperationsView } from '#contracts';
import type { Person } from '#domain';
import { Database, type Row } from '#persistence';
import { READ } from './operations.queries.js';
import { operationsView, type OperationsRow } from './operations.view.js';

/** No more cases are counted that wait to be anchored. */
const MOST_COUNTED = 1000;

/** Whether the service is in order, for the programme office. */
@Injectable()
export class OperationsService {
  constructor(private readonly db: Database) {}

  async get(actor: Person): Promise<OperationsView> {
    const [row] = await this.db.run<OperationsRow & Row>(actor, READ, [MOST_COUNTED]);
    if (!row) throw new Error('a query without from always gives one row');
    return operationsView(row);
  }
}
