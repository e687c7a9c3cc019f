import {
  takeWebhooks,
  webhookBacklog,
  webhookNotStarted,
  webhooksPostponed,
  webhooksStarted,
  type Database,
  type WebhookToStart,
} from '#persistence';
import type { Logger, TemporalGateway } from '#platform';
import { WEBHOOK_QUEUE, WEBHOOK_WORKFLOW, webhookWorkflowId } from '#workflows';
import { Rounds } from '../rounds.js';

/** Without a notice: what was left by a relay that died, and what waits for its time. */
const EVERY_MS = 2_000;
const AT_ONCE = 100;
const START_MS = 5_000;
/** So often a delivery may fail to start for a reason of its own before it is parked. */
const MOST_FAILURES = 5;
const FIRST_PAUSE_S = 1;
const LONGEST_PAUSE_S = 30;
/** A backlog as old as that is told. */
const OLD_MS = 60_000;

/** Starts workflows: the part of `TemporalGateway` that the relay needs. */
export type Starter = Pick<TemporalGateway, 'start'>;
type Outcome = 'started' | 'away' | { readonly reason: string };

/**
 * Starts one workflow for every delivery that waits for one. What it takes is its own for 30 seconds, so several relays share
 * the work and one that dies leaves nothing undone: a workflow that runs already is as good as started.
 */
export class WebhookRelay extends Rounds {
  private pauseS = FIRST_PAUSE_S;

  constructor(
    private readonly db: Database,
    private readonly temporal: Starter,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'webhooks could not be started'));
  }

  protected async work(): Promise<void> {
    while (!this.stopping && (await this.relay()));
    const { waiting, oldest, parked } = await webhookBacklog(this.db);
    if (oldest && Date.now() - oldest.getTime() > OLD_MS)
      this.logger.warn({ waiting, oldest, parked }, 'webhooks wait to be started');
  }

  /** One batch. True when there may be more, and somebody to start them. */
  async relay(): Promise<boolean> {
    const taken = await takeWebhooks(this.db, AT_ONCE);
    if (taken.length === 0) return false;
    const outcomes = await Promise.all(taken.map((one) => this.startOne(one)));
    const of = (wanted: Outcome): string[] =>
      taken.filter((_, i) => outcomes[i] === wanted).map(({ id }) => id);
    const [started, away] = [of('started'), of('away')];
    if (started.length > 0) await webhooksStarted(this.db, started);
    for (const [i, outcome] of outcomes.entries())
      if (typeof outcome === 'object') await this.park(taken[i] as WebhookToStart, outcome.reason);
    return this.goOn(away, taken.length);
  }

  private async goOn(away: readonly string[], taken: number): Promise<boolean> {
    if (away.length === 0) {
      this.pauseS = FIRST_PAUSE_S;
      return taken === AT_ONCE;
    }
    await webhooksPostponed(this.db, away, this.pauseS);
    this.logger.warn({ waiting: away.length, seconds: this.pauseS }, 'webhooks wait for Temporal');
    this.pauseS = Math.min(this.pauseS * 2, LONGEST_PAUSE_S);
    return false;
  }

  private async startOne({ id, endpointId, eventId, round }: WebhookToStart): Promise<Outcome> {
    const workflowId = webhookWorkflowId(endpointId, eventId, round);
    const start = {
      workflowType: WEBHOOK_WORKFLOW,
      taskQueue: WEBHOOK_QUEUE,
      args: [{ deliveryId: id, round }],
    };
    try {
      await this.temporal.start(workflowId, start, START_MS);
      return 'started';
    } catch (error) {
      return reasonOf(error);
    }
  }

  private async park({ id }: WebhookToStart, reason: string): Promise<void> {
    this.logger.error({ deliveryId: id, reason }, 'a webhook cannot be started');
    await webhookNotStarted(this.db, id, reason, MOST_FAILURES);
  }
}

/**
 * What the server may say of one request alone, by gRPC's numbers. Everything else says that it is away, for us at least: who
 * may not start one workflow may start none, and all of them wait until it may.
 */
const OF_ITS_OWN: Readonly<Record<number, string>> = {
  3: 'invalid-argument',
  9: 'failed-precondition',
  11: 'out-of-range',
};
export function reasonOf(error: unknown): Outcome {
  for (let e = error; typeof e === 'object' && e !== null; e = (e as { cause?: unknown }).cause) {
    const { code, name } = e as { code?: unknown; name?: string };
    if (typeof code === 'number') return code in OF_ITS_OWN ? { reason: OF_ITS_OWN[code] ?? '' } : 'away';
    if (name === 'TypeError' || name === 'ValueError' || name === 'RangeError')
      return { reason: 'cannot-be-sent' };
  }
  return 'away';
}
