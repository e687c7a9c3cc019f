import { Injectable } from '@nestjs/common';
import type {
  FigureCasesExportQuery,
  FigureCasesQuery,
  FigureCaseView,
  FigureDefinitionList,
  FigureQuery,
  FigureView,
  PublicFiguresView,
} from '#contracts';
import { MAX_PAGE_SIZE } from '#contracts';
import { isListed, monthBegins, publicFigures, type FigureId, type Person } from '#domain';
import { countFigure, countForEverybody, Database, listFigureCases, type FigureQuestion } from '#persistence';
import { caseNumberBefore, invalid, pageOf, type Page } from '#platform';
import type { Language } from '#wording';
import {
  casesCsv,
  definitionsView,
  figureCaseView,
  figureCsv,
  figureView,
  publicFiguresView,
} from './programme.view.js';

/** What a list of cases goes on after. */

const question = (figure: FigureId, query: FigureQuery): FigureQuestion => {
  const { from, to, by, ...filter } = query;
  return {
    ...{ figure, by, now: new Date().toISOString() },
    filter: { ...filter, from: from && monthBegins(from), until: to && monthBegins(to, 1) },
  };
};

/** They look at every case there is, and anybody may ask. */
const TOLD_AGAIN_MS = 300_000;

const mustBeListed = (figure: FigureId, measure: string): void => {
  if (!isListed(figure, measure))
    throw invalid({
      ...{ pointer: '#/measure', in: 'query', code: 'not-listed' },
      detail: 'is no measure of this figure that counts something',
    });
};

/** The whole picture: how many come how far, how long it takes, who is held up by whom. For the programme office. */
@Injectable()
export class ProgrammeService {
  private told: { readonly at: number; readonly view: Promise<PublicFiguresView> } | undefined;

  constructor(private readonly db: Database) {}

  definitions(language: Language): FigureDefinitionList {
    return definitionsView(language);
  }

  /** Of nobody in particular, for whoever asks: reckoned once for all who ask within some minutes. */
  publicFigures(): Promise<PublicFiguresView> {
    if (!this.told || Date.now() - this.told.at > TOLD_AGAIN_MS) {
      const told = { at: Date.now(), view: this.reckonPublicFigures() };
      this.told = told;
      told.view.catch(() => (this.told = this.told === told ? undefined : this.told));
    }
    return this.told.view;
  }

  private async reckonPublicFigures(): Promise<PublicFiguresView> {
    const asOf = new Date().toISOString();
    return publicFiguresView(publicFigures(await countForEverybody(this.db)), asOf);
  }

  async figure(actor: Person, figure: FigureId, query: FigureQuery): Promise<FigureView> {
    const asked = question(figure, query);
    return figureView(figure, await countFigure(this.db, actor, asked), asked);
  }

  async figureCsv(actor: Person, figure: FigureId, query: FigureQuery): Promise<string> {
    return figureCsv(await this.figure(actor, figure, query));
  }

  /** @throws ProblemException 422 when it is no number that cases stand behind */
  async cases(actor: Person, figure: FigureId, query: FigureCasesQuery): Promise<Page<FigureCaseView>> {
    const { key, measure, group, cursor, limit, ...cohort } = query;
    mustBeListed(figure, measure);
    const before = caseNumberBefore(cursor);
    const asked = { ...question(figure, cohort), key, measure, group };
    const rows = await listFigureCases(this.db, actor, asked, { before, limit: limit + 1 });
    return pageOf(rows, limit, figureCaseView, ({ caseNumber }) => caseNumber);
  }

  /**
   * All of them, a page at a time.
   * @throws ProblemException as `cases`
   */
  casesCsv(actor: Person, figure: FigureId, query: FigureCasesExportQuery): AsyncIterable<string> {
    mustBeListed(figure, query.measure);
    return casesCsv(this.pagesOfCases(actor, figure, query));
  }

  private async *pagesOfCases(
    actor: Person,
    figure: FigureId,
    query: FigureCasesExportQuery,
  ): AsyncGenerator<readonly FigureCaseView[]> {
    for (let cursor: string | undefined; ;) {
      const page = await this.cases(actor, figure, { ...query, cursor, limit: MAX_PAGE_SIZE });
      yield page.items;
      if (page.next === null) return;
      cursor = page.next;
    }
  }
}
