import { createServer, type Server, type ServerResponse } from 'node:http';
import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Config } from '#platform';
import { metricsText, type Gauges } from './metrics.js';
import type { WorkerRunner } from './worker-runner.js';

/** `/health/live`, `/health/ready` and `/metrics` for whoever runs this process. */
@Injectable()
export class HealthPort implements BeforeApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly runner: WorkerRunner,
    private readonly gauges: readonly Gauges[],
  ) {}

  async start(): Promise<void> {
    const { healthPort, host } = this.config;
    this.server = createServer((request, response) => {
      if (request.url === '/metrics') void this.measure(response);
      else this.answer(request.url, response);
    });
    await new Promise<void>((resolve) => this.server?.listen(healthPort, host, resolve));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  private answer(url: string | undefined, response: ServerResponse): void {
    const known = url === '/health/live' || url === '/health/ready';
    const well = url === '/health/live' || this.runner.isRunning;
    response.writeHead(!known ? 404 : well ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: well ? 'ok' : 'starting', instanceId: this.config.instanceId }));
  }

  /** Without the database nothing is known, and nothing is said. */
  private async measure(response: ServerResponse): Promise<void> {
    const all = await Promise.all(this.gauges.map((measure) => measure())).catch(() => undefined);
    response.writeHead(all ? 200 : 503, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(all ? metricsText(all.flat()) : '');
  }
}
