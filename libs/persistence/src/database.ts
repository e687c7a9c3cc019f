import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** A row as a statement gives it. */
export type Row = QueryResultRow;

/** A statement with a name, so that PostgreSQL parses and plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}
/** @throws Error when PostgreSQL would cut the name: two statements could get one */
export function statement(name: string, text: string): Statement {
  if (name.length > 63) throw new Error(`The name of a statement is too long: ${name}`);
  return { name, text };
}

/** A person in the name of an organisation: row-level security shows what those two may see. */
export interface SqlActor {
  readonly personId: string;
  readonly organisationId: string;
}
/** Work on exactly one case: a decision, for somebody or by the case itself, or its checks. */
export interface WithinCase {
  readonly caseId: string;
  readonly by?: SqlActor | undefined;
}
/** Nobody yet, or nobody in particular: sees no row at all and may only call named functions. */
export const NOBODY = 'nobody';
export type Scope = SqlActor | WithinCase | typeof NOBODY;

export interface Transaction {
  run<R extends QueryResultRow>(sql: Statement, values: readonly unknown[]): Promise<R[]>;
}

interface Tally {
  statements: number;
  flights: number;
}
const counter = new AsyncLocalStorage<Tally>();
/** So many statements went out together and were waited for once. */
const count = (statements: number): void => {
  const tally = counter.getStore();
  if (!tally) return;
  tally.statements += statements;
  tally.flights += 1;
};

/** Local to the transaction: nothing of it is left on the connection for whoever has it next. */
const ACT_AS = statement(
  'act-as',
  `select set_config('app.person', $1, true), set_config('app.organisation', $2, true), set_config('app.case', $3, true)`,
);
const actAs = (scope: SqlActor | WithinCase) => {
  const { caseId = '', by = undefined } = 'caseId' in scope ? scope : { by: scope };
  return { ...ACT_AS, values: [by?.personId ?? '', by?.organisationId ?? '', caseId] };
};

const FREE_ROLE = statement(
  'free-role',
  `select r.rolsuper or r.rolbypassrls or exists (
       select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(r.oid, relowner, 'member')) as free
     from pg_roles r where r.rolname = current_user`,
);

/** What the first of several answers that failed says; the others only follow from it. */
async function allOf<T>(answers: readonly Promise<unknown>[], wanted: Promise<T>): Promise<T> {
  const settled = await Promise.allSettled(answers);
  const failed = settled.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
  return wanted;
}

/** The one door to PostgreSQL: every statement of the product goes through `run` or `transaction`. */
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** Lets go of all connections, after what is under way. */
  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** Count the statements that `work` sends to PostgreSQL, all of them, and how often it waits for an answer. */
  static async counted<T>(work: () => Promise<T>): Promise<Tally & { result: T }> {
    const tally = { statements: 0, flights: 0 };
    const result = await counter.run(tally, work);
    return { result, ...tally };
  }

  /** Statements and flights so far inside the surrounding `counted`. */
  static get soFar(): Readonly<Tally> {
    return counter.getStore() ?? { statements: 0, flights: 0 };
  }

  /**
   * One data statement with the rights of `scope`. `begin`, the settings, the statement and `commit` leave in one
   * flight and are waited for once; a statement that fails turns the commit into a rollback.
   * @param first a statement that goes before it in the same flight, and without which nothing is answered
   */
  async run<R extends QueryResultRow>(
    scope: Scope,
    sql: Statement,
    values: readonly unknown[],
    first?: Statement & { readonly values: unknown[] },
  ): Promise<R[]> {
    const query = { ...sql, values: [...values] };
    if (scope === NOBODY) {
      count(1);
      return (await this.pool.query<R>(query)).rows;
    }
    count(first ? 5 : 4);
    return this.onConnection(async (client) => {
      const before = [client.query('begin'), client.query(actAs(scope))];
      if (first) before.push(client.query(first));
      const answer = client.query<R>(query);
      const committed = client.query('commit');
      return (await allOf([...before, answer, committed], answer)).rows;
    });
  }

  /** @throws Error when this connection could look past row-level security: no service runs so */
  async mustBeBoundByPolicies(): Promise<void> {
    const [role] = await this.run<{ free: boolean }>(NOBODY, FREE_ROLE, []);
    if (role?.free) throw new Error('DATABASE_URL names a role that policies do not bind: use selvedge_app');
  }

  /** Several statements with the rights of `scope` that hold together: all are kept or none. */
  async transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.onConnection(async (client, giveUp) => {
      // Not waited for: they leave in the flight of the first statement, which fails when they do.
      let before: Promise<unknown>[] = [
        client.query('begin'),
        ...(scope === NOBODY ? [] : [client.query(actAs(scope))]),
      ];
      for (const sent of before) sent.catch(() => undefined);
      const run = async <R extends QueryResultRow>(sql: Statement, values: readonly unknown[]) => {
        count(1 + before.length);
        const answer = client.query<R>({ ...sql, values: [...values] });
        const sent = [...before, answer];
        before = [];
        return (await allOf(sent, answer)).rows;
      };
      try {
        const result = await work({ run });
        count(1);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(giveUp);
        throw error;
      }
    });
  }

  /** A connection for as long as the work takes. One that broke is not used again. */
  private async onConnection<T>(
    work: (client: PoolClient, giveUp: (error: Error) => void) => Promise<T>,
  ): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const giveUp = (error: Error): void => void (broken = error);
    client.on('error', giveUp);
    try {
      return await work(client, giveUp);
    } finally {
      client.off('error', giveUp);
      client.release(broken);
    }
  }
}
