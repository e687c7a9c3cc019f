import type { Connection } from '@temporalio/client';
import { createDataSource, Database, NOBODY, statement } from '#persistence';
import { quietLength } from '../demo/workflow-history.js';
import type { Costs } from '../play/api-client.js';

/** What one decision cost. */
export interface CommandCost {
  readonly type: string;
  /** Statements of the API; those of the commit are in the database. */
  readonly statements: number;
  readonly historyEvents: number;
}

/** Measure every decision asked while `play` runs, alone and with everything that follows from it. */
export async function measureAsks(
  costs: Costs,
  temporal: Connection,
  play: () => Promise<void>,
): Promise<readonly CommandCost[]> {
  const measured: CommandCost[] = [];
  costs.around = async (id, type, ask) => {
    const [events, before] = [await quietLength(temporal, id), costs.statements.get(id) ?? 0];
    await ask();
    const statements = (costs.statements.get(id) ?? 0) - before;
    const historyEvents = (await quietLength(temporal, id)) - events;
    measured.push({ type, statements, historyEvents });
  };
  try {
    await play();
    return measured;
  } finally {
    costs.around = undefined;
  }
}

const COMMITS = statement(
  'bench-commits',
  `select type, count(*)::int as times, percentile_disc(0.5) within group (order by statements) as statements
     from command where status = 'done' group by type`,
);
export interface CommitCost {
  readonly type: string;
  readonly times: number;
  readonly statements: number;
}

/** Statements of the commits by kind of command, `begin` and `commit` included. */
export async function commitCosts(databaseUrl: string): Promise<readonly CommitCost[]> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 1 }).initialize();
  try {
    return await new Database(dataSource).run<CommitCost & Record<string, unknown>>(NOBODY, COMMITS, []);
  } finally {
    await dataSource.destroy();
  }
}
