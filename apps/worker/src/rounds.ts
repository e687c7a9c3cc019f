import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

const SOON_MS = 1000;

/** Work that is done again and again, with a pause after each round; a round that fails is told and the next one comes. */
export abstract class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;
  private running = false;
  private woken = false;

  constructor(
    private readonly pauseMs: number,
    private readonly failed: (err: unknown) => void,
  ) {}

  /** The first round is soon: a process that is started again and again must get to it. */
  start(): void {
    this.next(Math.min(this.pauseMs, SOON_MS));
  }

  /** There is something to do: the pause ends now; a round that is under way is followed by another at once. */
  wake(): void {
    this.woken = true;
    if (!this.running && !this.stopped) this.next(0);
  }

  /** Lets the round that is under way come to its end. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  protected get stopping(): boolean {
    return this.stopped;
  }

  private next(pauseMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = true;
      this.woken = false;
      this.round = this.work()
        .catch(this.failed)
        .finally(() => {
          this.running = false;
          if (!this.stopped) this.next(this.woken ? 0 : this.pauseMs);
        });
    }, pauseMs);
  }

  protected abstract work(): Promise<void>;
}

/** What the worker does beside its workflows. It stops before the database pool closes. */
@Injectable()
export class Chores implements BeforeApplicationShutdown {
  constructor(private readonly all: readonly Rounds[]) {}

  start(): void {
    for (const rounds of this.all) rounds.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.all.map((rounds) => rounds.stop()));
  }
}
