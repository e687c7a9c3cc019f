import type { CaseState } from '#domain';
import { nextStepAt } from '#domain/deadlines';
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * Case time and the one timer of a case. Case time is the workflow's clock plus an offset that is fixed for a run:
 * a fast-forwarded run is ahead of the wall clock, and the run that follows it must not fall behind.
 */
export class CaseClock {
  private readonly offset: number;
  private armedFor: string | undefined;
  private scope: CancellationScope | undefined;
  /** True when the timer has rung and nobody has looked yet. */
  rang = false;

  constructor(lastCaseTime: string | undefined) {
    this.offset = lastCaseTime === undefined ? 0 : Math.max(0, Date.parse(lastCaseTime) - Date.now());
  }

  now(): string {
    return new Date(Date.now() + this.offset).toISOString();
  }

  /**
   * Sleep until the next step of any deadline. A timer that rings too early only looks and sleeps again, which is
   * cheaper than cancelling one with every decision; so only an earlier step replaces it.
   */
  arm(state: CaseState): void {
    const at = nextStepAt(state);
    if (at === undefined || (this.armedFor !== undefined && this.armedFor <= at)) return;
    this.scope?.cancel();
    this.armedFor = at;
    const scope = new CancellationScope();
    this.scope = scope;
    void this.ring(scope, at);
  }

  isDue(state: CaseState): boolean {
    const at = nextStepAt(state);
    return at !== undefined && at <= this.now();
  }

  stop(): void {
    this.scope?.cancel();
  }

  private async ring(scope: CancellationScope, at: string): Promise<void> {
    try {
      await scope.run(() => sleep(Math.max(1, Date.parse(at) - Date.parse(this.now()))));
    } catch (error) {
      if (isCancellation(error)) return;
      throw error;
    }
    this.armedFor = undefined;
    this.rang = true;
  }
}
