import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mintSigningKey,
  openDatabase,
  readPublicKeys,
  readSigningKey,
  verifyEverything,
  type Database,
  type Verification,
} from '#persistence';
import { verify } from '../apps/dev/src/verify.js';
import { raw } from './support/raw.js';
import { Story } from './support/story.js';
import {
  anchoredStory,
  anchorsOfThisRun,
  changed,
  cutTail,
  rebuild,
  reportOf,
  tamper,
  untilAnchored,
} from './support/tampering.js';
import { testStack, World } from './support/world.js';

/** Somebody with all rights in the database changes what was recorded. The anchor file is out of their reach. */
describe('a journal that was tampered with', () => {
  let world: World;
  let db: Database;
  let folder: string;
  beforeAll(async () => {
    world = await World.open();
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 2 });
    folder = mkdtempSync(join(tmpdir(), 'selvedge-anchors-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await db?.close();
    await world?.close();
  });

  const look = (story: Story, withFile = true, path = anchorsOfThisRun().path): Promise<Verification> =>
    verifyEverything(db, {
      qualificationId: story.id,
      ...(withFile && { anchors: { path, keys: readPublicKeys(anchorsOfThisRun().keys) } }),
    });
  const faultsOf = async (story: Story, withFile = true) =>
    (await look(story, withFile)).faults.map(({ seq, fault }) => ({ seq, fault }));
  const setPayload = (story: Story, seq: number, more = '') =>
    world
      .rows<{ payload: string }>(
        'select payload from journal_entry where qualification_id = $1 and seq = $2',
        [story.id, seq],
      )
      .then(([row]) =>
        tamper(
          world,
          `update journal_entry set payload = $3 ${more} where qualification_id = $1 and seq = $2`,
          [story.id, seq, changed(row?.payload ?? '')],
        ),
      );

  it('is whole while nobody touches it, and every entry is anchored', async () => {
    const story = await anchoredStory(world);
    const report = await look(story);
    expect(report).toMatchObject({ cases: 1, entries: 4, fileFaults: [], faults: [] });
    expect(report.anchors?.heads).toBeGreaterThanOrEqual(4);
    expect(await reportOf(story)).toMatchObject({ intact: true, anchor: { seq: 4, matches: true } });
  });

  it('is found out when a row was edited', async () => {
    const story = await anchoredStory(world);
    await setPayload(story, 2);
    expect(await faultsOf(story)).toEqual([{ seq: 2, fault: 'payload-changed' }]);
    expect(await reportOf(story)).toMatchObject({ intact: false, faults: [{ seq: 2 }] });
  });

  it('is found out when a row was edited with its digest and its hash', async () => {
    const story = await anchoredStory(world);
    await setPayload(
      story,
      2,
      `, payload_digest = sha256(convert_to($3, 'UTF8')),
         hash = sha256(previous_hash || int8send(seq::bigint) || sha256(convert_to($3, 'UTF8')))`,
    );
    expect(await faultsOf(story)).toEqual([{ seq: 2, fault: 'differs-from-anchor' }]);
    // The chain alone shows it one entry later, where it no longer holds together.
    expect(await faultsOf(story, false)).toEqual([{ seq: 3, fault: 'broken-link' }]);
  });

  it('is found out when a row was made into what cannot be read', async () => {
    const story = await anchoredStory(world);
    await tamper(world, `update journal_entry set payload = '{' where qualification_id = $1 and seq = 3`, [
      story.id,
    ]);
    expect(await faultsOf(story, false)).toEqual([{ seq: 3, fault: 'payload-changed' }]);
  });

  it('is found out when its tail was cut off, by the anchor file alone', async () => {
    const story = await anchoredStory(world);
    await cutTail(world, story, 3);
    expect(await faultsOf(story)).toEqual([{ seq: 3, fault: 'cut-tail' }]);
    expect(await faultsOf(story, false)).toEqual([]);
  });

  it('is found out by a party of the case when only the rows were cut', async () => {
    const story = await anchoredStory(world);
    await tamper(world, 'delete from journal_entry where qualification_id = $1 and seq = 4', [story.id]);
    const { intact, anchor, faults } = await reportOf(story);
    expect({ intact, matches: anchor?.matches }).toEqual({ intact: false, matches: false });
    expect(faults).toEqual(
      expect.arrayContaining([
        { seq: 4, fault: 'cut-tail' },
        { seq: 4, fault: 'head-differs' },
      ]),
    );
  });

  it('is found out when the whole chain was rebuilt, by the anchor file alone', async () => {
    const story = await anchoredStory(world);
    await rebuild(world, story, 2);
    const { faults } = await look(story);
    expect(faults).toMatchObject([{ seq: 2, fault: 'differs-from-anchor', qualificationId: story.id }]);
    expect(faults[0]?.caseNumber).toMatch(/^SQ-/);
    expect(Date.parse(faults[0]?.anchoredAt ?? '')).toBeLessThan(Date.now());
    // To be honest: without the file it looks whole, to the API as well.
    expect(await faultsOf(story, false)).toEqual([]);
    expect(await reportOf(story)).toMatchObject({ intact: true });
  });

  it('is found out when the whole case is gone', async () => {
    const story = await anchoredStory(world);
    await tamper(world, 'delete from journal_entry where qualification_id = $1', [story.id]);
    await tamper(world, 'delete from qualification where id = $1', [story.id]);
    const { faults } = await verifyEverything(db, {
      anchors: { ...anchorsOfThisRun(), keys: readPublicKeys(anchorsOfThisRun().keys) },
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ qualificationId: story.id, caseNumber: null, fault: 'case-missing' }),
      ]),
    );
  });

  it('is found out when facts were changed that a decision relied on', async () => {
    const story = await (await Story.open(world)).submit();
    await tamper(
      world,
      `update fact_revision set content_text = replace(content_text, '"', '" ')
        where qualification_id = $1 and item = 'profile'`,
      [story.id],
    );
    expect(await faultsOf(story)).toEqual([{ seq: 2, fault: 'facts-changed:application' }]);
    expect(await faultsOf(story, false)).toEqual([{ seq: 2, fault: 'facts-changed:application' }]);
  });

  it('is found out when the result of a check was changed', async () => {
    const story = await (await Story.open(world)).accept();
    expect(await faultsOf(story)).toEqual([]);
    const sanctions = `update compliance_check_run set verdict = 'WARN' where qualification_id = $1 and kind = 'sanctions'`;
    await tamper(world, sanctions, [story.id]);
    const [row] = await world.rows<{ seq: number }>(
      `select min(seq) as seq from journal_entry where qualification_id = $1 and payload like '%checks-recorded%'`,
      [story.id],
    );
    expect(await faultsOf(story)).toEqual([{ seq: row?.seq, fault: 'check-changed:sanctions' }]);
  });

  describe('and its anchor file', () => {
    let story: Story;
    let lines: string[];
    beforeAll(async () => {
      story = await anchoredStory(world);
      await story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });
      await untilAnchored(story);
      lines = readFileSync(anchorsOfThisRun().path, 'utf8').trimEnd().split('\n');
    });

    /** What is said of a copy of the file with other lines. */
    async function withLines(change: (all: string[]) => string[]) {
      const path = join(folder, `${Math.random()}.jsonl`);
      writeFileSync(path, `${change([...lines]).join('\n')}\n`);
      return (await look(story, true, path)).fileFaults.filter(({ fault }) => fault !== 'tail-missing');
    }
    const forge = (line = ''): string => line.replace(/"heads":\[\["[0-9a-f]/, '"heads":[["x');

    it('is whole as it is', async () => {
      expect(lines.length).toBeGreaterThan(2);
      expect(await withLines((all) => all)).toEqual([]);
    });

    it('is found out when a line was removed', async () => {
      expect(await withLines((all) => all.toSpliced(1, 1))).toEqual([{ line: 2, fault: 'line-missing' }]);
    });

    it('is found out when its last lines were removed, as long as the database remembers them', async () => {
      const path = join(folder, 'short.jsonl');
      writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n`);
      const { fileFaults } = await look(story, true, path);
      expect(fileFaults).toEqual([{ line: 0, fault: 'tail-missing' }]);
    });

    it('is found out when a line was changed, and when it was signed by somebody else', async () => {
      const byForging = await withLines((all) => all.with(1, forge(all[1])));
      expect(byForging[0]).toEqual({ line: 2, fault: 'not-signed' });
      const { path, keys } = anchorsOfThisRun();
      const stranger = readSigningKey(mintSigningKey()).publicKey;
      expect(keys).not.toBe(stranger);
      const { fileFaults } = await verifyEverything(db, {
        qualificationId: story.id,
        anchors: { path, keys: readPublicKeys(stranger) },
      });
      expect(fileFaults[0]).toEqual({ line: 1, fault: 'not-signed' });
    });

    it('may hold a line that a crash cut short', async () => {
      expect(await withLines((all) => all.toSpliced(2, 0, (all[2] ?? '').slice(0, 100)))).toEqual([]);
    });
  });

  it('is told by the program: exit code 1, and which entry of which case', async () => {
    const story = await anchoredStory(world);
    const { path, keys } = anchorsOfThisRun();
    const env = { DATABASE_URL: testStack().runtimeUrl, ANCHOR_FILE: path, ANCHOR_PUBLIC_KEYS: keys };
    const run = async (...args: string[]) => {
      const said: string[] = [];
      return { code: await verify(args, env, (line) => said.push(line)), said: said.join('\n') };
    };
    expect(await run('--case', story.id)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^whole: 1 cases/),
    });
    await rebuild(world, story, 3);
    const { caseNumber } = await story.see();
    const told = await run('--case', story.id);
    expect(told.code).toBe(1);
    expect(told.said).toContain(`${caseNumber}, entry 3: is not what was anchored`);
    const json = JSON.parse((await run('--case', story.id, '--json')).said) as Verification;
    expect(json.faults).toMatchObject([{ caseNumber, seq: 3, fault: 'differs-from-anchor' }]);
    expect((await run('--nonsense')).code).toBe(2);
    expect(await verify([], { DATABASE_URL: env.DATABASE_URL, ANCHOR_FILE: path }, () => undefined)).toBe(2);
  });

  it('can be checked by anybody: the public keys are told to whoever asks', async () => {
    const { status, body } = await raw('GET', '/v1/journal/keys');
    const { keys } = body as { keys: { x: string; kid: string }[] };
    expect({ status, x: keys.map(({ x }) => x) }).toEqual({ status: 200, x: [anchorsOfThisRun().keys] });
    const [first = ''] = readFileSync(anchorsOfThisRun().path, 'utf8').split('\n');
    expect((JSON.parse(first) as { key: string }).key).toBe(keys[0]?.kid);
    expect(JSON.stringify(body)).not.toContain('"d"');
  });
});
