import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  AnchorFile,
  Anchoring,
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
  }, 30_000);
  beforeEach(async () => {
    await sql.query('truncate journal_anchor, journal_entry, qualification cascade');
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
  const worker = () => new Anchoring(db, new AnchorFile(path), signer);
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
  }, 30_000);

  it('is not forked by workers that write at the same time', async () => {
    const id = randomUUID();
    const workers = Array.from({ length: 4 }, worker);
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
    expect(await worker().anchor()).toBe(5);
    expect(await whole()).toMatchObject({ anchors: { cutShort: 1 }, fileFaults: [], faults: [] });
  });

  it('that lost its last lines is told, and what they held is anchored again', async () => {
    const id = randomUUID();
    const one = worker();
    for (let n = 0; n < 3; n += 1) {
      await write(id, 1);
      await one.anchor();
    }
    const before = lines();
    truncateSync(path, (before[0] ?? '').length + 1);
    expect((await whole()).fileFaults).toEqual([{ line: 0, fault: 'tail-missing' }]);
    expect(await one.anchor()).toBe(3);
    expect(await whole()).toMatchObject({ fileFaults: [], faults: [] });
    // Whoever kept a copy sees that its second line is not the one that is there now.
    expect(lines()[1]).not.toBe(before[1]);
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
