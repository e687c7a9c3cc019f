import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  approvalEnd,
  approvalRecord,
  boardColumn,
  DEFAULT_CONSENT_SECTIONS,
  programmeRecord,
  type ApprovalRecord,
  type CaseState,
  type Pilot,
} from '#domain';
import { migrate } from '../apps/dev/src/migrate.js';
import { createDataSource } from '../libs/persistence/src/data-source.js';
import { HolidayCalendar } from '../libs/persistence/src/entities/holiday-calendar.entity.js';
import { LISTS } from './support/lists.js';
import { freshDatabase, type TestDatabase } from './support/postgres-for-tests.js';

/** Foreign keys that need no index: nothing is ever deleted from their parents, and no list asks along them. */
const NO_INDEX_NEEDED: Readonly<Record<string, string>> = {
  api_token_organisation_id_fkey: 'tokens are listed by person',
  api_token_successor_id_fkey: 'a successor is found from the token it replaced',
  calendar_feed_organisation_id_fkey: 'a calendar is found by its secret or its person',
  notification_organisation_id_fkey: 'notifications are listed by person',
  notification_qualification_id_fkey: 'notifications are listed by person',
  document_replaces_id_fkey: 'the successor of a document is found by document_one_successor',
  invitation_accepted_by_fkey: 'invitations are listed by organisation',
  invitation_invited_by_fkey: 'invitations are listed by organisation',
  supplier_external_id_supplier_id_fkey: 'a buyer looks up its own numbers',
  saved_filter_organisation_id_fkey: 'filters are listed by person',
  session_organisation_id_fkey: 'sessions are listed by person',
  qualification_scheme_version_id_fkey: 'a published scheme version stays, and no list asks for its cases',
};

