import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  AnchorFile,
  Anchoring,
  anchorLine,
  NO_ANCHORS,
  mintSigningKey,
  openDatabase,
  readPublicKeys,
  readSigningKey,
  verifyEverything,
  type Database,
} from '#persistence';
import { migrate } from '../apps/dev/src/migrate.js';
import { runtimeUrlOf } from '../apps/dev/src/stack/services.js';
import { genesis, link } from '../libs/persistence/src/journal.js';
import { freshDatabase, type TestDatabase } from './support/postgres-for-tests.js';
import { testStack } from './support/world.js';

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}
/** Rows that a plan that was run has read of a table. */
const rowsOf = (node: PlanNode | undefined, table: string): number =>
  (node?.['Relation Name'] === table ? node['Actual Rows'] * node['Actual Loops'] : 0) +
  (node?.Plans ?? []).reduce((sum, plan) => sum + rowsOf(plan, table), 0);

/** Chains of a database of its own, anchored by workers that die, race and lose their file. */
describe('the anchor file', () => {
  let database: TestDatabase;
  let sql: Client;
  let db: Database;
  let folder: string;
  let path: string;
  const signer = readSigningKey(mintSigningKey());
  const keys = readPublicKeys(signer.publicKey);

  beforeAll(async () => {
    database = await freshDatabase(testStack().databaseUrl);
    await migrate(database.url, () => undefined);
    sql = new Client({ connectionString: database.url });
    await sql.connect();
    await sql.query('set session_replication_role = replica'); // cases without suppliers and sites
    db = await openDatabase({ url: runtimeUrlOf(database.url), poolSize: 8 });
    folder = mkdtempSync(join(tmpdir(), 'selvedge-anchoring-'));
  });
  beforeEach(async () => {
    await sql.query(
      'truncate anchor_file, office_task, journal_anchor, journal_entry, qualification cascade',
    );
    path = join(folder, `${randomUUID()}.jsonl`);
  });
  afterAll(async () => {
    await db?.close();
    await sql?.end();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A case whose chain has so many more entries now. */
  async function write(id: string, more: number): Promise<void> {
    const { rows } = await sql.query<{ seq: number; head: Buffer }>(
      'select seq, head_hash as head from qualification where id = $1',
      [id],
    );
    let { seq, head } = rows[0] ?? { seq: 0, head: genesis(id) };
    await sql.query(
      `insert into qualification (id, case_number, supplier_id, site_id, category, scheme_version_id, stage, substate,
         state, seq, head_hash, case_time) values ($1, $1::uuid::text, $1, gen_random_uuid(), 'TRIMS', $1, 'closed', 'lapsed', '{}', 0, $2, now())
       on conflict do nothing`,
      [id, head],
    );
    for (let n = 0; n < more; n += 1) {
      seq += 1;
      const made = link(id, head, seq, { seq, command: 'invented' });
      await sql.query(
        `insert into journal_entry (qualification_id, seq, command_id, payload, payload_digest, previous_hash, hash, occurred_at)
         values ($1, $2, gen_random_uuid(), $3, $4, $5, $6, now())`,
        [id, seq, made.payload, made.payloadDigest, made.previousHash, made.hash],
      );
      head = made.hash;
    }
    await sql.query('update qualification set seq = $2, head_hash = $3 where id = $1', [id, seq, head]);
  }
  const worker = (at = path) => new Anchoring(db, new AnchorFile(at), signer);
  const whole = () => verifyEverything(db, { anchors: { path, keys } });
  const lines = () => readFileSync(path, 'utf8').split('\n').filter(Boolean);

  it('holds every link once, and no line when there is nothing new', async () => {
    const ids = Array.from({ length: 3 }, () => randomUUID());
    const one = worker();
    for (const id of ids) await write(id, 2);
    expect(await one.anchor()).toBe(6);
    expect(await one.anchor()).toBe(0);
    await write(ids[0] ?? '', 3);
    expect(await one.anchor()).toBe(3);
    expect(lines()).toHaveLength(2);
    expect(await whole()).toMatchObject({
      cases: 3,
      entries: 9,
      anchors: { heads: 9 },
      fileFaults: [],
      faults: [],
    });
  });

  it('takes what is more than one line holds in several lines', async () => {
    await write(randomUUID(), 1203);
    expect(await worker().anchor()).toBe(1203);
    expect(lines()).toHaveLength(3);
    expect(await whole()).toMatchObject({ anchors: { lines: 3, heads: 1203 }, fileFaults: [], faults: [] });
  });

  it('is not forked by workers that write at the same time', async () => {
    const id = randomUUID();
    const workers = Array.from({ length: 4 }, () => worker());
    let anchored = 0;
    for (let round = 0; round < 25; round += 1) {
      await write(id, 1);
      const counts = await Promise.all(workers.map((one) => one.anchor()));
      anchored += counts.reduce((sum, n) => sum + n, 0);
    }
    expect(anchored).toBe(25);
    expect(lines()).toHaveLength(25);
    expect(await whole()).toMatchObject({ anchors: { heads: 25 }, fileFaults: [], faults: [] });
  });

  it('goes on after a crash in the middle of a line, and after one between the line and the database', async () => {
    const id = randomUUID();
    await write(id, 2);
    await worker().anchor();
    await write(id, 1);
    // Half a line, without its end: nothing was noted, so its link is anchored by the next one.
    appendFileSync(path, (lines()[0] ?? '').slice(0, 150));
    expect(await worker().anchor()).toBe(1);
    expect(await whole()).toMatchObject({ anchors: { cutShort: 1, heads: 3 }, fileFaults: [], faults: [] });
    // A whole line without its end is a line: cut its last character off and go on.
    await write(id, 1);
    await worker().anchor();
    truncateSync(path, readFileSync(path).length - 1);
    await write(id, 1);
    expect(await worker().anchor()).toBe(1);
    // On disk, and forgotten by the database: anchored twice, which is no fault.
    await sql.query('delete from journal_anchor');
    await sql.query('update anchor_file set number = number - 1');
    expect(await worker().anchor()).toBe(5);
    expect(await whole()).toMatchObject({ anchors: { cutShort: 1 }, fileFaults: [], faults: [] });
  });

  const lost = () => sql.query(`select subject from office_task where kind = 'anchor-file-cut' order by 1`);
  /** A case with three entries in three lines. */
  async function threeLines(one = worker()): Promise<string> {
    const id = randomUUID();
    for (let n = 0; n < 3; n += 1) {
      await write(id, 1);
      await one.anchor();
    }
    return id;
  }

  it('that lost its last lines tells so for ever, and what they held is anchored again', async () => {
    const one = worker();
    const id = await threeLines(one);
    const before = lines();
    truncateSync(path, (before[0] ?? '').length + 1);
    expect((await whole()).fileFaults).toEqual([{ line: 0, fault: 'tail-missing' }]);
    // A crash in between: the numbers of the lost lines are remembered, and nothing of what they held is.
    await sql.query('select forget_anchors(1)');
    expect(await one.anchor()).toBe(3);
    const gap = [{ line: 2, fault: 'line-missing' }];
    expect(await whole()).toMatchObject({ anchors: { lines: 2, heads: 4 }, fileFaults: gap, faults: [] });
    expect((await lost()).rows).toEqual([{ subject: 'lines 2 to 3' }]);
    for (const next of [one, worker()]) {
      await write(id, 1);
      expect(await next.anchor()).toBe(1);
    }
    expect(lines().map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([1, 4, 5, 6]);
    expect(await whole()).toMatchObject({ fileFaults: gap, faults: [] });
    expect((await lost()).rows).toHaveLength(1);
  });

  it('that was lost altogether is begun anew after its last number, and a copy of it is known as another file', async () => {
    await threeLines();
    const { rows: noted } = await sql.query<{ first_line: string }>('select first_line from anchor_file');
    const copy = `${path}.copy`;
    renameSync(path, copy);
    const heard: unknown[] = [];
    const again = new Anchoring(db, new AnchorFile(path), signer, (lines) => heard.push(lines));
    expect(await again.anchor()).toBe(3);
    expect(heard).toEqual([{ from: 1, to: 3 }]);
    expect((await whole()).fileFaults).toEqual([{ line: 1, fault: 'line-missing' }]);
    expect((await lost()).rows).toEqual([{ subject: 'lines 1 to 3' }]);
    // A crash after its first line, before the database notes it: its links are anchored twice, which is no fault.
    await sql.query('update anchor_file set number = 3, first_line = $1', [noted[0]?.first_line]);
    await sql.query('delete from journal_anchor');
    expect(await worker().anchor()).toBe(3);
    expect((await whole()).fileFaults).toEqual([{ line: 1, fault: 'line-missing' }]);
    const ofCopy = await verifyEverything(db, { anchors: { path: copy, keys } });
    expect(ofCopy).toMatchObject({ fileFaults: [{ line: 0, fault: 'other-file' }], faults: [] });
  });

  it('is one file: a worker that was given another one writes nothing and says so', async () => {
    const id = await threeLines();
    const other = join(folder, `${randomUUID()}.jsonl`);
    writeFileSync(other, `${anchorLine(NO_ANCHORS, new Date().toISOString(), [[id, 1, 'aa']], signer)}\n`);
    await write(id, 1);
    await expect(worker(other).anchor()).rejects.toThrow('not the file that this database is anchored in');
    expect(readFileSync(other, 'utf8').trim().split('\n')).toHaveLength(1);
    expect((await lost()).rows).toEqual([]);
    expect(await worker().anchor()).toBe(1);
    expect(await whole()).toMatchObject({ fileFaults: [], faults: [] });
  });

  it('goes on after a restart without looking at what was anchored', async () => {
    const ids = Array.from({ length: 3 }, () => randomUUID());
    for (const id of ids) await write(id, 400);
    await worker().anchor();
    await write(ids[1] ?? '', 2);
    // The named function's own statement, for one line.
    const { rows: sources } = await sql.query<{ prosrc: string }>(
      `select prosrc from pg_proc where proname = 'heads_not_anchored'`,
    );
    const text = sources[0]?.prosrc.replaceAll('p_limit', '500');
    const { rows } = await sql.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (analyze, format json) ${text}`,
    );
    expect(rowsOf(rows[0]?.['QUERY PLAN'][0].Plan, 'journal_entry')).toBe(2);
    expect(await worker().anchor()).toBe(2);
    expect(await worker().anchor()).toBe(0);
  });

  it('still tells of the chain as it was when a rebuilt one has gone on since', async () => {
    const id = randomUUID();
    await write(id, 3);
    await worker().anchor();
    await sql.query('delete from journal_entry where qualification_id = $1 and seq > 1', [id]);
    await sql.query(
      `update qualification q set seq = 1, head_hash = (select hash from journal_entry where qualification_id = q.id) where id = $1`,
      [id],
    );
    await sql.query(`delete from journal_anchor`);
    // As long as before, then longer, and honest from there on: other entries of the same form.
    const other = link(id, null, 1, { seq: 1, command: 'forged' });
    await sql.query(
      'update journal_entry set payload = $2, payload_digest = $3, hash = $4 where qualification_id = $1',
      [id, other.payload, other.payloadDigest, other.hash],
    );
    await sql.query('update qualification set head_hash = $2 where id = $1', [id, other.hash]);
    await write(id, 5);
    await worker().anchor();
    expect((await whole()).faults).toMatchObject([
      { qualificationId: id, seq: 1, fault: 'differs-from-anchor' },
    ]);
  });
});
