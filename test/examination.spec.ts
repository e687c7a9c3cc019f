import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { ClamdScanner, DiskStore, Examiner } from '#evidence';
import { openDatabase, takeQuarantinedDocuments, type Database } from '#persistence';
import { createLogger } from '#platform';
import { migrate } from '../apps/dev/src/migrate.js';
import { until } from '../apps/dev/src/play/api-client.js';
import { freePort } from '../apps/dev/src/stack/free-port.js';
import { ScannerStandIn } from '../apps/dev/src/stack/scanner-stand-in.js';
import { runtimeUrlOf } from '../apps/dev/src/stack/services.js';
import { Examination } from '../apps/worker/src/examination.js';
import { jpeg, pdf, png } from './support/good-files.js';
import { freshDatabase, type TestDatabase } from './support/postgres-for-tests.js';
import { testStack } from './support/world.js';

const DECODERS = 'dist/libs/evidence/src/examiner-child.js';
/** Dies of files that are called `poison`, and opens the others as the true one does. */
const POISONED = `
import ${JSON.stringify(`${process.cwd()}/${DECODERS}`)};
process.prependListener('message', ({ fileName }) => fileName.startsWith('poison') && process.abort());
`;

/** Says of every file that the machine would not let it work. */
const HINDERED = `process.on('message', () => process.send({ outcome: 'hindered' }));`;

