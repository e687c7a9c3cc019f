import { Inject, Injectable } from '@nestjs/common';
import type { ReadyView } from '#contracts';
import { Database, NOBODY, statement } from '#persistence';
import { pingTemporal, type Config } from '#platform';
import { Client } from '@temporalio/client';
import { CONFIG } from '../config.module.js';

const PING = statement('health-ping', 'select 1 as "one"');
const PATIENCE_MS = 2_000;

const within = <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
const upOrDown = (work: Promise<unknown>): Promise<'up' | 'down'> =>
  within(work).then(
    () => 'up' as const,
    () => 'down' as const,
  );

@Injectable()
export class HealthService {
  readonly instanceId: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly db: Database,
    private readonly temporal: Client,
  ) {
    this.instanceId = config.instanceId ?? `pid-${process.pid}`;
  }

  /** Whether this process can do its work: it needs the database for everything, Temporal for decisions. */
  async readiness(): Promise<ReadyView> {
    const [database, temporal] = await Promise.all([
      upOrDown(this.db.run(NOBODY, PING, [])),
      upOrDown(pingTemporal(this.temporal)),
    ]);
    const ready = database === 'up' && temporal === 'up';
    return { status: ready ? 'ready' : 'not-ready', instanceId: this.instanceId, database, temporal };
  }
}
