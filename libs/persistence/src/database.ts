import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** A statement with a name, so that PostgreSQL parses and plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}
export const statement = (name: string, text: string): Statement => ({ name, text });

/** Who SQL runs for. Row-level security will read it; until then it marks the seam. */
export interface SqlActor {
  readonly personId: string;
  readonly organisationId: string;
}

export interface Transaction {
  run<R extends QueryResultRow>(sql: Statement, values: readonly unknown[]): Promise<R[]>;
  /** TypeORM on the same connection, for the plain resources. */
  readonly manager: EntityManager;
}

const counter = new AsyncLocalStorage<{ statements: number }>();
const count = (n = 1): void => {
  const tally = counter.getStore();
  if (tally) tally.statements += n;
};

/** The one door to PostgreSQL: every statement of the product goes through `run` or `transaction`. */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** Count the statements that `work` sends to PostgreSQL, `begin` and `commit` included. */
  static async counted<T>(work: () => Promise<T>): Promise<{ result: T; statements: number }> {
    const tally = { statements: 0 };
    const result = await counter.run(tally, work);
    return { result, statements: tally.statements };
  }

  /** Statements sent so far inside the surrounding `counted`. */
  static get statementsSoFar(): number {
    return counter.getStore()?.statements ?? 0;
  }

  /** One statement on its own: its own transaction, one round trip. */
  async run<R extends QueryResultRow>(
    _actor: SqlActor | 'system',
    sql: Statement,
    values: readonly unknown[],
  ): Promise<R[]> {
    count();
    return (await this.pool.query<R>({ ...sql, values: [...values] })).rows;
  }

  /** Several statements that hold together: all are kept or none. */
  async transaction<T>(_actor: SqlActor | 'system', work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      count();
      await runner.startTransaction();
      const result = await work({
        manager: runner.manager,
        run: async <R extends QueryResultRow>(sql: Statement, values: readonly unknown[]) => {
          count();
          return (await client.query<R>({ ...sql, values: [...values] })).rows;
        },
      });
      count();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}
