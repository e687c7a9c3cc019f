import { Injectable } from '@nestjs/common';
import type {
  AskErasure,
  DataSubjectView,
  EraseDataSubject,
  EraseDocument,
  ErasePerson,
  ErasureView,
  PageQuery,
} from '#contracts';
import { DATA_SUBJECT, retentionOf, type Person, type Retention } from '#domain';
import {
  Database,
  indexOfName,
  openOfficeTask,
  PersonalData,
  type CaseForCommand,
  type Statement,
} from '#persistence';
import {
  decodeCursor,
  idAfter,
  idempotencyKeyReused,
  newId,
  notFound,
  pageOf,
  ProblemException,
  type Page,
} from '#platform';
import { z } from 'zod';
import { DocumentsService } from '../documents/documents.service.js';
import { FactsService } from '../facts/facts.service.js';
import { idForNew } from '../http/idempotency-key.js';
import { PeopleService } from '../people/people.service.js';
import * as sql from './erasures.queries.js';
import { dataSubjectView, erasureView, type DataSubjectRow, type ErasureRow } from './erasures.view.js';

type Found = ErasureRow & { readonly id: string; readonly same: boolean };
type CaseToErase = Pick<CaseForCommand, 'state' | 'updatedAt'>;
const kept = ({ state, updatedAt }: CaseToErase): Retention =>
  retentionOf({ ...state, endedAt: updatedAt.toISOString() });
/** Why it must be kept now: a code, or the instant until which. */
function reasonToKeep(retention: Retention): string | undefined {
  if (retention.kept !== 'until') return `case-${retention.kept}`;
  return Date.parse(retention.until) > Date.now() ? retention.until : undefined;
}
/** Without anything personal: it is a task's subject. */
const asked = (caseId: string, subject: string): string => `${caseId}/${subject}`;

/** Takes personal data away for good: the keys of a data subject, who a person was, the bytes of a document. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly facts: FactsService,
    private readonly people: PeopleService,
    private readonly documents: DocumentsService,
  ) {}

  /**
   * An officer erases what a case holds of one data subject. What the case decided stays, and its journal proves it.
   * @throws ProblemException 409 `retained` while the case must be kept; `items` has why: `case-open`, `case-for-cause`, or until when
   */
  async eraseDataSubject(
    actor: Person,
    caseId: string,
    key: string | undefined,
    { subject, reason }: EraseDataSubject,
  ): Promise<ErasureView> {
    const found = await this.facts.mayKnow('eraseDataSubject', actor, caseId);
    const why = reasonToKeep(kept(found));
    if (why !== undefined) throw new ProblemException('retained', { items: [why] });
    const id = idForNew(actor, `qualifications/${caseId}/erasures`, key);
    const about = [id, caseId, subject, reason, actor.personId, actor.organisationId];
    const values = [...about, found.state.supplierId, asked(caseId, subject)];
    const erased = await this.erase(actor, sql.ERASE_DATA_SUBJECT, values);
    if (!erased) throw notFound('data subject');
    return erased;
  }

  /**
   * An officer erases a person who has left: their name and ways in go, their id stays where they acted.
   * @throws ProblemException 409 `retained` while any membership of theirs runs
   */
  async erasePerson(
    actor: Person,
    personId: string,
    key: string | undefined,
    { reason }: ErasePerson,
  ): Promise<ErasureView> {
    await this.people.mustMay('erasePerson', actor, personId);
    const { name } = await this.people.read(actor, personId);
    const id = idForNew(actor, `people/${personId}/erasure`, key);
    const about = [id, personId, 'person', reason, actor.personId, actor.organisationId];
    const values = [...about, indexOfName(this.personal, name)];
    const erased = await this.erase(actor, sql.ERASE_PERSON, values);
    if (!erased) throw new ProblemException('retained', { items: ['membership'] });
    return erased;
  }

  /**
   * An officer erases a document, whatever it proved: its digest and its links stay. Its bytes go soon afterwards, unless
   * another document has the same.
   * @throws ProblemException 409 `retained` while any of its cases must be kept, as for data subjects;
   *   `document-not-examined` while it is received or examined
   */
  async eraseDocument(
    actor: Person,
    documentId: string,
    key: string | undefined,
    { reason }: EraseDocument,
  ): Promise<ErasureView> {
    const { status } = await this.documents.mustMay('eraseDocument', actor, documentId);
    if (['receiving', 'quarantined'].includes(status)) throw new ProblemException('document-not-examined');
    const sought = sql.READ_CASES_OF_DOCUMENT;
    const cases = await this.db.run<CaseToErase & { id: string }>(actor, sought, [documentId]);
    const reasons = cases.flatMap((one) => reasonToKeep(kept(one)) ?? []);
    if (reasons.length > 0) throw new ProblemException('retained', { items: [...new Set(reasons)] });
    const id = idForNew(actor, `documents/${documentId}/erasure`, key);
    const about = [id, documentId, 'document', reason, actor.personId, actor.organisationId];
    const erased = await this.erase(actor, sql.ERASE_DOCUMENT, [...about, cases.map((one) => one.id)]);
    if (!erased) throw new ProblemException('retained', { items: ['case-open'] });
    return erased;
  }

  /** What was erased, for officers. */
  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<ErasureView>> {
    const values = [idAfter(cursor), limit + 1];
    const rows = await this.db.run<ErasureRow & { id: string }>(actor, sql.LIST_ERASURES, values);
    return pageOf(rows, limit, erasureView, (row) => row.id);
  }

  /** Whom a case holds personal data of, as far as the asker may read those data. */
  async dataSubjects(
    actor: Person,
    caseId: string,
    { cursor, limit }: PageQuery,
  ): Promise<Page<DataSubjectView>> {
    const retention = kept(await this.facts.mayKnow('listDataSubjects', actor, caseId));
    const after = decodeCursor(cursor, z.string().regex(DATA_SUBJECT)) ?? null;
    const values = [caseId, after, limit + 1];
    const rows = await this.db.run<DataSubjectRow & { subject: string }>(
      actor,
      sql.LIST_DATA_SUBJECTS,
      values,
    );
    return pageOf(
      rows,
      limit,
      (row) => dataSubjectView(row, retention),
      ({ subject }) => subject,
    );
  }

  /** The supplier asks for an erasure; the office finds the task and decides. Asked again, it is the same task. */
  async ask(actor: Person, caseId: string, { subject }: AskErasure): Promise<void> {
    await this.facts.mayKnow('askErasure', actor, caseId);
    const [known] = await this.db.run(actor, sql.IS_DATA_SUBJECT, [caseId, subject]);
    if (!known) throw notFound('data subject');
    await openOfficeTask(this.db, newId(), 'erasure-asked', asked(caseId, subject));
  }

  private async erase(
    actor: Person,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<ErasureView | undefined> {
    const [first] = await this.db.run<Found>(actor, statement, values);
    // Nothing: not to be erased, or the twin of this request was committed after our snapshot was taken.
    const row = first ?? (await this.db.run<Found>(actor, statement, values))[0];
    if (row && !row.same) throw idempotencyKeyReused();
    return row && erasureView(row);
  }
}
