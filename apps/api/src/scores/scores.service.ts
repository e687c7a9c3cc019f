import { Injectable } from '@nestjs/common';
import type { WhatIfQuery } from '#contracts';
import { COMPLIANCE, type Certificate, type OperationId, type Person } from '#domain';
import { CaseReader, Database, PersonalData, readPaper, type CaseDetail } from '#persistence';
import { Authorisation } from '../auth/authorisation.js';
import { scoreView, whatIfView } from './scores.view.js';

/** What the audit of a case came to, and what would make it better. */
@Injectable()
export class ScoresService {
  constructor(
    private readonly cases: CaseReader,
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly authorisation: Authorisation,
  ) {}

  private async detail(operation: OperationId, actor: Person, id: string): Promise<CaseDetail> {
    const detail = await this.cases.read(actor, id, this.authorisation.accessBy(operation, actor));
    this.authorisation.requireOnCase(operation, actor, detail);
    return detail;
  }

  /** The score in full; told when a reviewer has signed the audit, to buyers from the pilot order on. */
  async score(actor: Person, id: string) {
    return scoreView(await this.detail('getScore', actor, id), actor);
  }

  /** What stands between the case and better grades; told when the score is. */
  async whatIf(actor: Person, id: string, query: WhatIfQuery) {
    const detail = await this.detail('getWhatIf', actor, id);
    const papers = await readPaper(this.db, this.personal, actor, id, COMPLIANCE);
    const { certificates = [] } = papers.find(({ item }) => item === 'certificates')?.content ?? {};
    return whatIfView(detail, certificates as readonly Certificate[], query);
  }
}
