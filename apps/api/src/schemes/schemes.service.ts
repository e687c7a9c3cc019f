import { Injectable } from '@nestjs/common';
import type { CreateScheme, PageQuery, SchemeView } from '#contracts';
import type { Person } from '#domain';
import { Database } from '#persistence';
import { idAfter, notFound, pageOf, type Page } from '#platform';
import { createOnce, unlessTaken } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import * as sql from './schemes.queries.js';
import { schemeView, type SchemeRow } from './schemes.view.js';

/** Schemes are no secret: whoever is signed in may read them, and the office writes them. */
@Injectable()
export class SchemesService {
  constructor(private readonly db: Database) {}

  async create(actor: Person, key: string | undefined, { code, name }: CreateScheme): Promise<SchemeView> {
    const values = [idForNew(actor, 'schemes', key), code, name];
    const taken = {
      constraint: 'scheme_by_code',
      pointer: '#/code',
      detail: 'Another scheme has this code.',
    };
    const created = createOnce<SchemeRow & { same: boolean }>(this.db, actor, sql.CREATE_SCHEME, values);
    return schemeView(await unlessTaken(created, taken));
  }

  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<SchemeView>> {
    const values = [null, idAfter(cursor), limit + 1];
    const rows = await this.db.run<SchemeRow & { id: string }>(actor, sql.READ_SCHEMES, values);
    return pageOf(rows, limit, schemeView, (row) => row.id);
  }

  async read(actor: Person, id: string): Promise<SchemeView> {
    const [row] = await this.db.run<SchemeRow & { id: string }>(actor, sql.READ_SCHEMES, [id, null, 1]);
    if (!row) throw notFound('scheme');
    return schemeView(row);
  }
}
