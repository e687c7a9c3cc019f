import { Injectable } from '@nestjs/common';
import type { LetterSummary, LetterView, PageQuery } from '#contracts';
import { asTold, letterOf, type Letter, type OperationId, type Person } from '#domain';
import { CaseReader, Database, readLetterEntries, type CaseDetail, type LetterEntry } from '#persistence';
import { decodeCursor, notFound, pageOf, type Page } from '#platform';
import { LETTER_LANGUAGES, type LetterLanguage } from '#wording';
import { z } from 'zod';
import { Authorisation } from '../auth/authorisation.js';
import { letterSummary, letterView } from './letters.view.js';

/** Letters about decisions, written from the journal when they are read: what was decided is not kept twice. */
@Injectable()
export class LettersService {
  constructor(
    private readonly db: Database,
    private readonly cases: CaseReader,
    private readonly authorisation: Authorisation,
  ) {}

  async list(actor: Person, id: string, page: PageQuery): Promise<Page<LetterSummary>> {
    const { letters, next } = await this.page(actor, id, page);
    return { items: letters.map(letterSummary), next };
  }

  /** The letters themselves, each in every language. */
  async listInWords(actor: Person, id: string, page: PageQuery): Promise<Page<LetterView>> {
    const { letters, found, next } = await this.page(actor, id, page);
    const inWords = (letter: Letter) =>
      LETTER_LANGUAGES.map((language) => letterView(letter, found, language));
    return { items: letters.flatMap(inWords), next };
  }

  private async page(actor: Person, id: string, { cursor, limit }: PageQuery) {
    const after = decodeCursor(cursor, z.number().int()) ?? 0;
    const found = await this.mustMay('listLetters', actor, id);
    const rows = await readLetterEntries(this.db, actor, id, { after, limit: limit + 1 });
    const page = pageOf(
      rows,
      limit,
      (row) => row,
      ({ entry }) => entry.seq,
    );
    const letters = page.items.flatMap((row) => letterFrom(row, found) ?? []);
    return { letters, found, next: page.next };
  }

  /** @throws ProblemException 404 when the entry decided nothing a letter is about, or is not told yet */
  async read(actor: Person, id: string, seq: number, language: LetterLanguage): Promise<LetterView> {
    const found = await this.mustMay('getLetter', actor, id, String(seq));
    const [row] = await readLetterEntries(this.db, actor, id, { seq, limit: 1 });
    const letter = row && letterFrom(row, found);
    if (!letter) throw notFound('letter');
    return letterView(letter, found, language);
  }

  private async mustMay(
    operation: OperationId,
    actor: Person,
    id: string,
    item?: string,
  ): Promise<CaseDetail> {
    const access = this.authorisation.accessBy(operation, actor, item);
    const found = await this.cases.read(actor, id, access);
    this.authorisation.requireOnCase(operation, actor, found);
    return found;
  }
}

/** A letter says the same to everybody who may read it: what its supplier is told. */
const letterFrom = ({ entry, papers }: LetterEntry, found: CaseDetail): Letter | undefined => {
  const told = asTold(found.state, ['supplier']);
  return letterOf(entry, { told, scheme: found.facts.scheme, papers }, found.closedSeals);
};
