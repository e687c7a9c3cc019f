import { Injectable } from '@nestjs/common';
import type { AuditorQualityView, ConflictList, ConflictsQuery } from '#contracts';
import type { Hand, Person } from '#domain';
import { Database, Keyring, readAudits, readTies } from '#persistence';
import { notFound } from '#platform';
import { FactsService } from '../facts/facts.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { auditorQualityView } from './auditor-quality.view.js';
import { shadowSeedOf } from './shadow-seed.js';

const handNamed = ({ auditorId, firmId }: ConflictsQuery): Hand | undefined =>
  auditorId !== undefined && firmId !== undefined
    ? { personId: auditorId, organisationId: firmId }
    : undefined;

/** Who audits well, and who may audit whom: for the programme office alone. */
@Injectable()
export class AuditorQualityService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly facts: FactsService,
    private readonly organisations: OrganisationsService,
  ) {}

  /** What ties the auditor of a case, or somebody who might become it, to its supplier and buyers. */
  async conflicts(actor: Person, id: string, query: ConflictsQuery): Promise<ConflictList> {
    const { state } = await this.facts.mayKnow('listConflicts', actor, id);
    const auditor = handNamed(query) ?? state.audit.auditor;
    return { auditor: auditor ?? null, items: [...(await readTies(this.db, actor, id, auditor))] };
  }

  /** @throws ProblemException 404 when it is no audit firm */
  async quality(actor: Person, firmId: string): Promise<AuditorQualityView> {
    const firm = await this.organisations.mustMay('getAuditorQuality', actor, firmId);
    if (firm.kind !== 'audit-firm') throw notFound('audit firm');
    return auditorQualityView(firmId, await readAudits(this.db, actor), shadowSeedOf(this.keyring));
  }
}
