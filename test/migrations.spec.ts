import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrate } from '../apps/dev/src/migrate.js';
import { createDataSource } from '../libs/persistence/src/data-source.js';
import { HolidayCalendar } from '../libs/persistence/src/entities/holiday-calendar.entity.js';
import { freshDatabase, type TestDatabase } from './support/postgres-for-tests.js';

/** Foreign keys that need no index: nothing is ever deleted from their parents, and no list asks along them. */
const NO_INDEX_NEEDED: Readonly<Record<string, string>> = {
  api_token_organisation_id_fkey: 'tokens are listed by person',
  qualification_site_id_fkey:
    'cases are listed by supplier; the open case of a site has qualification_one_open',
  qualification_scheme_version_id_fkey: 'a published scheme version stays, and no list asks for its cases',
};

/** Every list and look-up of the product, and the index that answers it without sorting. */
const LISTS: readonly (readonly [what: string, index: string, sql: string])[] = [
  [
    'organisations of a kind',
    'organisation_by_kind',
    `organisation where kind = 'buyer' and id > $U order by id`,
  ],
  ['organisations of one name', 'organisation_by_name', `organisation where normalised_name = 'a'`],
  ['organisations of one tax number', 'organisation_by_tin', `organisation where tin = 'a'`],
  ['organisations of one telephone', 'organisation_by_phone', `organisation where phone = 'a'`],
  ['members', 'membership_by_organisation', `membership where organisation_id = $U order by person_id`],
  ['memberships', 'membership_pkey', `membership where person_id = $U`],
  ['a token', 'api_token_by_hash', `api_token where token_hash = 'a'`],
  ['tokens', 'api_token_by_person', `api_token where person_id = $U and id > $U order by id`],
  ['a scheme', 'scheme_by_code', `scheme where code = 'a'`],
  [
    'versions of a scheme',
    'scheme_version_by_scheme',
    `scheme_version where scheme_id = $U order by version`,
  ],
  ['sites of a supplier', 'site_by_supplier', `site where supplier_id = $U and id > $U order by id`],
  ['sites near by', 'site_by_position', `site where latitude between 1 and 2 and longitude between 1 and 2`],
  ['a case by number', 'qualification_by_number', `qualification where case_number = 'a'`],
  [
    'the open case of a site',
    'qualification_one_open',
    `qualification where site_id = $U and category = 'a' and stage not in ('qualified', 'closed')`,
  ],
  [
    'cases of a supplier',
    'qualification_by_supplier',
    `qualification where supplier_id = $U and case_number < 'a' order by case_number desc`,
  ],
  [
    'cases of a stage',
    'qualification_by_stage',
    `qualification where stage = 'a' and substate = 'b' and case_number < 'a' order by case_number desc`,
  ],
  [
    'cases of a category',
    'qualification_by_category',
    `qualification where category = 'a' and case_number < 'a' order by case_number desc`,
  ],
  ['what followed a case', 'qualification_by_previous', `qualification where previous_id = $U`],
  [
    'cases an organisation may see',
    'qualification_party_in_order',
    `qualification_party where organisation_id = $U and case_number < 'a' order by case_number desc`,
  ],
  ['who may see a case', 'qualification_party_by_case', `qualification_party where qualification_id = $U`],
  ['commands of a case', 'command_by_case', `command where qualification_id = $U and id > $U order by id`],
  [
    'commands to try again',
    'command_pending',
    `command where status = 'pending' and retry_at <= now() order by retry_at`,
  ],
  ['the journal', 'journal_entry_pkey', `journal_entry where qualification_id = $U and seq > 3 order by seq`],
  ['a journal row by command', 'journal_entry_by_command', `journal_entry where command_id = $U`],
  ['events to send', 'outbox_event_unsent', `outbox_event where sent_at is null order by recorded_at, id`],
  [
    'events of a case',
    'outbox_event_in_order',
    `outbox_event where qualification_id = $U order by seq, position`,
  ],
  ['working papers', 'working_paper_pkey', `working_paper where qualification_id = $U`],
  ['facts of a paper', 'fact_pkey', `fact where qualification_id = $U and paper = 'a' order by item`],
  [
    'revisions of a paper',
    'fact_revision_in_order',
    `fact_revision where qualification_id = $U and paper = 'a' order by item, version`,
  ],
  ['notes of a case', 'note_by_case', `note where qualification_id = $U and id > $U order by id`],
  [
    'the last run of a check',
    'compliance_check_run_by_case',
    `compliance_check_run where qualification_id = $U and kind = 'a' order by recorded_at desc limit 1`,
  ],
  [
    'tasks of a holder',
    'task_by_holder',
    `task where organisation_id = $U and (due_at, qualification_id, task) > (now(), $U, 'a') order by due_at, qualification_id, task`,
  ],
  [
    'an open task of the office',
    'office_task_open',
    `office_task where kind = 'a' and subject = 'b' and closed_at is null`,
  ],
  [
    'open tasks of the office',
    'office_task_in_order',
    `office_task where closed_at is null order by opened_at, id`,
  ],
];

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
  });

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
