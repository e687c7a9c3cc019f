import { AnchorFile, Anchoring, readSigningKey, type Database, type LostLines } from '#persistence';
import type { Config, Logger } from '#platform';
import { Rounds } from './rounds.js';

/** Anchors the heads of all chains in a file outside the database, again and again. */
export class Anchors extends Rounds {
  constructor(
    private readonly anchoring: Anchoring,
    pauseMs: number,
    private readonly logger: Logger,
  ) {
    super(pauseMs, (err) => logger.error({ err }, 'the journal could not be anchored'));
  }

  /**
   * Undefined where no file is named: then another worker anchors, or nobody.
   * @throws Error in production without a file and a key: a journal that nobody can check is none
   */
  static of(config: Config, db: Database, logger: Logger): Anchors | undefined {
    const { anchorFile, anchorSigningKey, anchorIntervalS, production } = config;
    if (!anchorFile || !anchorSigningKey) {
      if (production) throw new Error('ANCHOR_FILE and ANCHOR_SIGNING_KEY must be set in production.');
      return undefined;
    }
    const onLost = (lines: LostLines): void =>
      logger.error({ lines }, 'the anchor file has lost lines: what they held is anchored again');
    const file = new AnchorFile(anchorFile);
    const anchoring = new Anchoring(db, file, readSigningKey(anchorSigningKey), onLost);
    return new Anchors(anchoring, anchorIntervalS * 1000, logger);
  }

  protected async work(): Promise<void> {
    const links = await this.anchoring.anchor();
    if (links > 0) this.logger.info({ links }, 'the journal was anchored');
  }
}
