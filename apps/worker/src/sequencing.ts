import { tellEvents, type Database } from '#persistence';
import type { Logger } from '#platform';
import { Rounds } from './rounds.js';

/** Without a notice: what was committed while nobody listened. */
const EVERY_MS = 5_000;

/** Gives events their places in the feed as soon as PostgreSQL says that there are new ones. */
export class Sequencing extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'events could not be given their places'));
  }

  /** Until nothing is left, or another worker has the turn. */
  protected async work(): Promise<void> {
    while (!this.stopping && (await this.tell()) > 0);
  }

  private tell(): Promise<number> {
    return tellEvents(this.db, undefined, (parked) =>
      this.logger.error(parked, 'an event could not be told and was set aside'),
    );
  }
}
