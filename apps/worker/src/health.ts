import { createServer, type Server } from 'node:http';
import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Config } from '#platform';
import type { WorkerRunner } from './worker-runner.js';

/** `/health/live` and `/health/ready` for whoever runs this process. */
@Injectable()
export class HealthPort implements BeforeApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly runner: WorkerRunner,
  ) {}

  async start(): Promise<void> {
    const { healthPort, host, instanceId } = this.config;
    this.server = createServer((request, response) => {
      const known = request.url === '/health/live' || request.url === '/health/ready';
      const well = request.url === '/health/live' || this.runner.isRunning;
      response.writeHead(!known ? 404 : well ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: well ? 'ok' : 'starting', instanceId }));
    });
    await new Promise<void>((resolve) => this.server?.listen(healthPort, host, resolve));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}
