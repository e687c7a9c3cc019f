import { Injectable } from '@nestjs/common';
import { CHECK_KINDS, type Person } from '#domain';
import { Database, PersonalData, readCheckRuns } from '#persistence';
import type { Language } from '#wording';
import { FactsService } from '../facts/facts.service.js';
import { seesSection } from '../qualifications/qualifications.view.js';
import { checkView } from './compliance-checks.view.js';

/** Compliance checks: where each stands, and what its last run said. */
@Injectable()
export class ComplianceChecksService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly facts: FactsService,
  ) {}

  /** Explanations name list entries and other firms: buyers see verdicts only. */
  async list(actor: Person, id: string, language: Language) {
    const found = await this.facts.mayKnow('listComplianceChecks', actor, id);
    const { state, relations } = found;
    if (!seesSection(found, 'compliance-verdicts')) return { items: [] };
    const inside = relations.some((r) => r === 'supplier' || r === 'programme-office');
    const office = relations.includes('programme-office');
    const runs = inside ? await readCheckRuns(this.db, this.personal, actor, id) : [];
    const kinds = CHECK_KINDS.filter((kind) => state.checks[kind]);
    return { items: kinds.map((kind) => checkView(state, kind, { runs, inside, office, language })) };
  }
}
