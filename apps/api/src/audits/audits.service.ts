import { Injectable } from '@nestjs/common';
import type { AuditAnswer, AuditQuery } from '#contracts';
import { applicableItems, AUDIT, type OperationId, type Person } from '#domain';
import { CaseReader, type FactRow } from '#persistence';
import { Authorisation } from '../auth/authorisation.js';
import { FactsService } from '../facts/facts.service.js';
import { OverlaysService } from '../overlays/overlays.service.js';
import { caseView, seesSection } from '../qualifications/qualifications.view.js';
import { checklistView } from './audits.view.js';

/** The checklist of a case, the auditor's answers and what they come to. */
@Injectable()
export class AuditsService {
  constructor(
    private readonly cases: CaseReader,
    private readonly facts: FactsService,
    private readonly authorisation: Authorisation,
    private readonly overlays: OverlaysService,
  ) {}

  private async detail(operation: OperationId, actor: Person, id: string) {
    const access = this.authorisation.accessBy(operation, actor);
    const detail = await this.cases.read(actor, id, access);
    this.authorisation.requireOnCase(operation, actor, detail);
    return detail;
  }

  /** The checklist in a language, in that of the person when none is named; items of overlays come after it, marked. */
  async get(actor: Person, id: string, { lang }: AuditQuery = {}) {
    const detail = await this.detail('getAudit', actor, id);
    const { state, facts } = detail;
    const asked = applicableItems(facts.scheme.checklist.items, state);
    const overlays = await this.overlays.contentsFor(actor, detail);
    const checklist = checklistView(state, { asked, overlays, language: lang ?? detail.language ?? 'en' });
    const visitDate = seesSection(detail, 'audit-result') ? state.audit.visitDate : undefined;
    return { phase: state.audit.phase, visitDate: visitDate ?? null, checklist };
  }

  /** Working papers with workers' words in them: the auditor's and the office's only. */
  async answers(actor: Person, id: string): Promise<{ items: readonly FactRow[] }> {
    return { items: await this.facts.read('listAnswers', actor, id, AUDIT) };
  }

  async findings(actor: Person, id: string) {
    const detail = await this.detail('listFindings', actor, id);
    return { items: caseView(detail, actor, detail.state.caseTime).audit.findings ?? [] };
  }

  /**
   * One answer: one statement, no event. An item that the checklist does not ask of this case cannot be answered;
   * the working paper names the items when only some are open, the submission judges the rest.
   */
  async answer(
    actor: Person,
    qualificationId: string,
    item: string,
    body: AuditAnswer,
    expectedVersion: number,
  ) {
    const version = await this.facts.write('writeAnswer', actor, {
      qualificationId,
      paper: AUDIT,
      item,
      content: body,
      expectedVersion,
    });
    return { item, version };
  }
}
