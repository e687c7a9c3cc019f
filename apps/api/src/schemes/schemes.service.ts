import { Injectable } from '@nestjs/common';
import type {
  CreateScheme,
  PageQuery,
  PublishSchemeVersion,
  SchemeVersionSummary,
  SchemeVersionView,
  SchemeView,
} from '#contracts';
import { DEFAULT_SCHEME_CONTENT, type Person } from '#domain';
import { Database } from '#persistence';
import { alreadyExists, idAfter, isUniqueViolation, notFound, pageOf, type Page } from '#platform';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import * as sql from './schemes.queries.js';
import { schemeView, versionSummary, versionView, type SchemeRow, type VersionRow } from './schemes.view.js';

type Whole = VersionRow & { readonly content: Record<string, unknown> };

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

  /** Publish a version. It never changes: a better one is another version. */
  async publish(
    actor: Person,
    schemeId: string,
    key: string | undefined,
    { version, content }: PublishSchemeVersion,
  ): Promise<SchemeVersionView> {
    await this.read(actor, schemeId);
    const id = idForNew(actor, `schemes/${schemeId}/versions`, key);
    const values = [id, schemeId, version, JSON.stringify(content ?? DEFAULT_SCHEME_CONTENT)];
    const taken = {
      constraint: 'scheme_version_by_scheme',
      pointer: '#/version',
      detail: 'This version was published before.',
    };
    const created = createOnce<Whole & { same: boolean }>(this.db, actor, sql.PUBLISH_VERSION, values);
    return versionView(await unlessTaken(created, taken));
  }

  async versions(
    actor: Person,
    schemeId: string,
    { cursor, limit }: PageQuery,
  ): Promise<Page<SchemeVersionSummary>> {
    await this.read(actor, schemeId);
    const values = [schemeId, idAfter(cursor), limit + 1];
    const rows = await this.db.run<VersionRow & { id: string }>(actor, sql.LIST_VERSIONS, values);
    return pageOf(rows, limit, versionSummary, (row) => row.id);
  }

  async version(actor: Person, schemeId: string, id: string): Promise<SchemeVersionView> {
    const [row] = await this.db.run<Whole & { id: string }>(actor, sql.READ_VERSION, [schemeId, id]);
    if (!row) throw notFound('scheme version');
    return versionView(row);
  }
}

/** A second row with the same name is the caller's mistake, not ours. */
async function unlessTaken<T>(
  creating: Promise<T>,
  { constraint, pointer, detail }: { constraint: string; pointer: string; detail: string },
): Promise<T> {
  try {
    return await creating;
  } catch (error) {
    throw isUniqueViolation(error, constraint) ? alreadyExists(pointer, detail) : error;
  }
}
