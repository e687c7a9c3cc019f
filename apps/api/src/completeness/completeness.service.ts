import { Injectable } from '@nestjs/common';
import type { CompletenessView } from '#contracts';
import type { ApplicationSection, Person } from '#domain';
import { CaseReader, checkSection, Database, readCompleteness, uncheckSection } from '#persistence';
import { etagOf, preconditionFailed } from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { FactsService } from '../facts/facts.service.js';
import { completenessView } from './completeness.view.js';

/** An application as an officer looks through it, section by section. */
@Injectable()
export class CompletenessService {
  constructor(
    private readonly db: Database,
    private readonly cases: CaseReader,
    private readonly facts: FactsService,
    private readonly authorisation: Authorisation,
  ) {}

  async get(actor: Person, id: string): Promise<CompletenessView> {
    const access = this.authorisation.accessBy('getCompleteness', actor);
    const detail = await this.cases.read(actor, id, access);
    this.authorisation.requireOnCase('getCompleteness', actor, detail);
    return completenessView(detail, await readCompleteness(this.db, actor, id));
  }

  /**
   * @param version that was looked at
   * @throws ProblemException 412 when the section was written anew since, or never
   */
  async check(
    actor: Person,
    qualificationId: string,
    section: ApplicationSection,
    version: number,
  ): Promise<void> {
    await this.facts.mayKnow('checkSection', actor, qualificationId);
    if (await checkSection(this.db, actor, { qualificationId, section, version })) return;
    const { sections } = await readCompleteness(this.db, actor, qualificationId);
    const current = sections.find((one) => one.section === section)?.version;
    throw preconditionFailed(current === undefined ? undefined : etagOf(current));
  }

  async uncheck(actor: Person, qualificationId: string, section: ApplicationSection): Promise<void> {
    await this.facts.mayKnow('uncheckSection', actor, qualificationId);
    await uncheckSection(this.db, actor, qualificationId, section);
  }
}
