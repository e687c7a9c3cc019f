import { Injectable } from '@nestjs/common';
import type { AuditorCandidateQuery, AuditorCandidateView } from '#contracts';
import type { Person } from '#domain';
import { Database, listCandidates } from '#persistence';
import { decodeCursor, pageOf, type Page } from '#platform';
import { z } from 'zod';
import { FactsService } from '../facts/facts.service.js';
import { auditorCandidateView } from './auditor-candidates.view.js';

const CandidateCursor = z.object({ open: z.number().int(), personId: z.uuid(), organisationId: z.uuid() });

/** Who might audit a case: for the programme office, which assigns it. */
@Injectable()
export class AuditorCandidatesService {
  constructor(
    private readonly db: Database,
    private readonly facts: FactsService,
  ) {}

  async list(actor: Person, id: string, query: AuditorCandidateQuery): Promise<Page<AuditorCandidateView>> {
    const { cursor, limit, language } = query;
    const { state } = await this.facts.mayKnow('listAuditorCandidates', actor, id);
    const page = { after: decodeCursor(cursor, CandidateCursor), limit: limit + 1 };
    const rows = await listCandidates(this.db, actor, id, page);
    const keyOf = ({ open, personId, organisationId }: (typeof rows)[number]) => ({
      open,
      personId,
      organisationId,
    });
    return pageOf(rows, limit, auditorCandidateView(state, language), keyOf);
  }
}
