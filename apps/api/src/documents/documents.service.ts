import { Injectable } from '@nestjs/common';
import type { ChangeDocument, DocumentQuery, DocumentView, LinkDocument } from '#contracts';
import type { OperationId, Person } from '#domain';
import { Database, documentLogged } from '#persistence';
import {
  etagOf,
  idAfter,
  invalid,
  newId,
  notFound,
  pageOf,
  preconditionFailed,
  ProblemException,
  type Page,
} from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { FactsService } from '../facts/facts.service.js';
import { DocumentPlaces, type PlaceGuard } from './document-places.js';
import { CHANGE, END_LINK, LINK, LIST, LIST_PLACE, LIST_TARGET, READ } from './documents.queries.js';
import {
  documentFacts,
  documentView,
  knowsDocument,
  type DocumentReader,
  type DocumentRow,
} from './documents.view.js';

type Row = DocumentRow & Record<string, unknown>;
const FOREIGN = {
  pointer: '#/target',
  detail: 'The document belongs to another organisation than this place, or was refused.',
  code: 'not-fitting',
};

/** Documents: who may read them, what they are linked to, how long they are good. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
    private readonly facts: FactsService,
    private readonly places: DocumentPlaces,
  ) {}

  /** Documents of a case, or of one place in it, as far as the actor may read them; oldest first. */
  async list(actor: Person, qualificationId: string, query: DocumentQuery): Promise<Page<DocumentView>> {
    await this.facts.mayKnow('listDocuments', actor, qualificationId);
    const { target, item, cursor, limit } = query;
    const values = [qualificationId, actor.organisationId, idAfter(cursor), limit + 1];
    const rows = await this.rowsOf(actor, values, target, item);
    const reader = this.reader(actor);
    const page = pageOf(
      rows,
      limit,
      (row) => row,
      (row) => row.id,
    );
    const known = page.items.filter((row) => knowsDocument(row, reader));
    return { items: known.map((row) => documentView(row, reader)), next: page.next };
  }

  /** Of the whole case, of one kind of places in it, or of one place. */
  private rowsOf(
    actor: Person,
    values: readonly unknown[],
    target: string | undefined,
    item: string | undefined,
  ): Promise<Row[]> {
    if (target === undefined) return this.db.run<Row>(actor, LIST, values);
    return item === undefined
      ? this.db.run<Row>(actor, LIST_TARGET, [...values, target])
      : this.db.run<Row>(actor, LIST_PLACE, [...values, target, item]);
  }

  async read(actor: Person, id: string): Promise<DocumentView> {
    return documentView(await this.mustMay('getDocument', actor, id), this.reader(actor));
  }

  /**
   * The document, when the actor may do this about it. Who reads it from outside is kept in the supplier's access log.
   * @throws ProblemException 404 when it is not theirs to know of, 403 when it is not theirs to change
   */
  async mustMay(operation: OperationId, actor: Person, id: string): Promise<DocumentRow> {
    const access = this.authorisation.accessBy(operation, actor);
    const log = access && documentLogged(id, access);
    const [row] = await this.db.run<Row>(actor, READ, [id, actor.organisationId], log);
    if (!row) throw notFound('document');
    this.authorisation.require(operation, actor, documentFacts(row, this.reader(actor)), 'document');
    return row;
  }

  /** The owner, or an officer, says until when it is good. */
  async change(actor: Person, id: string, version: number, body: ChangeDocument): Promise<DocumentView> {
    await this.mustMay('changeDocument', actor, id);
    const [changed] = await this.db.run(actor, CHANGE, [id, version, body.expiresOn]);
    const current = await this.read(actor, id);
    if (!changed) throw preconditionFailed(etagOf(current.version), current, body);
    return current;
  }

  /** Whoever may write a place links their own document to it; an officer does it for the supplier. */
  async link(actor: Person, id: string, body: LinkDocument): Promise<DocumentView> {
    await this.mustMay('linkDocument', actor, id);
    const { qualificationId, target, item } = body;
    const guard = await this.places.guardOf(actor, qualificationId, body);
    const values = [...guarded(actor, qualificationId, guard), id, newId(), target, item];
    const [row] = await this.db.run<{ open: boolean; fits: boolean }>(actor, LINK, values);
    if (!row?.open) return this.places.refuse(actor, qualificationId, body);
    if (!row.fits) throw invalid(FOREIGN);
    return this.read(actor, id);
  }

  /** It proves nothing there any more; that it once did stays known. Only while the place is open to its writer. */
  async endLink(actor: Person, id: string, linkId: string): Promise<void> {
    const { links } = await this.mustMay('endDocumentLink', actor, id);
    const link = links.find((one) => one.id === linkId);
    if (!link) throw notFound('link');
    if (link.endedAt !== null) return;
    const { qualificationId } = link;
    const guard = await this.places.guardOf(actor, qualificationId, link);
    const values = [...guarded(actor, qualificationId, guard), linkId, id];
    const [ended] = await this.db.run(actor, END_LINK, values);
    if (!ended) await this.places.refuse(actor, qualificationId, link);
  }

  /**
   * A document whose bytes may be shown.
   * @throws ProblemException 409 while it is received or examined, 410 when it was refused or erased
   */
  async mustBeAvailable(operation: OperationId, actor: Person, id: string): Promise<DocumentRow> {
    const row = await this.mustMay(operation, actor, id);
    if (row.status === 'available') return row;
    if (row.status === 'erased') throw new ProblemException('document-erased');
    if (row.status !== 'refused') throw new ProblemException('document-not-examined');
    throw new ProblemException('document-refused', { items: row.refusal ? [row.refusal] : [] });
  }

  private reader(actor: Person): DocumentReader {
    return { actor, across: this.authorisation.looksAcross(actor) };
  }
}

/** The first six values of every statement that begins with `PLACE`. */
export const guarded = (
  actor: Person,
  qualificationId: string | null,
  { papers, item, owner }: PlaceGuard,
) => [...[qualificationId, papers, item], ...[actor.personId, actor.organisationId, owner]];
