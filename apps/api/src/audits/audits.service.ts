import { Injectable } from '@nestjs/common';
import type { AuditAnswer, AuditMeeting, PayrollSample, AuditCorrection, AuditQuery } from '#contracts';
import {
  AUDIT,
  PAYROLL_SAMPLE,
  type OperationId,
  type Person,
  APPLICATION,
  AUDIT_CORRECTIONS,
  AUDIT_MEETINGS,
  creditsOn,
  itemsOf,
  localDate,
  type Meeting,
} from '#domain';
import {
  CaseReader,
  type FactRow,
  Database,
  PersonalData,
  readAuditSubmission,
  readPaper,
} from '#persistence';
import { notFound } from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { FactsService } from '../facts/facts.service.js';
import { OverlaysService } from '../overlays/overlays.service.js';
import { caseView, seesSection } from '../qualifications/qualifications.view.js';
import { planView, submissionView, withCredit, checklistView } from './audits.view.js';

/** The checklist of a case, the auditor's answers and what they come to. */
@Injectable()
export class AuditsService {
  constructor(
    private readonly cases: CaseReader,
    private readonly facts: FactsService,
    private readonly db: Database,
    private readonly personal: PersonalData,
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
    const asked = itemsOf(state, facts);
    const credits = creditsOn(asked, state.externalReports ?? {}, localDate(state.caseTime));
    const overlays = await this.overlays.contentsFor(actor, detail);
    const language = lang ?? detail.language ?? 'en';
    const items = checklistView(state, { asked, overlays, language });
    const checklist = items.map((item) => withCredit(item, credits));
    const carried = caseView(detail, actor, state.caseTime).renewal?.carried ?? {};
    const visitDate = seesSection(detail, 'audit-result') ? state.audit.visitDate : undefined;
    return { phase: state.audit.phase, visitDate: visitDate ?? null, checklist, carried };
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

  async meetings(actor: Person, id: string): Promise<{ items: readonly FactRow[] }> {
    return { items: await this.facts.read('listMeetings', actor, id, AUDIT_MEETINGS) };
  }

  async meeting(
    actor: Person,
    qualificationId: string,
    item: Meeting,
    content: AuditMeeting,
    expectedVersion: number,
  ) {
    const asked = { qualificationId, paper: AUDIT_MEETINGS, item, content, expectedVersion };
    return { item, version: await this.facts.write('writeMeeting', actor, asked) };
  }

  /** @throws ProblemException 404 also before the first submission */
  async submission(actor: Person, id: string) {
    await this.facts.mayKnow('getAuditSubmission', actor, id);
    const found = await readAuditSubmission(this.db, actor, id);
    if (!found) throw notFound('submission');
    return submissionView(found);
  }

  async findings(actor: Person, id: string) {
    const detail = await this.detail('listFindings', actor, id);
    return { items: caseView(detail, actor, detail.state.caseTime).audit.findings ?? [] };
  }

  /** What an audit of this case would have to do today. */
  async plan(actor: Person, id: string) {
    const detail = await this.detail('getAuditPlan', actor, id);
    const sections = await readPaper(this.db, this.personal, actor, id, APPLICATION);
    return planView(detail, sections.find(({ item }) => item === 'profile')?.content ?? {});
  }

  /** What the auditor would correct, with the words of it. */
  async corrections(actor: Person, id: string): Promise<{ items: readonly FactRow[] }> {
    return { items: await this.facts.read('listCorrections', actor, id, AUDIT_CORRECTIONS) };
  }

  /** Written beside the submitted answer, which stays as it is; a command proposes it to the reviewer. */
  async correct(
    actor: Person,
    qualificationId: string,
    item: string,
    body: AuditCorrection,
    expectedVersion: number,
  ) {
    const asked = { qualificationId, paper: AUDIT_CORRECTIONS, item, content: body, expectedVersion };
    return { item, version: await this.facts.write('writeCorrection', actor, asked) };
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
