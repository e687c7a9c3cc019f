import { Injectable } from '@nestjs/common';
import type { AuditAnswer, PayrollSample } from '#contracts';
import { applicableItems, AUDIT, PAYROLL_SAMPLE, type OperationId, type Person } from '#domain';
import { CaseReader, type FactRow } from '#persistence';
import { Authorisation } from '../auth/authorisation.js';
import { FactsService } from '../facts/facts.service.js';
import { caseView, seesSection } from '../qualifications/qualifications.view.js';

/** The checklist of a case, the auditor's answers and what they come to. */
@Injectable()
export class AuditsService {
  constructor(
    private readonly cases: CaseReader,
    private readonly facts: FactsService,
    private readonly authorisation: Authorisation,
  ) {}

  private async detail(operation: OperationId, actor: Person, id: string) {
    const access = this.authorisation.accessBy(operation, actor);
    const detail = await this.cases.read(actor, id, access);
    this.authorisation.requireOnCase(operation, actor, detail);
    return detail;
  }

  async get(actor: Person, id: string) {
    const detail = await this.detail('getAudit', actor, id);
    const { state, facts } = detail;
    const checklist = applicableItems(facts.scheme.checklist.items, state);
    const visitDate = seesSection(detail, 'audit-result') ? state.audit.visitDate : undefined;
    return { phase: state.audit.phase, visitDate: visitDate ?? null, checklist };
  }

  /** Working papers with workers' words in them: the auditor's and the office's only. */
  async answers(actor: Person, id: string): Promise<{ items: readonly FactRow[] }> {
    return { items: await this.facts.read('listAnswers', actor, id, AUDIT) };
  }

  async payroll(actor: Person, id: string): Promise<{ items: readonly FactRow[] }> {
    return { items: await this.facts.read('getPayrollSample', actor, id, PAYROLL_SAMPLE) };
  }

  async samplePayroll(
    actor: Person,
    qualificationId: string,
    content: PayrollSample,
    expectedVersion: number,
  ) {
    const asked = { qualificationId, paper: PAYROLL_SAMPLE, item: PAYROLL_SAMPLE, content, expectedVersion };
    return { item: PAYROLL_SAMPLE, version: await this.facts.write('writePayrollSample', actor, asked) };
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
