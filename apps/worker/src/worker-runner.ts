import { fileURLToPath } from 'node:url';
import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Config, Logger } from '#platform';
import { TASK_QUEUE, type Activities } from '#workflows';

const BUNDLE = fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url));

/** Creates, runs and drains the Temporal worker. It stops before the database pool closes. */
@Injectable()
export class WorkerRunner implements BeforeApplicationShutdown {
  private worker: Worker | undefined;
  private connection: NativeConnection | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly activities: Activities,
    private readonly logger: Logger,
  ) {}

  get isRunning(): boolean {
    return this.worker?.getState() === 'RUNNING';
  }

  /** Connect and poll. The promise of `done` settles when the worker has stopped, with an error when it failed. */
  async start(): Promise<{ done: Promise<void> }> {
    const { temporalAddress, temporalNamespace, databasePool, buildId } = this.config;
    this.connection = await NativeConnection.connect({ address: temporalAddress });
    this.worker = await Worker.create({
      connection: this.connection,
      namespace: temporalNamespace,
      taskQueue: TASK_QUEUE,
      workflowBundle: { codePath: BUNDLE },
      activities: this.activities,
      // Local and regular activities share the pool: each holds a connection while it runs.
      maxConcurrentActivityTaskExecutions: Math.ceil(databasePool / 2),
      maxConcurrentLocalActivityExecutions: Math.ceil(databasePool / 2),
      shutdownGraceTime: '20s',
      shutdownForceTime: '30s',
      ...(buildId && {
        workerDeploymentOptions: {
          useWorkerVersioning: true,
          version: { buildId, deploymentName: 'selvedge' },
          defaultVersioningBehavior: 'AUTO_UPGRADE' as const,
        },
      }),
    });
    this.running = this.worker.run();
    this.logger.info({ taskQueue: TASK_QUEUE }, 'polling');
    return { done: this.running };
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.isRunning) this.worker?.shutdown();
    await this.running?.catch(() => undefined);
    await this.connection?.close();
  }
}
