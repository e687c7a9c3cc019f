import { Injectable } from '@nestjs/common';
import type {
  CandidateList,
  ChangeDemand,
  DemandMatchList,
  DemandQuery,
  DemandView,
  StateDemand,
} from '#contracts';
import { matchDemand, type Match, type Person } from '#domain';
import { Database } from '#persistence';
import { etagOf, idAfter, invalid, notFound, pageOf, preconditionFailed, type Page } from '#platform';
import { FactsService } from '../facts/facts.service.js';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import {
  CHANGE_DEMAND,
  LIST_DEMANDS,
  OPEN_DEMANDS,
  READ_DEMAND,
  STATE_DEMAND,
  WAITING_CASE,
  WAITING_CASES,
} from './demands.queries.js';
import { candidateOf, candidateView, demandView, type DemandRow, type WaitingRow } from './demands.view.js';

type Stored = DemandRow & { readonly id: string };
/** Rows that are looked at for one match, and how many of them are shown. */
const LOOKED_AT = 500;
const SHOWN = 50;

const bestFirst = <T>(all: readonly T[], matchOf: (one: T) => Match | undefined): (readonly [T, Match])[] =>
  all
    .flatMap((one) => {
      const match = matchOf(one);
      return match ? [[one, match] as const] : [];
    })
    .sort(([, a], [, b]) => b.rank - a.rank)
    .slice(0, SHOWN);

/** What buyers want from nearby, and who waits for a buyer. */
@Injectable()
export class DemandsService {
  constructor(
    private readonly db: Database,
    private readonly organisations: OrganisationsService,
    private readonly facts: FactsService,
  ) {}

  /** A buyer puts a demand on the board, or the office does it for it. */
  async state(
    actor: Person,
    buyerId: string,
    key: string | undefined,
    body: StateDemand,
  ): Promise<DemandView> {
    const { kind } = await this.organisations.mustMay('stateDemand', actor, buyerId);
    if (kind !== 'buyer')
      throw invalid({ pointer: '#', detail: 'only a buyer states a demand', code: 'not-a-buyer' });
    const { category, hsLines, endMarkets, monthlyQuantity, unit, provinces, priceUsd = null } = body;
    const id = idForNew(actor, `organisations/${buyerId}/demands`, key);
    const what = [category, hsLines, endMarkets, monthlyQuantity, unit, provinces, priceUsd];
    const values = [id, buyerId, ...what];
    return demandView(await createOnce<Stored & { same: boolean }>(this.db, actor, STATE_DEMAND, values));
  }

  async change(
    actor: Person,
    buyerId: string,
    id: string,
    version: number,
    body: ChangeDemand,
  ): Promise<DemandView> {
    await this.organisations.mustMay('changeDemand', actor, buyerId);
    const { hsLines = null, endMarkets = null, monthlyQuantity = null, unit = null } = body;
    const { provinces = null, closed = null, priceUsd = null } = body;
    const what = [hsLines, endMarkets, monthlyQuantity, unit, provinces, closed, priceUsd];
    const values = [id, buyerId, version, ...what];
    const [row] = await this.db.run<Stored>(actor, CHANGE_DEMAND, values);
    if (row) return demandView(row);
    const current = demandView(await this.one(actor, buyerId, id));
    throw preconditionFailed(etagOf(current.version), current, body);
  }

  /** The office and a buyer see what they may change; suppliers what is on the board. */
  async list(actor: Person, { category, cursor, limit }: DemandQuery): Promise<Page<DemandView>> {
    const values = [category ?? null, idAfter(cursor), limit + 1];
    const rows = await this.db.run<Stored>(actor, LIST_DEMANDS, values);
    return pageOf(rows, limit, demandView, (row) => row.id);
  }

  /** Who of the waiting suppliers meets a demand, best first: of all for the office, of those opened to it for the buyer. */
  async candidates(actor: Person, buyerId: string, id: string): Promise<CandidateList> {
    await this.organisations.mustMay('listCandidates', actor, buyerId);
    const demand = await this.one(actor, buyerId, id);
    const rows = await this.db.run<WaitingRow & Record<string, unknown>>(actor, WAITING_CASES, [
      demand.category,
      LOOKED_AT,
    ]);
    const best = bestFirst(rows, (row) => matchDemand(demand, candidateOf(row)));
    return { items: best.map(([row, match]) => candidateView(row, match)), waiting: rows[0]?.waiting ?? 0 };
  }

  /** For a supplier: which demands on the board its case meets, best first. */
  async matches(actor: Person, qualificationId: string): Promise<DemandMatchList> {
    const { state } = await this.facts.mayKnow('listMatches', actor, qualificationId);
    const [row] = await this.db.run<WaitingRow & Record<string, unknown>>(actor, WAITING_CASE, [
      qualificationId,
    ]);
    if (!row) throw notFound('qualification');
    // What is not told yet, such as a grade before it is signed, must not show in a rank either.
    const candidate = candidateOf({ ...row, grade: state.audit.current?.grade ?? null });
    const demands = await this.db.run<Stored>(actor, OPEN_DEMANDS, [state.category, LOOKED_AT]);
    const best = bestFirst(demands, (demand) => matchDemand(demand, candidate));
    return {
      items: best.map(([demand, { rank, reasons }]) => ({
        ...demandView(demand),
        rank,
        reasons: [...reasons],
      })),
    };
  }

  private async one(actor: Person, buyerId: string, id: string): Promise<Stored> {
    const [row] = await this.db.run<Stored>(actor, READ_DEMAND, [id, buyerId]);
    if (!row) throw notFound('demand');
    return row;
  }
}
