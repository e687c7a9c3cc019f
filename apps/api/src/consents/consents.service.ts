import { Injectable } from '@nestjs/common';
import type { ConsentView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { Database, listConsents } from '#persistence';
import { idAfter, pageOf, type Page } from '#platform';
import { FactsService } from '../facts/facts.service.js';
import { consentView } from './consents.view.js';

/** Consents of a supplier: to whom, for what, until when. They are given and withdrawn by commands. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly db: Database,
    private readonly facts: FactsService,
  ) {}

  /** The last consent to each buyer, ended ones too; a buyer sees its own. */
  async list(actor: Person, id: string, { cursor, limit }: PageQuery): Promise<Page<ConsentView>> {
    const after = idAfter(cursor);
    await this.facts.mayKnow('listConsents', actor, id);
    const buyerId = actor.organisationKind === 'buyer' ? actor.organisationId : null;
    const rows = await listConsents(this.db, actor, id, { buyerId, after, limit: limit + 1 });
    return pageOf(rows, limit, consentView, (row) => row.buyerId);
  }
}
