import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnePageView } from '#contracts';
import type { OperationId, Person } from '#domain';
import { CaseReader, Database, PersonalData, readOnePage } from '#persistence';
import { unavailable, type Config } from '#platform';
import type { Language } from '#wording';
import { Authorisation } from '../auth/authorisation.js';
import { CONFIG } from '../config.module.js';
import { fontFaces } from '../printing/fonts.js';
import { Printer } from '../printing/printer.js';
import { PrintError } from '../printing/printing.js';
import { onePageView } from './one-page.view.js';
import { onePageHtml } from './print/page.js';

/** When to ask again for a page that could not be printed. */
const AGAIN_S = 30;

/** A case on one page: what a buyer decides by. */
@Injectable()
export class OnePageService {
  private readonly logger = new Logger('one-page');

  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly cases: CaseReader,
    private readonly authorisation: Authorisation,
    private readonly printer: Printer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Two flights: the case with who reads it, and all that the page shows beside. */
  async read(
    actor: Person,
    id: string,
    language: Language,
    operation: OperationId = 'getOnePage',
  ): Promise<OnePageView> {
    const detail = await this.cases.read(actor, id, this.authorisation.accessBy(operation, actor));
    this.authorisation.requireOnCase(operation, actor, detail);
    const row = await readOnePage(this.db, this.personal, actor, id);
    const { caseTime } = detail.state;
    const clock = new Date().toISOString();
    const now = clock > caseTime ? clock : caseTime;
    return onePageView({ detail, row, actor, now, language }, this.config.publicOrigin);
  }

  /**
   * The page as PDF, and what to call it.
   * @throws ProblemException 503 where no Chromium is, or none that answers
   */
  async print(actor: Person, id: string, language: Language): Promise<{ pdf: Buffer; name: string }> {
    const page = await this.read(actor, id, language, 'printOnePage');
    try {
      const pdf = await this.printer.print(onePageHtml(page, fontFaces()));
      return { pdf, name: `${page.caseNumber}-${language}.pdf` };
    } catch (error) {
      if (!(error instanceof PrintError)) throw error;
      this.logger.warn(error.message);
      throw unavailable(error.how === 'busy' ? 'too-busy' : 'printing-unavailable', AGAIN_S);
    }
  }
}
