import { documentJudged, takeDocumentsToJudge, type Database, type DocumentToJudge } from '#persistence';
import type { Logger } from '#platform';
import { checkLinkedDocument } from './document-checks.js';
import { Rounds } from './rounds.js';

const IDLE_MS = 1_000;

/** Judges documents again that were linked to a further place after they had been examined. */
export class LinkedDocuments extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {
    super(IDLE_MS, (err) => logger.error({ err }, 'linked documents could not be judged'));
  }

  /** Goes on at once while there is something to judge. */
  protected async work(): Promise<void> {
    while (!this.stopping && (await this.judgeSome()) > 0);
  }

  /** Gives how many documents it took. */
  private async judgeSome(): Promise<number> {
    const documents = await takeDocumentsToJudge(this.db);
    for (const document of documents) await this.judgeOne(document);
    return documents.length;
  }

  /** One that fails is taken again a minute later; the others are not concerned. */
  private async judgeOne(document: DocumentToJudge): Promise<void> {
    try {
      await checkLinkedDocument(this.db, document);
      await documentJudged(this.db, document);
    } catch (err) {
      this.logger.error({ err, documentId: document.id }, 'a linked document could not be judged');
    }
  }
}
