import { Injectable } from '@nestjs/common';
import type { OpenQualification, QualificationQuery } from '#contracts';
import type { OperationId, Person } from '#domain';
import {
  CaseReader,
  closeOfficeTask,
  Database,
  listCases,
  PersonalData,
  prefill,
  readForCommand,
  readJournal,
  verifyJournal,
  type CaseForCommand,
  type ChainReport,
  type JournalPageRow,
} from '#persistence';
import {
  caseNumberBefore,
  decodeCursor,
  invalid,
  pageOf,
  TemporalGateway,
  uuidFromParts,
  type Page,
} from '#platform';
import { z } from 'zod';
import { startOf, workflowIdOf } from '#workflows';
import { Authorisation } from '../auth/authorisation.js';
import { CommandsService, type Asked } from '../commands/commands.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { readOpening } from './opening.js';
import { journalView } from './journal.view.js';
import { caseView, summaryOf, type CaseSummary, type CaseView } from './qualifications.view.js';

const RESTART_WAIT_MS = 5000;

/** Cases: open one, read one, list them, read and verify the journal. */
@Injectable()
export class QualificationsService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly cases: CaseReader,
    private readonly commands: CommandsService,
    private readonly temporal: TemporalGateway,
    private readonly authorisation: Authorisation,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * Open a case for a site of one's own, or for a supplier that cannot do it itself (an officer; marked for ever). One that
   * follows another is filled in from it; when the answer was 202, asking again under the same key fills it in.
   */
  async open(actor: Person, key: string, body: OpenQualification): Promise<{ id: string; asked: Asked }> {
    await this.organisations.mustMay('openQualification', actor, body.supplierId, 'supplier');
    const problems = await readOpening(this.db, actor, body);
    if (problems.length > 0) throw invalid(...problems);
    const commandId = this.commands.commandId(actor, 'open', key);
    const id = uuidFromParts('qualification', commandId);
    const asked = await this.commands.open(actor, commandId, id, { type: 'open', ...body });
    const opened = asked.status === 'decided' && asked.result.outcome === 'done';
    if (opened && body.previousId)
      await prefill(this.db, this.personal, actor, { from: body.previousId, to: id });
    return { id, asked };
  }

  async get(actor: Person, id: string): Promise<CaseView> {
    const access = this.authorisation.accessBy('getQualification', actor);
    const detail = await this.cases.read(actor, id, access);
    this.authorisation.requireOnCase('getQualification', actor, detail);
    const { caseTime } = detail.state;
    const now = new Date().toISOString();
    return caseView(detail, actor, now > caseTime ? now : caseTime);
  }

  async list(actor: Person, query: QualificationQuery): Promise<Page<CaseSummary>> {
    const { cursor, limit, ...filter } = query;
    const before = caseNumberBefore(cursor);
    const reader = { ...actor, office: this.authorisation.looksAcross(actor) };
    const rows = await listCases(this.db, reader, filter, { before, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      (row) => summaryOf(row, actor),
      (row) => row.caseNumber,
    );
  }

  private async mustMay(operation: OperationId, actor: Person, id: string): Promise<CaseForCommand> {
    const access = this.authorisation.accessBy(operation, actor);
    const found = await readForCommand(this.db, actor, id, { access });
    this.authorisation.requireOnCase(operation, actor, found);
    return found;
  }

  async journal(
    actor: Person,
    id: string,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<Page<unknown>> {
    const found = await this.mustMay('getJournal', actor, id);
    const after = decodeCursor(page.cursor, z.number().int()) ?? 0;
    const all = await readJournal(this.db, actor, id, after, page.limit + 1);
    const rows = all.filter(({ seq }) => seq <= found.state.seq);
    const show = (row: JournalPageRow) => journalView(row, found);
    return pageOf(rows, page.limit, show, (row) => row.seq);
  }

  async verify(actor: Person, id: string): Promise<ChainReport & { intact: boolean }> {
    const { state, relations, closedSeals } = await this.mustMay('verifyJournal', actor, id);
    const inside = relations.includes('programme-office');
    // Of entries that the asker does not know of, neither their number, nor their anchor, nor their faults tell.
    const report = await verifyJournal(
      this.db,
      { caseId: id, by: actor },
      id,
      ({ seq, seal }) => seq <= state.seq && (inside || !closedSeals.includes(seal)),
    );
    const entries = Math.min(report.entries, state.seq);
    const anchor = report.anchor && report.anchor.seq <= state.seq ? report.anchor : null;
    const faults = report.faults.filter(({ seq }) => seq <= state.seq);
    return { ...report, entries, anchor, faults, intact: report.faults.length === 0 };
  }

  /** Start a lost workflow anew with exactly the state that PostgreSQL holds. False when it runs, or nothing is left. */
  async restart(actor: Person, id: string): Promise<{ qualificationId: string; restarted: boolean }> {
    const found = await this.mustMay('restartQualification', actor, id);
    const start = startOf({ qualificationId: id, state: found.state });
    const restarted =
      !found.state.over && (await this.temporal.start(workflowIdOf(id), start, RESTART_WAIT_MS));
    await closeOfficeTask(this.db, actor, 'workflow-missing', id);
    return { qualificationId: id, restarted };
  }
}
