import { Injectable } from '@nestjs/common';
import {
  AUDIT,
  migrationPlan,
  paperOf,
  refusalOf,
  type Command,
  type Person,
  type SchemeContent,
} from '#domain';
import { CaseReader, Database } from '#persistence';
import { notFound } from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { NEXT_VERSION } from './scheme-migrations.queries.js';

interface NextVersion extends Record<string, unknown> {
  readonly content: SchemeContent;
  readonly status: string;
  readonly sameScheme: boolean;
}

/** What the command `migrate-scheme` would do to a case, before anybody gives it. */
@Injectable()
export class SchemeMigrationsService {
  constructor(
    private readonly db: Database,
    private readonly cases: CaseReader,
    private readonly authorisation: Authorisation,
  ) {}

  async preview(actor: Person, id: string, schemeVersionId: string) {
    const access = this.authorisation.accessBy('previewSchemeMigration', actor);
    const detail = await this.cases.read(actor, id, access);
    this.authorisation.requireOnCase('previewSchemeMigration', actor, detail);
    const { state, facts } = detail;
    const values = [schemeVersionId, state.schemeVersionId];
    const [next] = await this.db.run<NextVersion>(actor, NEXT_VERSION, values);
    if (!next) throw notFound('scheme version');
    const command: Command = { type: 'migrate-scheme', schemeVersionId };
    const content = next.status === 'published' ? { content: next.content } : {};
    const nextScheme = { sameScheme: next.sameScheme, ...content };
    const now = state.caseTime;
    const refusal = refusalOf(state, command, { ...facts, nextScheme }, actor, now);
    const plan = migrationPlan(state, facts.scheme, next.content, { calendar: facts.calendar, now });
    const answersKept = plan.removed.filter((item) => item in paperOf(facts, AUDIT));
    return {
      from: state.schemeVersionId,
      to: schemeVersionId,
      ...plan,
      answersKept,
      refusal: refusal ?? null,
    };
  }
}