const APPEND_ONLY: readonly (readonly [table: string, column: string])[] = [
  ['journal_entry', 'payload'],
  ['fact_revision', 'content_text'],
  ['scheme_version', 'version'],
  ['compliance_check_run', 'input_hash'],
  ['note', 'text'],
  ['access_log', 'operation'],
  ['safeguarding_note', 'sealed'],
  ['erasure', 'reason'],
  ['public_consent_revision', 'sections'],
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

/** A case of before consent had terms: two buyers with consent, of whom one ordered; for one the journal knows when. */
const CASE_WITH_BUYERS = `
  with buyer as (insert into organisation (id, kind, name, normalised_name)
         select gen_random_uuid(), 'buyer', n, n from unnest(array['consented', 'ordered']) n returning id, name),
       supplier as (insert into organisation (id, kind, name, normalised_name)
         values (gen_random_uuid(), 'supplier', 's', 's') returning id),
       place as (insert into site (id, supplier_id, name, address, province, latitude, longitude)
         select gen_random_uuid(), id, 's', 's', 'KH-12', 1, 1 from supplier returning id),
       rules as (insert into scheme (id, code, name) values (gen_random_uuid(), 's', 's') returning id),
       version as (insert into scheme_version (id, scheme_id, version, content)
         select gen_random_uuid(), id, '1', '{}' from rules returning id),
       opened as (insert into qualification (id, case_number, supplier_id, site_id, category, scheme_version_id, stage,
           substate, state, seq, head_hash, case_time, opened_at)
         select gen_random_uuid(), 'SQ-1', supplier.id, place.id, 'TRIMS', version.id, 'pilot-order', 'ready',
                jsonb_build_object('consents', (select jsonb_agg(id) from buyer), 'approvals', '{}'::jsonb, 'pilots',
                  jsonb_build_object('p', jsonb_build_object('buyerId', (select id from buyer where name = 'ordered')))),
                1, '', '2026-03-03Z', '2026-01-01Z' from supplier, place, version returning id),
       entry as (insert into journal_entry (qualification_id, seq, command_id, payload, payload_digest, previous_hash, hash, occurred_at)
         select opened.id, 1, gen_random_uuid(), jsonb_build_object('command', 'grant-consent', 'params',
                  jsonb_build_object('buyerId', buyer.id))::text, '', '', '', '2026-02-02Z' from opened, buyer where name = 'consented')
  insert into qualification_party (organisation_id, qualification_id, relation, case_number)
  select buyer.id, opened.id, 'buyer', 'SQ-1' from opened, buyer`;

/** The same supplier's cases in these states, with a journal each: entries of before there were seals. */
const CASES_WITH_ENTRIES = `
  with past as (insert into qualification (id, case_number, supplier_id, site_id, category, scheme_version_id, stage,
           substate, state, seq, head_hash, case_time, opened_at, over)
         select gen_random_uuid(), n, supplier_id, site_id, n, scheme_version_id, split_part(place, '/', 1),
                split_part(place, '/', 2), state || now_at::jsonb, 1, '', '2026-04-04Z', opened_at, true
           from qualification, (values
             ('SQ-2', 'assessment/review', '{"at":"ASSESSMENT_REVIEW"}'),
             ('SQ-3', 'closed/rejected', '{"at":"REJECTED"}'),
             ('SQ-4', 'assessment/corrective-action',
              '{"at":"CAP_OPEN","audit":{"zeroTolerance":{"SC-01":"provisional"}}}')) v(n, place, now_at)
         returning id, supplier_id),
       entry as (insert into journal_entry (qualification_id, seq, command_id, payload, payload_digest, previous_hash, hash, occurred_at)
         select id, seq, gen_random_uuid(), replace(payload, '$S', supplier_id::text), '', '', '', now()
           from past, unnest($1::text[]) with ordinality as e(payload, seq))
  insert into outbox_event (id, qualification_id, seq, position, type, data, occurred_at)
  select gen_random_uuid(), id, seq, 0, 't', '{}', now() from past, generate_series(1, cardinality($1)) seq`;
/** What an entry says, and what seals it. */
const ENTRIES_OF_BEFORE = [
  ['{"actor":"system","command":"advance-clock","events":[]}', 'open'],
  ['{"actor":{"organisationId":"$S","personId":"p"},"command":"claim-task"}', 'open'],
  ['{"actor":{"organisationId":"o","personId":"p"},"command":"claim-task"}', 'internal'],
  ['{"actor":{"organisationId":"o","personId":"p"},"command":"withdraw-from-audit"}', 'internal'],
  ['{"command":"submit-audit","events":[{"type":"zero-tolerance-alert"}]}', 'assessment'],
  ['{"command":"advance-clock","events":[{"params":{"deadline":"zero-tolerance"}}]}', 'assessment'],
  ['{"command":"advance-clock","events":[{"params":{"deadline":"safeguarding"}}]}', 'safeguarding'],
  ['{spoiled', 'open'],
] as const;

const drift = async (dataSource: DataSource): Promise<string[]> =>
  (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

/** Every migration there and back, several times. */
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

  /** A database as it was before this migration. */
  async function before(migration: string): Promise<DataSource> {
    const { dataSource: old } = await connectToFresh();
    const ran = await old.runMigrations();
    const later = ran.length - ran.findIndex(({ name }) => name === migration);
    for (let left = later; left > 0; left--) await old.undoLastMigration();
    return old;
  }

  it('gives consents of before they had terms the sections and the end that they have by default', async () => {
    const old = await before('ScopeConsent1764000300000');
    await old.query(CASE_WITH_BUYERS);
    await old.runMigrations();
    expect(
      await old.query(`select o.name, sections, given_at::text, valid_until::text, ended_at from consent c
         join organisation o on o.id = c.buyer_id order by 1`),
    ).toEqual(
      ['consented', 'ordered'].map((name) => ({
        name,
        sections: [...DEFAULT_CONSENT_SECTIONS],
        ...{ given_at: expect.stringMatching(name === 'consented' ? /^2026-02-02/ : /^2026-01-01/) },
        ...{ valid_until: expect.stringMatching(name === 'consented' ? /^2027-02-02/ : /^2027-01-01/) },
        ended_at: null,
      })),
    );
    expect(
      await old.query(`select o.name, by_consent from qualification_party p
         join organisation o on o.id = p.organisation_id order by 1`),
    ).toEqual([
      { name: 'consented', by_consent: true },
      { name: 'ordered', by_consent: false },
    ]);
  });

  it('ends consents of cases that were closed before, which nobody could take back', async () => {
    const old = await before('ScopeConsent1764000300000');
    await old.query(CASE_WITH_BUYERS);
    await old.query(`update qualification set stage = 'closed', substate = 'lapsed', over = true`);
    await old.runMigrations();
    expect(await old.query('select distinct ended_at::text from consent')).toEqual([
      { ended_at: expect.stringMatching(/^2026-03-03/) },
    ]);
  });

  it('seals entries of before to suppliers as the rules would now, and closes the seals of what is not told', async () => {
    const old = await before('Safeguard1764000400000');
    await old.query(CASE_WITH_BUYERS);
    await old.query(CASES_WITH_ENTRIES, [ENTRIES_OF_BEFORE.map(([payload]) => payload)]);
    await old.runMigrations();
    const seals = ENTRIES_OF_BEFORE.map(([, seal]) => seal);
    for (const table of ['journal_entry', 'outbox_event'])
      expect(
        await old.query(`select case_number as of, array_agg(seal order by e.seq) as seals from "${table}" e
           join qualification q on q.id = e.qualification_id where case_number > 'SQ-1' group by 1 order by 1`),
      ).toEqual(['SQ-2', 'SQ-3', 'SQ-4'].map((of) => ({ of, seals })));
    expect(
      await old.query('select case_number as of, closed_seals as closed from qualification order by 1'),
    ).toEqual([
      { of: 'SQ-1', closed: ['internal'] },
      { of: 'SQ-2', closed: ['assessment', 'safeguarding', 'internal'] },
      { of: 'SQ-3', closed: ['internal'] },
      { of: 'SQ-4', closed: ['assessment', 'safeguarding', 'internal'] },
    ]);
  });

  it('takes versions of schemes of before they were drafted for published', async () => {
    const old = await before('DraftSchemes1764200400000');
    await old.query(CASE_WITH_BUYERS);
    await old.runMigrations();
    const kept = 'select status, published_by as by, published_at = created_at as dated from scheme_version';
    expect(await old.query(kept)).toEqual([{ status: 'published', by: null, dated: true }]);
    await expect(old.query(`update scheme_version set content = '{"a":1}'`)).rejects.toMatchObject({
      code: '23001',
    });
  });

  it('keeps approvals of before as rows, each what the domain makes of its case', async () => {
    const old = await before('ServeMachines1764300500000');
    await old.query(CASE_WITH_BUYERS);
    const buyers = await names(
      old,
      `select id as name from organisation o where kind = 'buyer' order by o.name`,
    );
    const [consented = '', ordered = ''] = buyers;
    const state = {
      ...{ at: 'QUALIFIED_CONDITIONAL', enteredAt: '2026-02-02T00:00:00.000Z', validity: { until: '2028' } },
      deadlines: [{ kind: 'condition', key: '', dueAt: '2027' }],
      suspension: { since: '2026', cause: 'list-hit', conditionDueAt: '2027' },
      approvals: {
        [consented]: { phase: 'approved', validUntil: '2027-06' },
        [ordered]: { phase: 'declined' },
      },
    };
    await old.query('update qualification set state = state || $1', [state]);
    await old.runMigrations();
    const rows = await old.query<{ buyer: string; record: unknown; same: boolean }[]>(
      `select a.buyer_id as buyer, a.record, (a.supplier_id, a.site_id, a.category) = (q.supplier_id, q.site_id, q.category) as same
         from approval a join qualification q on q.id = a.qualification_id join organisation o on o.id = a.buyer_id order by o.name`,
    );
    const recordOf = (buyer: string) => approvalRecord(state as unknown as CaseState, buyer);
    expect(rows).toEqual(buyers.map((buyer) => ({ buyer, record: recordOf(buyer), same: true })));
    expect(recordOf(consented)?.qualification.validUntil).toBe('2027');
  });

  it('measures cases of before as the domain does now, and knows of nobody that they waited for', async () => {
    const old = await before('MeasureProgramme1764400600000');
    await old.query(CASE_WITH_BUYERS);
    const [buyer = ''] = await names(old, `select id as name from organisation where name = 'ordered'`);
    const state = {
      ...{ at: 'QUALIFIED_CONDITIONAL', validity: { grade: 'B', until: '2028-01-01T00:00:00.000Z' } },
      ...{ siteFacts: { workers: 50 }, checks: { wages: { verdict: 'WARN' } }, closedReason: 'cost' },
      deadlines: [{ kind: 'condition', key: '', dueAt: '2027-01-01T00:00:00.000Z' }],
      audit: {
        signed: true,
        findings: [
          { itemId: 'SL-01', severity: 'zero-tolerance', value: 'nonconform' },
          { itemId: 'HS-03', severity: 'critical', value: 'partial' },
        ],
      },
      approvals: { [buyer]: { phase: 'approved' }, b: { phase: 'declined', declineReason: 'price' } },
      correctiveActions: {
        'HS-03': { subject: 'HS-03', phase: 'open', dueAt: '2026-04-01T00:00:00.000Z', severity: 'critical' },
      },
    };
    await old.query(
      `update qualification set stage = 'qualified', substate = 'conditional', state = state || $1`,
      [state],
    );
    const move = (to: string, seq: number, at: string) =>
      old.query(
        `insert into journal_entry (qualification_id, seq, command_id, payload, payload_digest, previous_hash, hash, occurred_at)
         select id, $1, gen_random_uuid(), $2, '', '', '', $3 from qualification`,
        [seq, `{"moves":[{"event":"e","from":"DRAFT","to":"${to}"}]}`, at],
      );
    for (const [n, at] of ['2026-01-02Z', '2026-01-03Z'].entries()) await move('SUBMITTED', 2 + n, at);
    await move('QUALIFIED_CONDITIONAL', 4, '2026-02-03Z');
    await old.runMigrations();
    const [row] = await old.query<Record<string, unknown>[]>('select * from programme_case');
    const { validUntil, workers, ...record } = programmeRecord(state as unknown as CaseState);
    expect(row).toMatchObject({
      ...{ ...record, valid_until: new Date(validUntil ?? 0), workers_then: workers, workers },
      ...{ submitted_at: new Date('2026-01-02Z'), qualified_at: new Date('2026-02-03Z'), reached: 5 },
      ...{ province: 'KH-12', women_owned: null, case_number: 'SQ-1' },
    });
    expect(await old.query('select seq, since, waits_for from case_wait')).toEqual([
      { seq: 0, since: new Date('2026-01-01Z'), waits_for: null },
    ]);
  });

  it('puts pilot orders of before on the board, and approvals at their end, where the domain would', async () => {
    const old = await before('ServeBuyers1764400500000');
    await old.query(CASE_WITH_BUYERS);
    const [buyer = ''] = await names(old, `select id as name from organisation where kind = 'buyer' limit 1`);
    const dueAt = '2026-05-05T00:00:00.000Z';
    const orders = [
      { phase: 'placed', lots: [{ phase: 'awaiting-delivery' }] },
      { phase: 'running', lots: [{ phase: 'awaiting-delivery' }] },
      { phase: 'running', lots: [{ phase: 'awaiting-delivery' }], productionStartedAt: dueAt },
      { phase: 'running', lots: [{ phase: 'ready' }], productionStartedAt: dueAt },
      { phase: 'inspection', lots: [{ phase: 'awaiting-inspection' }] },
      ...['accepted', 'failed', 'cancelled'].map((phase) => ({ phase, lots: [{ phase: 'ready' }] })),
    ].map((order) => [randomUUID(), { ...order, buyerId: buyer, dueAt }] as const);
    await old.query('update qualification set state = state || $1', [{ pilots: Object.fromEntries(orders) }]);
    const record: ApprovalRecord = {
      phase: 'approved',
      validUntil: '2027-02-02T00:00:00.000Z',
      qualification: { at: 'QUALIFIED', enteredAt: dueAt, validUntil: '2027-01-01T00:00:00.000Z' },
    };
    await old.query(
      `insert into approval (qualification_id, buyer_id, supplier_id, site_id, category, record)
       select id, $1, supplier_id, site_id, category, $2 from qualification`,
      [buyer, record],
    );
    await old.runMigrations();
    const rows = await old.query<{ id: string; board: string }[]>('select id, board from pilot_order');
    expect(Object.fromEntries(rows.map(({ id, board }) => [id, board]))).toEqual(
      Object.fromEntries(orders.map(([id, order]) => [id, boardColumn(order as unknown as Pilot)])),
    );
    const [approval] = await old.query<{ ends: Date }[]>('select ends_at as ends from approval');
    expect(approval?.ends.toISOString()).toBe(approvalEnd(record));
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
