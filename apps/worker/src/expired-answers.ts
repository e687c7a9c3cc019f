import { dropExpiredAnswers, type Database } from '#persistence';
import type { Logger } from '#platform';
import { Rounds } from './rounds.js';

const EVERY_MS = 60_000;

/** Deletes answers that were kept under Idempotency-Keys when their 30 days are over. */
export class ExpiredAnswers extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'expired answers could not be deleted'));
  }

  protected async work(): Promise<void> {
    const dropped = await dropExpiredAnswers(this.db);
    if (dropped > 0) this.logger.info({ dropped }, 'expired answers deleted');
  }
}
