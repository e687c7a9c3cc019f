import { Injectable } from '@nestjs/common';
import type { SchemeChecklistQuery } from '#contracts';
import { applicableItems, type Person } from '#domain';
import { itemView } from '../audits/audits.view.js';
import { SchemeVersionsService } from './scheme-versions.service.js';

const listOf = <T>(given: T | readonly T[] | undefined): readonly T[] | undefined =>
  given === undefined ? undefined : ([given].flat() as readonly T[]);

/** Checklists before any case is asked them. */
@Injectable()
export class SchemeChecklistsService {
  constructor(private readonly versions: SchemeVersionsService) {}

  /** @throws ProblemException 404 when the version is not there, or a draft of others */
  async preview(actor: Person, schemeId: string, versionId: string, query: SchemeChecklistQuery) {
    const { language, category, profile, workers, womenWorkers } = query;
    const { content } = await this.versions.whole(actor, schemeId, versionId);
    const [isic, claims] = [listOf(query.isic), listOf(query.claims)];
    const siteFacts = {
      ...(workers !== undefined && { workers }),
      ...(womenWorkers !== undefined && { womenWorkers }),
      ...(isic && { isic }),
      ...(claims && { claims }),
    };
    const scope = { category, profile, endMarkets: listOf(query.endMarkets) ?? [], siteFacts };
    const items = applicableItems(content.checklist.items, scope);
    return { items: items.map((item) => itemView(item, language)) };
  }
}
