import { Injectable } from '@nestjs/common';
import type { ChangeOverlay, CreateOverlay, OverlayView, PageQuery } from '#contracts';
import { overlayProblems, refuse, type OverlayProblemCode, type Person } from '#domain';
import { CaseReader, Database, type CaseDetail, type Statement } from '#persistence';
import {
  etagOf,
  idAfter,
  invalid,
  notFound,
  pageOf,
  preconditionFailed,
  ProblemException,
  refused,
  type Page,
} from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { createOnce, unlessTaken } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import * as sql from './overlays.queries.js';
import { caseOverlays, overlayView, type OverlayRow } from './overlays.view.js';

type Row = OverlayRow & Record<string, unknown>;
type OfCase = Pick<OverlayRow, 'id' | 'version' | 'content'>;
const DETAIL: Readonly<Record<OverlayProblemCode, string>> = {
  'id-repeated': 'stands there twice',
  'id-without-code': 'must begin with the code of the overlay',
  'tightened-twice': 'is tightened before',
  'nothing-tightened': 'must give a severity or a weight',
};

/** What single buyers ask beside the checklist. A buyer sees its own; a second person of the buyer puts it in force. */
@Injectable()
export class OverlaysService {
  constructor(
    private readonly db: Database,
    private readonly cases: CaseReader,
    private readonly authorisation: Authorisation,
  ) {}

  async create(actor: Person, key: string | undefined, { version, content }: CreateOverlay) {
    this.mustFit(content);
    const id = idForNew(actor, 'overlays', key);
    const values = [id, actor.organisationId, version, JSON.stringify(content), actor.personId];
    const taken = {
      constraint: 'overlay_version_by_buyer',
      pointer: '#/version',
      detail: 'There is a version of this name.',
    };
    const created = createOnce<Row & { same: boolean }>(this.db, actor, sql.CREATE_OVERLAY, values);
    return overlayView(await unlessTaken(created, taken));
  }

  private mustFit(content: CreateOverlay['content']): void {
    const problems = overlayProblems(content);
    if (problems.length === 0) return;
    throw invalid(
      ...problems.map(({ pointer, code }) => ({
        pointer: `#/content${pointer}`,
        detail: DETAIL[code],
        code,
      })),
    );
  }

  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<OverlayView>> {
    const values = [null, this.buyerOf(actor), idAfter(cursor), limit + 1];
    const rows = await this.db.run<Row>(actor, sql.READ_OVERLAYS, values);
    return pageOf(rows, limit, overlayView, (row) => row.id);
  }

  /** The office sees the overlays of all buyers. */
  private buyerOf(actor: Person): string | null {
    return this.authorisation.looksAcross(actor) ? null : actor.organisationId;
  }

  async read(actor: Person, id: string): Promise<OverlayView> {
    const [row] = await this.db.run<Row>(actor, sql.READ_OVERLAYS, [id, this.buyerOf(actor), null, 1]);
    if (!row) throw notFound('overlay');
    return overlayView(row);
  }

  async change(actor: Person, id: string, revision: number, { content }: ChangeOverlay) {
    const before = await this.standing(actor, id, 'draft');
    this.mustFit(content);
    return this.step(actor, sql.CHANGE_OVERLAY, before, [revision, JSON.stringify(content), actor.personId]);
  }

  /** By another person than all who wrote it. It takes the place of what was in force; audits under way keep theirs. */
  async publish(actor: Person, id: string, revision: number): Promise<OverlayView> {
    const before = await this.standing(actor, id, 'draft');
    if (before.createdBy === actor.personId || before.changedBy.includes(actor.personId))
      throw refused(refuse('same-person'));
    const published = this.db.transaction(actor, async (tx) => {
      await tx.run(sql.RETIRE_FORMER, [before.buyerId, id, revision]);
      return (await tx.run<Row>(sql.PUBLISH_OVERLAY, [id, before.buyerId, revision, actor.personId]))[0];
    });
    const row = await unlessTaken(published, {
      constraint: 'overlay_version_in_force',
      ...{ pointer: '#', detail: 'Another overlay was put in force at the same time.' },
    });
    return row ? overlayView(row) : this.changedMeanwhile(actor, id);
  }

  async retire(actor: Person, id: string, revision: number) {
    const before = await this.standing(actor, id, 'published');
    return this.step(actor, sql.RETIRE_OVERLAY, before, [revision]);
  }

  private async standing(actor: Person, id: string, status: OverlayView['status']): Promise<OverlayView> {
    const found = await this.read(actor, id);
    if (found.status === status) return found;
    throw new ProblemException('status-differs', { detail: `It is ${found.status}.` });
  }

  private async step(
    actor: Person,
    change: Statement,
    { id, buyerId }: OverlayView,
    values: readonly unknown[],
  ) {
    const [row] = await this.db.run<Row>(actor, change, [id, buyerId, ...values]);
    return row ? overlayView(row) : this.changedMeanwhile(actor, id);
  }

  private async changedMeanwhile(actor: Person, id: string): Promise<never> {
    const current = await this.read(actor, id);
    throw preconditionFailed(etagOf(current.revision), current);
  }

  /** What overlays ask of a case and what came of it: to each buyer its own. */
  async ofCase(actor: Person, id: string) {
    const access = this.authorisation.accessBy('listCaseOverlays', actor);
    const detail = await this.cases.read(actor, id, access);
    this.authorisation.requireOnCase('listCaseOverlays', actor, detail);
    return { items: caseOverlays(detail.state, detail.facts.scheme, await this.contentsFor(actor, detail)) };
  }

  /** Contents of the overlays that the reader of a case is told of; most cases have none, and ask nothing. */
  async contentsFor(actor: Person, { state }: CaseDetail): Promise<readonly OfCase[]> {
    const ids = (state.overlays ?? []).map(({ overlayId }) => overlayId);
    return ids.length === 0
      ? []
      : this.db.run<OfCase & Record<string, unknown>>(actor, sql.OVERLAYS_OF_CASE, [ids]);
  }
}
