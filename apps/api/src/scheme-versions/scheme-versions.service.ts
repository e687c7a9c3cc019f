import { Injectable } from '@nestjs/common';
import {
  SchemeFile,
  type CreateSchemeVersion,
  type PageQuery,
  type SchemeVersionSummary,
  type SchemeVersionView,
} from '#contracts';
import {
  DEFAULT_SCHEME_CONTENT,
  schemeChanges,
  withKeptReviews,
  type Person,
  type SchemeContent,
} from '#domain';
import { canonicalText, Database } from '#persistence';
import { idAfter, notFound, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { Authorisation } from '../auth/authorisation.js';
import { createOnce, unlessTaken } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import { SchemesService } from '../schemes/schemes.service.js';
import * as sql from './scheme-versions.queries.js';
import {
  schemeFile,
  versionSummary,
  versionView,
  type VersionRow,
  type WholeVersion,
} from './scheme-versions.view.js';

type Whole = WholeVersion & Record<string, unknown>;

/** Versions of schemes: published ones are no secret; drafts are the office's. */
@Injectable()
export class SchemeVersionsService {
  constructor(
    private readonly db: Database,
    private readonly schemes: SchemesService,
    private readonly authorisation: Authorisation,
  ) {}

  /** A draft: of this content, of that of another version of the scheme, or of the programme's own scheme. */
  async create(
    actor: Person,
    schemeId: string,
    key: string | undefined,
    { version, content, basedOn }: CreateSchemeVersion,
  ): Promise<SchemeVersionView> {
    await this.schemes.read(actor, schemeId);
    const base = basedOn === undefined ? undefined : await this.whole(actor, schemeId, basedOn);
    const written = content && withKeptReviews(content, base?.content);
    const begun = written ?? base?.content ?? DEFAULT_SCHEME_CONTENT;
    return this.begin(actor, schemeId, key, { version, content: begun });
  }

  private async begin(
    actor: Person,
    schemeId: string,
    key: string | undefined,
    { version, content }: { readonly version: string; readonly content: SchemeContent },
  ): Promise<SchemeVersionView> {
    const id = idForNew(actor, `schemes/${schemeId}/versions`, key);
    const values = [id, schemeId, version, JSON.stringify(content), actor.personId];
    const taken = {
      constraint: 'scheme_version_by_scheme',
      pointer: '#/version',
      detail: 'There is a version of this name.',
    };
    const created = createOnce<Whole & { same: boolean }>(this.db, actor, sql.CREATE_VERSION, values);
    return versionView(await unlessTaken(created, taken), true);
  }

  /** The same from a file. That words were reviewed is not believed of a file: somebody here does it. */
  async import(actor: Person, schemeId: string, key: string | undefined, { version, content }: SchemeFile) {
    await this.schemes.read(actor, schemeId);
    return this.begin(actor, schemeId, key, { version, content: withKeptReviews(content) });
  }

  async list(
    actor: Person,
    schemeId: string,
    { cursor, limit }: PageQuery,
  ): Promise<Page<SchemeVersionSummary>> {
    await this.schemes.read(actor, schemeId);
    const office = this.authorisation.looksAcross(actor);
    const values = [schemeId, idAfter(cursor), limit + 1, office];
    const rows = await this.db.run<VersionRow & { id: string }>(actor, sql.LIST_VERSIONS, values);
    return pageOf(
      rows,
      limit,
      (row) => versionSummary(row, office),
      (row) => row.id,
    );
  }

  async read(actor: Person, schemeId: string, id: string): Promise<SchemeVersionView> {
    return versionView(await this.whole(actor, schemeId, id), this.authorisation.looksAcross(actor));
  }

  /** @throws ProblemException 404 when it is not there, or a draft of others */
  async whole(actor: Person, schemeId: string, id: string): Promise<WholeVersion> {
    const [row] = await this.several(actor, schemeId, [id]);
    if (!row) throw notFound('scheme version');
    return row;
  }

  private several(actor: Person, schemeId: string, ids: readonly string[]): Promise<readonly Whole[]> {
    const values = [schemeId, ids, this.authorisation.looksAcross(actor)];
    return this.db.run<Whole>(actor, sql.READ_VERSIONS, values);
  }

  /** What a version has that an earlier one had not. */
  async changes(actor: Person, schemeId: string, id: string, against: string) {
    const rows = await this.several(actor, schemeId, [id, against]);
    const content = (one: string): SchemeContent => {
      const row = rows.find((found) => found.id === one);
      if (!row) throw notFound('scheme version');
      return row.content;
    };
    return { from: against, to: id, ...schemeChanges(content(against), content(id)) };
  }

  /** The version as one file. Equal versions make equal files, byte by byte (RFC 8785). */
  async export(actor: Person, schemeId: string, id: string): Promise<{ name: string; text: string }> {
    const [scheme, version] = [
      await this.schemes.read(actor, schemeId),
      await this.whole(actor, schemeId, id),
    ];
    const name = `${scheme.code}-${version.version}.json`.replaceAll(/[^\w.-]/g, '_');
    return { name, text: canonicalText(schemeFile(scheme, version)) };
  }

  /** What such a file must look like: JSON Schema, draft 2020-12. */
  fileSchema(): Record<string, unknown> {
    return FILE_SCHEMA;
  }
}

const FILE_SCHEMA = z.toJSONSchema(SchemeFile, {
  ...{ target: 'draft-2020-12', io: 'input', unrepresentable: 'any' },
}) as Record<string, unknown>;
