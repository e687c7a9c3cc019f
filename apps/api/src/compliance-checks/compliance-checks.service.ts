import { Injectable } from '@nestjs/common';
import { CHECK_KINDS, type Person } from '#domain';
import { Database, PersonalData, readCheckRuns } from '#persistence';
import { FactsService } from '../facts/facts.service.js';
import { seesSection } from '../qualifications/qualifications.view.js';

/** Compliance checks: where each stands, and what its last run said. */
@Injectable()
export class ComplianceChecksService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly facts: FactsService,
  ) {}

  /** Explanations name list entries and other firms: buyers see verdicts only. */
  async list(actor: Person, id: string) {
    const found = await this.facts.mayKnow('listComplianceChecks', actor, id);
    const { state, relations } = found;
    if (!seesSection(found, 'compliance-verdicts')) return { items: [] };
    const inside = relations.some((r) => r === 'supplier' || r === 'programme-office');
    const runs = inside ? await readCheckRuns(this.db, this.personal, actor, id) : [];
    const items = CHECK_KINDS.flatMap((kind) => {
      const check = state.checks[kind];
      if (!check) return [];
      const lastRun = runs.find((run) => run.kind === kind) ?? null;
      return [{ kind, verdict: check.verdict, lastRun, decidedBy: check.decidedBy ?? null }];
    });
    return { items };
  }
}
