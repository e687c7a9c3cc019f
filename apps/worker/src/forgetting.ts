import { forgetWhatEnded, type Database } from '#persistence';
import type { Logger } from '#platform';
import { Rounds } from './rounds.js';

const EVERY_MS = 3_600_000;

/**
 * Once an hour deletes rows that ended long ago, whatever worker comes first: the retention of what no case needs. Which
 * rows, a function of the database says.
 */
export class Forgetting extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'what has ended could not be deleted'));
  }

  protected async work(): Promise<void> {
    const forgotten = await forgetWhatEnded(this.db);
    this.logger.info({ forgotten }, 'deleted what ended long ago');
  }
}
