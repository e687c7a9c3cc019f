import { Injectable } from '@nestjs/common';
import type { AuditorSkillsView, SetAuditorSkills } from '#contracts';
import type { Person } from '#domain';
import { Database, type Row } from '#persistence';
import { etagOf, notFound, preconditionFailed } from '#platform';
import { PeopleService } from '../people/people.service.js';
import { IS_AUDITOR, READ, SET } from './auditor-skills.queries.js';
import { auditorSkillsView, type AuditorSkillsRow } from './auditor-skills.view.js';

/** What auditors can do, so that the office assigns audits to those who can. */
@Injectable()
export class AuditorSkillsService {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleService,
  ) {}

  /** @throws ProblemException 404 when nobody has said anything yet */
  async read(actor: Person, id: string): Promise<AuditorSkillsView> {
    await this.people.mustMay('getAuditorSkills', actor, id);
    const found = await this.find(actor, id);
    if (!found) throw notFound('skills');
    return found;
  }

  /**
   * @param version that was read; 0 when there was nothing yet
   * @throws ProblemException 404 when they audit for nobody, 412 with what is there when somebody was faster
   */
  async set(actor: Person, id: string, version: number, body: SetAuditorSkills): Promise<AuditorSkillsView> {
    await this.people.mustMay('setAuditorSkills', actor, id);
    const { languages, categories, provinces } = body;
    const values = [id, languages, categories, provinces, actor.personId, version];
    const [row] = await this.db.run<AuditorSkillsRow & Row>(actor, SET, values);
    if (row) return auditorSkillsView(row);
    const [audits] = await this.db.run(actor, IS_AUDITOR, [id]);
    if (!audits) throw notFound('auditor');
    const current = await this.find(actor, id);
    throw preconditionFailed(current && etagOf(current.version), current, body);
  }

  private async find(actor: Person, id: string): Promise<AuditorSkillsView | undefined> {
    const [row] = await this.db.run<AuditorSkillsRow & Row>(actor, READ, [id]);
    return row && auditorSkillsView(row);
  }
}
