import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';
import { Database, Notices } from '#persistence';
import { createLogger, loadConfig } from '#platform';
import { whenMissing } from '#wording';
import { HealthPort } from './health.js';
import { Chores } from './rounds.js';
import { WorkerModule } from './worker.module.js';
import { WorkerRunner } from './worker-runner.js';

// Nest owns the signals: the worker drains first, then the pool and the connections close.
Runtime.install({ shutdownSignals: [] });
const logger = createLogger('worker');
whenMissing((language, id) => logger.warn({ language, id }, 'a text is missing'));
const app = await NestFactory.createApplicationContext(await WorkerModule.with(loadConfig()), {
  logger: ['error', 'warn'],
  abortOnError: false,
});
await app.get(Database).mustBeBoundByPolicies();
app.enableShutdownHooks([], { useProcessExit: true }); // a drained stop is a success: exit 0, not 143
const { done } = await app.get(WorkerRunner).start();
app.get(Chores).start();
await app.get(Notices).start();
await app.get(HealthPort).start();
done.catch((err: unknown) => {
  logger.fatal({ err }, 'the worker stopped');
  process.exitCode = 1;
  void app.close();
});
