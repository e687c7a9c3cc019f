import { createDataSource, RUNTIME_ROLE } from '#persistence';
import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { MigrationExecutor, type QueryRunner } from 'typeorm';

const PATIENCE_MS = 300_000;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);

/**
 * One run at a time per database. We ask again and again: waiting inside one statement would hold a snapshot, and
 * the `create index concurrently` of the run before would wait for it in turn.
 */
async function takeTurn(runner: QueryRunner, say: (line: string) => void): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (let asked = 1; ; asked++) {
    const [turn] = await runner.query(`select pg_try_advisory_lock(hashtext('selvedge migrate')) as ours`);
    if (turn.ours) return;
    if (asked === 1) say('another run is migrating this database: waiting for it');
    if (performance.now() > end) throw new Error('another run did not finish within 5 minutes');
    await sleep(200);
  }
}

async function runPending(executor: MigrationExecutor, say: (line: string) => void): Promise<string[]> {
  const pending = async (): Promise<string[]> =>
    (await executor.getPendingMigrations()).map(({ name }) => name);
  const before = await pending();
  const failure = await executor.executePendingMigrations().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const after = await pending().catch(() => before);
  const ran = before.filter((name) => !after.includes(name));
  for (const name of ran) say(`migrated: ${name}`);
  if (failure) throw new Error(`${after[0]}: ${messageOf(failure.error)}`, { cause: failure.error });
  return ran;
}

/** Api and worker log in as a role that neither owns the tables nor bypasses their policies. */
async function letRuntimeIn(runner: QueryRunner, password: string): Promise<void> {
  const [{ statement }] = await runner.query(
    `select format('alter role ${RUNTIME_ROLE} login password %L', $1::text) as statement`,
    [password],
  );
  await runner.query(statement);
}

/** Runs the pending migrations and gives their names; safe to call from several processes at once. */
export async function migrate(
  databaseUrl: string,
  say: (line: string) => void = console.log,
  runtimePassword?: string,
): Promise<string[]> {
  const dataSource = createDataSource({
    url: databaseUrl,
    poolSize: 2,
    applicationName: 'selvedge-migrate',
    statementTimeoutMs: 0,
  });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await takeTurn(runner, say);
    const executor = new MigrationExecutor(dataSource, runner); // in the session that holds the lock
    executor.transaction = 'each';
    const ran = await runPending(executor, say);
    if (runtimePassword !== undefined) await letRuntimeIn(runner, runtimePassword);
    await runner.query('analyze');
    return ran;
  } finally {
    await runner.release();
    await dataSource.destroy(); // ends the session, and the lock with it
  }
}

async function main(): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl)
    throw new Error('set DATABASE_URL, for example postgres://user:password@127.0.0.1:5432/selvedge');
  const ran = await migrate(databaseUrl, console.log, process.env.RUNTIME_DATABASE_PASSWORD || undefined);
  console.log(ran.length === 0 ? 'nothing to migrate' : `${ran.length} migrated`);
}

const calledAs = process.argv[1];
if (calledAs && realpathSync(calledAs) === import.meta.filename) {
  await main().catch((error: unknown) => {
    console.error(`selvedge: the database was not migrated: ${messageOf(error)}`);
    process.exitCode = 1;
  });
}
