import { Injectable } from '@nestjs/common';
import type { AccessView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { Database, listAccesses } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { FactsService } from '../facts/facts.service.js';
import { accessView } from './accesses.view.js';

/** A bigint as PostgreSQL writes it. */
const LogId = z.string().regex(/^[1-9]\d{0,17}$/);

/** What others read of a case. The readings themselves write it, each in its own transaction. */
@Injectable()
export class AccessesService {
  constructor(
    private readonly db: Database,
    private readonly facts: FactsService,
  ) {}

  async list(actor: Person, id: string, { cursor, limit }: PageQuery): Promise<Page<AccessView>> {
    const before = decodeCursor(cursor, LogId);
    await this.facts.mayKnow('listAccesses', actor, id);
    const rows = await listAccesses(this.db, actor, id, { before, limit: limit + 1 });
    return pageOf(rows, limit, accessView, (row) => row.id);
  }
}
