import { Injectable } from '@nestjs/common';
import type { BuyerCandidateView, CandidateQuery, WatchView } from '#contracts';
import type { Person } from '#domain';
import { AFTER_ALL_CASES, asToldTo, Database, type Row } from '#persistence';
import { caseNumberBefore, pageOf, type Page } from '#platform';
import { FactsService } from '../facts/facts.service.js';
import { LIST_CANDIDATES, UNWATCH, WATCH } from './candidates.queries.js';
import { candidateView, type CandidateRow } from './candidates.view.js';

/** Suppliers that opened a case to a buyer, and those of them that it watches. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly db: Database,
    private readonly facts: FactsService,
  ) {}

  /** Newest first, by filters that see no more than the buyer does. */
  async list(actor: Person, { cursor, limit, ...asked }: CandidateQuery): Promise<Page<BuyerCandidateView>> {
    const { category = null, hs = null, province = null, grade = null, stage = null } = asked;
    const { freeCapacity = null, unit = null, womenOwned = null, certificate = null } = asked;
    const { watched = null, id = null } = asked;
    const rows = await this.db.run<CandidateRow & Row>(actor, LIST_CANDIDATES, [
      ...[actor.organisationId, caseNumberBefore(cursor) ?? AFTER_ALL_CASES, limit + 1],
      ...[category, hs, province, grade, stage, freeCapacity, unit, womenOwned, certificate, watched, id],
    ]);
    const now = new Date().toISOString();
    const show = (row: CandidateRow) => candidateView(asToldTo(row, actor), actor, now);
    return pageOf(rows, limit, show, (row) => row.caseNumber);
  }

  /** Puts a case on the watch list of the buyer; one that is there stays as it is. */
  async watch(actor: Person, qualificationId: string): Promise<WatchView> {
    await this.facts.mayKnow('watchCase', actor, qualificationId);
    const values = [actor.organisationId, qualificationId];
    const [row] = await this.db.run<{ since: Date }>(actor, WATCH, values);
    // Nothing: the twin of this request was committed after our snapshot was taken. Now it can be seen.
    const found = row ?? (await this.db.run<{ since: Date }>(actor, WATCH, values))[0];
    if (!found) throw new Error('a case was neither put on the watch list nor found there');
    return { qualificationId, since: found.since.toISOString() };
  }

  /** Takes it off again; nothing happens to one that is not there. */
  async unwatch(actor: Person, qualificationId: string): Promise<void> {
    await this.facts.mayKnow('unwatchCase', actor, qualificationId);
    await this.db.run(actor, UNWATCH, [actor.organisationId, qualificationId]);
  }
}