/** Processes start and die here, on whatever machine. */
describe('the examination of documents', () => {
  let folder: string;
  let database: TestDatabase;
  let db: Database;
  let sql: Client;
  let blobs: DiskStore;
  let port: number;
  let scanner: ScannerStandIn | undefined;
  const opened: Examination[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'selvedge-examination-spec-'));
    await mkdir(join(folder, 'blobs'));
    await writeFile(join(folder, 'poisoned.mjs'), POISONED);
    await writeFile(join(folder, 'hindered.mjs'), HINDERED);
    await writeFile(join(folder, 'endless.mjs'), 'setInterval(() => undefined, 1_000);');
    blobs = new DiskStore(join(folder, 'blobs'));
    database = await freshDatabase(testStack().databaseUrl);
    await migrate(database.url, () => undefined);
    db = await openDatabase({ url: runtimeUrlOf(database.url), poolSize: 4 });
    sql = new Client({ connectionString: database.url });
    await sql.connect();
    await sql.query(`set session_replication_role = replica`); // documents without the rest of a case
    port = await freePort();
  });
  beforeEach(async () => (scanner = await ScannerStandIn.start(port)));
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.stop()));
    await scanner?.close();
    scanner = undefined;
    await sql.query('truncate document, document_link, document_finding, document_fingerprint, office_task');
  });
  afterAll(async () => {
    await sql.end();
    await db.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const open = (script: string = DECODERS, limitMs?: number): Examination => {
    const ports = {
      ...{ db, blobs, logger: createLogger('spec', { level: 'silent' }) },
      scanner: new ClamdScanner(`127.0.0.1:${port}`, 2_000),
      examiner: new Examiner(20_000, script),
    };
    const examination = new Examination(ports, limitMs);
    opened.push(examination);
    return examination;
  };
  /** A document that was received whole; its bytes are kept unless told otherwise. */
  const receive = async (bytes: Buffer, fileName: string, type: string, keep = true): Promise<string> => {
    const [id, sha256] = [randomUUID(), createHash('sha256').update(bytes).digest('hex')];
    const file = join(folder, id);
    await writeFile(file, bytes);
    if (keep) await blobs.put(sha256, file);
    await sql.query(
      `insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size,
         status, sha256, received_at, retry_at)
       values ($1, $2, $2, $2, $3, $4, $5, 'quarantined', decode($6, 'hex'), now(), now())`,
      [id, randomUUID(), fileName, type, bytes.length, sha256],
    );
    return id;
  };
  const row = async (id: string) => {
    const columns = `status, refusal, attempts, crashes, encode(served_sha256, 'hex') as served, retry_at > now() as later`;
    return (await sql.query(`select ${columns} from document where id = $1`, [id])).rows[0];
  };
  const due = () => sql.query(`update document set retry_at = now() where status = 'quarantined'`);
  const officeTasks = async () =>
    (await sql.query('select kind, subject from office_task order by kind')).rows as unknown[];

  it('makes what is good available, and takes nothing twice', async () => {
    const examination = open();
    const id = await receive(await jpeg(1), 'photo.jpg', 'image/jpeg');
    expect(await examination.examineSome()).toBe(1);
    expect(await row(id)).toMatchObject({ status: 'available', refusal: null });
    expect(await examination.examineSome()).toBe(0);
  });

  it('leaves a file in quarantine while no scanner answers, and takes it again when one does', async () => {
    await scanner?.close();
    const examination = open();
    const id = await receive(pdf('% scan'), 'lease.pdf', 'application/pdf');
    for (let round = 1; round <= 5; round += 1) {
      expect(await examination.examineSome()).toBe(1);
      expect(await row(id)).toMatchObject({ status: 'quarantined', attempts: round, later: true });
      await due();
    }
    scanner = await ScannerStandIn.start(port);
    await examination.examineSome();
    expect(await row(id)).toMatchObject({ status: 'available' });
  });

  it('takes a file later each time, up to a minute', async () => {
    await scanner?.close();
    scanner = undefined;
    const examination = open();
    await receive(pdf('% later'), 'lease.pdf', 'application/pdf');
    const waits: number[] = [];
    for (let round = 1; round <= 14; round += 1) {
      await examination.examineSome();
      const { rows } = await sql.query(
        `select ceil(extract(epoch from retry_at - now())) as wait from document`,
      );
      waits.push(Number(rows[0].wait));
      await due();
    }
    expect(waits).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 60, 60]);
  });

  it('refuses a file that takes its decoder with it, after three rounds, and no other file', async () => {
    const examination = open(join(folder, 'poisoned.mjs'));
    const poison = await receive(await png(1), 'poison.png', 'image/png');
    const good = await receive(await png(2), 'photo.png', 'image/png');
    await examination.examineSome();
    expect(await row(good)).toMatchObject({ status: 'available' });
    expect(await row(poison)).toMatchObject({ status: 'quarantined', attempts: 1 });
    await due();
    await examination.examineSome();
    expect(await row(poison)).toMatchObject({ status: 'quarantined', attempts: 2 });
    await due();
    await examination.examineSome();
    expect(await row(poison)).toMatchObject({ status: 'refused', refusal: 'cannot-be-read', served: null });
  });

  it('counts no outage of the scanner against a file', async () => {
    const examination = open(join(folder, 'poisoned.mjs'));
    const id = await receive(await png(7), 'poison.png', 'image/png');
    await sql.query('update document set attempts = 20');
    await examination.examineSome();
    expect(await row(id)).toMatchObject({ status: 'quarantined', attempts: 21, crashes: 1 });
  });

  it('leaves a good file in quarantine while the machine hinders its decoder, and tells the office in the end', async () => {
    const examination = open(join(folder, 'hindered.mjs'));
    const id = await receive(await png(8), 'photo.png', 'image/png');
    for (let round = 1; round <= 5; round += 1) {
      await examination.examineSome();
      expect(await row(id)).toMatchObject({ status: 'quarantined', crashes: 0, later: true });
      await due();
    }
    expect(await officeTasks()).toEqual([]);
    await sql.query('update document set attempts = 29');
    await examination.examineSome();
    expect(await officeTasks()).toEqual([{ kind: 'document-not-examined', subject: id }]);
    await due();
    await open().examineSome();
    expect(await row(id)).toMatchObject({ status: 'available' });
  });

  it('keeps a document to itself for longer than an examination may take, and gives up one that takes too long', async () => {
    const id = await receive(await png(9), 'photo.png', 'image/png');
    const wait = async () =>
      Number((await sql.query('select extract(epoch from retry_at - now()) as s from document')).rows[0].s);
    expect(await takeQuarantinedDocuments(db)).toHaveLength(1);
    expect(await wait()).toBeGreaterThan(200);
    await due();
    const examination = open(join(folder, 'endless.mjs'), 300);
    await examination.examineSome();
    expect(await row(id)).toMatchObject({ status: 'quarantined', attempts: 2, crashes: 0 });
    expect(await wait()).toBeLessThan(11);
  });

  it('comes to the same when it is run again after a crash at its last step', async () => {
    const examination = open();
    const bytes = await jpeg(3, { takenAt: '2001:01:01 00:00:00' });
    const id = await receive(bytes, 'photo.jpg', 'image/jpeg');
    await examination.examineSome();
    const before = await row(id);
    const kept = async () =>
      (await sql.query('select "check", explanation, found_at from document_finding')).rows as unknown[];
    const found = await kept();
    expect(found).toHaveLength(1);
    await sql.query(`update document set status = 'quarantined', served_sha256 = null, retry_at = now()`);
    await examination.examineSome();
    expect(await row(id)).toMatchObject({ status: 'available', served: before.served });
    expect(await kept()).toEqual(found);
    expect(await officeTasks()).toEqual([{ kind: 'document-finding', subject: id }]);
  });

  it('shows nobody bytes that were changed or are gone, and tells the office', async () => {
    const examination = open();
    const gone = await receive(pdf('% gone'), 'a.pdf', 'application/pdf', false);
    const changed = await receive(pdf('% changed'), 'b.pdf', 'application/pdf');
    const { rows } = await sql.query(`select encode(sha256, 'hex') as hash from document where id = $1`, [
      changed,
    ]);
    const hash = String(rows[0].hash);
    await writeFile(join(folder, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash), pdf('% other'));
    await examination.examineSome();
    expect([await row(gone), await row(changed)]).toMatchObject([
      { status: 'quarantined', later: true },
      { status: 'quarantined', later: true },
    ]);
    expect(new Set(await officeTasks())).toEqual(
      new Set([gone, changed].map((subject) => ({ kind: 'document-bytes-missing', subject }))),
    );
  });

  it('leaves no copy behind', async () => {
    const copies = async () =>
      (await readdir(tmpdir())).filter((name) => /^selvedge-examination-(?!spec)/.test(name));
    const left = await copies();
    const examination = open(join(folder, 'poisoned.mjs'));
    await receive(await png(4), 'poison.png', 'image/png');
    await receive(await png(5), 'photo.png', 'image/png');
    await examination.examineSome();
    // The worker of this run makes copies there, too: those go.
    const after = (await copies()).filter((name) => !left.includes(name));
    await until(
      async () => (await copies()).filter((name) => after.includes(name)),
      (still) => still.length === 0,
    );
  });
});
