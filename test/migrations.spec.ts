import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrate } from '../apps/dev/src/migrate.js';
import { createDataSource } from '../libs/persistence/src/data-source.js';
import { HolidayCalendar } from '../libs/persistence/src/entities/holiday-calendar.entity.js';
import { LISTS } from './support/lists.js';
import { freshDatabase, type TestDatabase } from './support/postgres-for-tests.js';

/** Foreign keys that need no index: nothing is ever deleted from their parents, and no list asks along them. */
const NO_INDEX_NEEDED: Readonly<Record<string, string>> = {
  api_token_organisation_id_fkey: 'tokens are listed by person',
  api_token_successor_id_fkey: 'a successor is found from the token it replaced',
  document_replaces_id_fkey: 'the successor of a document is found by document_one_successor',
  qualification_site_id_fkey:
    'cases are listed by supplier; the open case of a site has qualification_one_open',
  qualification_scheme_version_id_fkey: 'a published scheme version stays, and no list asks for its cases',
};

const APPEND_ONLY: readonly (readonly [table: string, column: string])[] = [
  ['journal_entry', 'payload'],
  ['fact_revision', 'content_text'],
  ['scheme_version', 'version'],
  ['compliance_check_run', 'input_hash'],
  ['note', 'text'],
];

/** Everything in the public schema that has a definition; TypeORM's own table aside. */
const CATALOGUE = `
  with ours as (
    select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'
  )
  select format('column %s.%s %s %s %s %s', relname, attname, format_type(atttypid, atttypmod),
           case when attnotnull then 'not null' end, pg_get_expr(adbin, adrelid), nullif(attidentity, '')) as line
    from ours join pg_attribute on attrelid = ours.oid and attnum > 0 and not attisdropped
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
  union all
  select pg_get_indexdef(indexrelid) from ours join pg_index on indrelid = ours.oid
  union all
  select format('constraint %s.%s %s', relname, conname, pg_get_constraintdef(pg_constraint.oid))
    from ours join pg_constraint on conrelid = ours.oid and contype <> 'n'
  order by 1`;

const LEFTOVERS = `
  select relname as name from pg_class
   where relnamespace = 'public'::regnamespace and relname !~ '^migrations(_|$)'
  union all select proname from pg_proc where pronamespace = 'public'::regnamespace
  union all select typname from pg_type where typnamespace = 'public'::regnamespace and typname !~ '^_?migrations$'`;

const UNCOVERED = `
  select conname as name from pg_constraint
   where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
     select from pg_index
      where indrelid = conrelid and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey
        and (indpred is null or pg_get_expr(indpred, indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$'))
   order by 1`;

const names = async (dataSource: DataSource, sql: string): Promise<string[]> =>
  (await dataSource.query<{ name: string }[]>(sql)).map(({ name }) => name);

const catalogue = async (dataSource: DataSource): Promise<string[]> =>
  (await dataSource.query<{ line: string }[]>(CATALOGUE)).map(({ line }) => line);

const drift = async (dataSource: DataSource): Promise<string[]> =>
  (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

describe('the schema', () => {
  const open: { database: TestDatabase; dataSource: DataSource }[] = [];
  let dataSource: DataSource;

  async function connectToFresh(): Promise<{ url: string; dataSource: DataSource }> {
    const adminUrl = process.env.TEST_DATABASE_URL;
    if (!adminUrl)
      throw new Error('TEST_DATABASE_URL is not set: the global setup starts a PostgreSQL and sets it.');
    const database = await freshDatabase(adminUrl);
    const opened = { database, dataSource: createDataSource({ url: database.url, poolSize: 2 }) };
    open.push(opened);
    await opened.dataSource.initialize();
    return { url: database.url, dataSource: opened.dataSource };
  }

  beforeAll(async () => {
    ({ dataSource } = await connectToFresh());
    await dataSource.runMigrations();
  });

  afterAll(async () => {
    for (const opened of open) {
      if (opened.dataSource.isInitialized) await opened.dataSource.destroy();
      await opened.database.drop();
    }
  }, 30_000);

  it('changes by migrations only', () => {
    expect(dataSource.options.synchronize).toBe(false);
    expect(dataSource.options.migrationsRun).toBe(false);
    expect(dataSource.options.migrationsTransactionMode).toBe('each');
  });

  it('is what the entities say', async () => {
    expect(await drift(dataSource)).toEqual([]);
  });

  it('is to the letter what the entities say, the order of index columns included', async () => {
    const built = (await connectToFresh()).dataSource;
    await built.driver.createSchemaBuilder().build();
    expect(await catalogue(built)).toEqual(await catalogue(dataSource));
  });

  it('comes and goes without a trace', async () => {
    const { dataSource: other } = await connectToFresh();
    for (const round of ['first', 'again']) {
      const ran = await other.runMigrations();
      expect({ round, lines: await catalogue(other) }).toEqual({ round, lines: await catalogue(dataSource) });
      for (let left = ran.length; left > 0; left--) await other.undoLastMigration();
      expect({ round, left: await names(other, LEFTOVERS) }).toEqual({ round, left: [] });
    }
  });

  it('is migrated once when two runs start together', async () => {
    const { url: target } = await connectToFresh();
    const said: string[] = [];
    const runs = await Promise.all([1, 2].map(() => migrate(target, (line) => said.push(line))));
    expect(runs.map((ran) => ran.length).sort()).toEqual([0, dataSource.migrations.length]);
    expect(said.filter((line) => line.startsWith('migrated: '))).toHaveLength(dataSource.migrations.length);
    expect(await migrate(target, () => undefined)).toEqual([]);
  });

  it.each(APPEND_ONLY)('lets nobody change %s', async (table, column) => {
    for (const sql of [
      `update "${table}" set "${column}" = "${column}"`,
      `delete from "${table}"`,
      `truncate "${table}" cascade`,
    ]) {
      await expect(dataSource.query(sql)).rejects.toMatchObject({
        message: `${table} is append-only`,
        code: '23001',
      });
    }
  });

  it('has an index along every foreign key that anybody follows', async () => {
    expect(await names(dataSource, UNCOVERED)).toEqual(Object.keys(NO_INDEX_NEEDED).sort());
  });

  it.each(LISTS)('answers %s from %s', async (_what, index, sql) => {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query('set local enable_seqscan = off');
      await runner.query('set local enable_bitmapscan = off');
      const text = `explain select * from ${sql.replaceAll('$U', `'00000000-0000-4000-8000-000000000000'`)}`;
      const rows = (await runner.query(text)) as Record<string, string>[];
      const plan = rows.flatMap(Object.values).join('\n');
      expect(plan).toMatch(new RegExp(`using "?${index}"? on`));
      expect(plan).not.toMatch(/\bSort\b/);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('reads local dates as text and waits for nothing without end', async () => {
    const dates = ['2027-01-01', '2027-04-14'];
    await dataSource.getRepository(HolidayCalendar).insert({ year: 2027, dates, source: 'test' });
    expect(await dataSource.getRepository(HolidayCalendar).find()).toMatchObject([{ year: 2027, dates }]);
    const rows = await dataSource.query(`select dates, dates[1] as day from holiday_calendar`);
    expect(rows).toEqual([{ dates, day: '2027-01-01' }]);
    const [limits] = await dataSource.query(
      `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
              current_setting('idle_in_transaction_session_timeout') as idle, current_setting('application_name') as name`,
    );
    expect(limits).toEqual({ statement: '10s', lock: '5s', idle: '15s', name: 'selvedge' });
  });
});
