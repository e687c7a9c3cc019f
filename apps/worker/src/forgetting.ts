import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { forgetWhatEnded, type Database } from '#persistence';
import type { Logger } from '#platform';

const EVERY_MS = 3_600_000;

/**
 * Once an hour deletes rows that ended long ago, whatever worker comes first: the retention of what no case needs. Which
 * rows, a function of the database says.
 */
@Injectable()
export class Forgetting implements BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.turn();
    this.timer = setInterval(() => this.turn(), EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  private turn(): void {
    this.round = this.forget().catch((err: unknown) =>
      this.logger.error({ err }, 'what has ended could not be deleted'),
    );
  }

  private async forget(): Promise<void> {
    const forgotten = await forgetWhatEnded(this.db);
    this.logger.info({ forgotten }, 'deleted what ended long ago');
  }
}
