import { makeDigests, tellPeople, type Database, type Untold } from '#persistence';
import { newId, type Logger } from '#platform';
import { Rounds } from './rounds.js';

/** Without a notice: what got its place while nobody listened, and digests whose hour has come. */
const EVERY_MS = 10_000;

/** Tells people what their organisations were told, as soon as PostgreSQL says that there is more in the feed. */
export class Notifying extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'people could not be told what happened'));
  }

  /** Until nothing is left, or another worker has the turn. */
  protected async work(): Promise<void> {
    const now = (): string => new Date().toISOString();
    const untold: Untold = (err, of) =>
      this.logger.error({ err, ...of }, 'a decision could not be told to people');
    while (!this.stopping && (await tellPeople(this.db, now(), newId, untold)) > 0);
    while (!this.stopping && (await makeDigests(this.db, now(), newId)) > 0);
  }
}
