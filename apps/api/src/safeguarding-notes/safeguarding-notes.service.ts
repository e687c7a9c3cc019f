import { Inject, Injectable } from '@nestjs/common';
import type { InterviewNote, PageQuery, SafeguardingNoteView } from '#contracts';
import type { Person } from '#domain';
import { Database, readSafeguardingNotes, writeInterviewNote, type Keyring } from '#persistence';
import { etagOf, idAfter, pageOf, preconditionFailed, ProblemException, type Page } from '#platform';
import { FactsService } from '../facts/facts.service.js';
import { SAFEGUARDING_KEYRING } from '../persistence.module.js';
import { safeguardingNoteView } from './safeguarding-notes.view.js';

/** Words of and about people who could be harmed for them: for the assigned auditor and the office, and nobody else ever. */
@Injectable()
export class SafeguardingNotesService {
  constructor(
    private readonly db: Database,
    private readonly facts: FactsService,
    @Inject(SAFEGUARDING_KEYRING) private readonly keys: Keyring,
  ) {}

  async list(
    actor: Person,
    caseId: string,
    { cursor, limit }: PageQuery,
  ): Promise<Page<SafeguardingNoteView>> {
    await this.facts.mayKnow('listSafeguardingNotes', actor, caseId);
    const page = { after: idAfter(cursor), limit: limit + 1 };
    const rows = await readSafeguardingNotes(this.db, this.keys, actor, caseId, page);
    return pageOf(rows, limit, safeguardingNoteView, (row) => row.id);
  }

  /**
   * One version of a note, while the audit is under way. As with every fact the statement itself judges the writer.
   * @throws ProblemException 404, 403 or 409 as facts do; 412 without either text: problems are read by more than one
   */
  async write(
    actor: Person,
    qualificationId: string,
    id: string,
    { text }: InterviewNote,
    expectedVersion: number,
  ) {
    const note = { id, qualificationId, text };
    const written = await writeInterviewNote(this.db, this.keys, actor, note, expectedVersion);
    if (written.outcome === 'written') return { id, version: written.version };
    if (written.outcome === 'version-differs')
      throw preconditionFailed(written.version > 0 ? etagOf(written.version) : undefined);
    await this.facts.mayKnow('writeInterviewNote', actor, qualificationId);
    throw new ProblemException('paper-not-open', { items: [`interview/${id}`] });
  }
}
