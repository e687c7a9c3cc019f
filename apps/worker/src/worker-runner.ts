import { fileURLToPath } from 'node:url';
import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Config, Logger } from '#platform';
import { TASK_QUEUE, WEBHOOK_QUEUE, type Activities, type WebhookActivities } from '#workflows';

const BUNDLE = fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url));

/**
 * Deliveries wait for others most of the time, and hold a connection of the pool only before and after. So many that those
 * of one organisation, whose endpoints all hang, are not all of them.
 */
const WEBHOOKS_AT_ONCE = 100;

/** What the worker does for cases, and for webhooks. */
export interface AllActivities {
  readonly cases: Activities;
  readonly webhooks: WebhookActivities;
}

/** Creates, runs and drains the Temporal workers: one for cases, one for webhooks. They stop before the database pool closes. */
@Injectable()
export class WorkerRunner implements BeforeApplicationShutdown {
  private workers: readonly Worker[] = [];
  private connection: NativeConnection | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly activities: AllActivities,
    private readonly logger: Logger,
  ) {}

  get isRunning(): boolean {
    return this.workers.length > 0 && this.workers.every((worker) => worker.getState() === 'RUNNING');
  }

  /** Connect and poll. The promise of `done` settles when the worker has stopped, with an error when it failed. */
  async start(): Promise<{ done: Promise<void> }> {
    this.connection = await NativeConnection.connect({ address: this.config.temporalAddress });
    this.workers = await Promise.all([this.forCases(this.connection), this.forWebhooks(this.connection)]);
    this.running = this.run(this.workers);
    this.logger.info({ taskQueues: [TASK_QUEUE, WEBHOOK_QUEUE] }, 'polling');
    return { done: this.running };
  }

  /** Until all have stopped. When one fails the others are drained, and it is that failure that is told. */
  private async run(workers: readonly Worker[]): Promise<void> {
    const runs = workers.map((worker) =>
      worker.run().catch((error: unknown) => {
        this.drain();
        throw error;
      }),
    );
    await Promise.allSettled(runs);
    await Promise.all(runs);
  }

  private drain(): void {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  }

  private forCases(connection: NativeConnection): Promise<Worker> {
    // Local and regular activities share the pool: each holds a connection while it runs.
    const half = Math.ceil(this.config.databasePool / 2);
    return Worker.create({
      ...this.settings(connection, 'AUTO_UPGRADE'),
      taskQueue: TASK_QUEUE,
      activities: this.activities.cases,
      maxConcurrentActivityTaskExecutions: half,
      maxConcurrentLocalActivityExecutions: half,
    });
  }

  private forWebhooks(connection: NativeConnection): Promise<Worker> {
    return Worker.create({
      // A delivery is short: it ends with the code that it began with.
      ...this.settings(connection, 'PINNED'),
      taskQueue: WEBHOOK_QUEUE,
      activities: this.activities.webhooks,
      maxConcurrentActivityTaskExecutions: WEBHOOKS_AT_ONCE,
      workflowThreadPoolSize: 1,
    });
  }

  private settings(connection: NativeConnection, defaultVersioningBehavior: 'AUTO_UPGRADE' | 'PINNED') {
    const { temporalNamespace, buildId } = this.config;
    return {
      connection,
      namespace: temporalNamespace,
      workflowBundle: { codePath: BUNDLE },
      shutdownGraceTime: '20s',
      shutdownForceTime: '30s',
      ...(buildId && {
        workerDeploymentOptions: {
          useWorkerVersioning: true as const,
          version: { buildId, deploymentName: 'selvedge' },
          defaultVersioningBehavior,
        },
      }),
    } as const;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.drain();
    await this.running?.catch(() => undefined);
    await this.connection?.close();
  }
}
