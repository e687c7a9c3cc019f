import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import {
  feedBacklog,
  listParkedEvents,
  OFFICE,
  openDatabase,
  readFeed,
  retryParkedEvent,
  tellEvents,
  type Database,
  type FeedEntry,
  type SqlActor,
} from '#persistence';
import { migrate } from '../apps/dev/src/migrate.js';
import { runtimeUrlOf } from '../apps/dev/src/stack/services.js';
import { decide, enterCases, inOrder, type Cases } from './support/feed-under-fire.js';
import { freshDatabase, type TestDatabase } from './support/postgres-for-tests.js';
import { testStack } from './support/world.js';

const WRITERS = 16;
const DECISIONS = 40;
const SEED = 20261125;
const KILLS = 5;

/** A database of its own, with nothing in it but cases and what happened to them. */
describe('the order of the feed', () => {
  let database: TestDatabase;
  let sql: Client;
  let db: Database;
  let cases: Cases;
  beforeAll(async () => {
    database = await freshDatabase(testStack().databaseUrl);
    await migrate(database.url, () => undefined);
    sql = new Client({ connectionString: database.url });
    await sql.connect();
    await sql.query('set session_replication_role = replica'); // cases without sites and schemes
    cases = await enterCases(sql, 24);
    db = await openDatabase({ url: runtimeUrlOf(database.url), poolSize: 4 });
  });
  afterAll(async () => {
    await db?.close();
    await sql?.end();
    await database?.drop();
  });

  const actorOf = (organisationId: string): SqlActor => ({ personId: randomUUID(), organisationId });
  const feedOf = (organisationId: string): string =>
    organisationId === cases.office ? OFFICE : organisationId;
  const pageOf = (organisationId: string, after: string, limit = 17) =>
    readFeed(db, actorOf(organisationId), { organisationId: feedOf(organisationId), after, limit });

  /** Asks again and again from where it was, until there is nothing more and nobody writes. */
  async function poll(organisationId: string, isOver: () => boolean, after = '0') {
    const entries: FeedEntry[] = [];
    for (let place = after; ;) {
      const over = isOver();
      const page = await pageOf(organisationId, place);
      expect(BigInt(page.next.position)).toBeGreaterThanOrEqual(BigInt(place));
      entries.push(...page.entries);
      place = page.next.position;
      if (over && !page.more) return { entries, place };
    }
  }
  const readAll = (organisationId: string, after = '0') => poll(organisationId, () => true, after);

  /** Gives events their places until told to stop, whatever happens to its connection; how often it was cut off. */
  async function sequence(name: string, isOver: () => Promise<boolean>): Promise<number> {
    const own = await openDatabase({
      ...{ url: runtimeUrlOf(database.url), poolSize: 1, applicationName: name },
    });
    let cut = 0;
    while (!(await isOver()))
      await tellEvents(own, 20).catch((error: unknown) => {
        expect(String(error)).toMatch(/terminat|ECONNRESET|not queryable/i);
        cut++;
      });
    await own.close();
    return cut;
  }
  const waiting = async (): Promise<number> => (await feedBacklog(db)).waiting;

  it('holds under sixteen writers, two sequencers of which one is killed, and readers that never stop asking', async () => {
    let written = false;
    let told = false;
    const isOver = async (): Promise<boolean> => (told ||= written && (await waiting()) === 0);
    const writers = Promise.all(
      Array.from({ length: WRITERS }, (_, n) => decide(database.url, cases.ids, SEED + n, DECISIONS)),
    ).finally(() => (written = true));
    /** Cuts the first one off in the midst of its turn. */
    const kill = async (): Promise<void> => {
      for (let kills = 0; kills < KILLS && !written;) {
        const { rowCount } = await sql.query(
          `select pg_terminate_backend(a.pid) from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and a.application_name = 'sequencer-to-kill'`,
        );
        kills += rowCount ?? 0;
      }
    };
    const [all, cut, , , office, supplier, buyer] = await Promise.all([
      writers,
      sequence('sequencer-to-kill', isOver),
      sequence('sequencer', isOver),
      kill(),
      poll(cases.office, () => told),
      poll(cases.supplier, () => told),
      poll(cases.buyer, () => told),
    ]);
    expect(cut).toBeGreaterThan(0);
    const happened = inOrder(all);
    const opened = new Set(cases.ids.filter((_, i) => i % 2 === 0));
    const everything = [...happened.values()].flat();
    expect(everything.length).toBeGreaterThan(WRITERS * DECISIONS);
    for (const [reader, wanted] of [
      [office, happened],
      [supplier, happened],
      [buyer, new Map([...happened].filter(([id]) => opened.has(id)))],
    ] as const) {
      const seen = reader.entries.map(({ eventId }) => eventId);
      const missing = [...wanted.values()].flat().filter((id) => !seen.includes(id));
      const positions = reader.entries.map(({ position }) => BigInt(position));
      expect({ missing, twice: seen.length - new Set(seen).size }).toEqual({ missing: [], twice: 0 });
      expect(positions.every((position, i) => i === 0 || position > (positions[i - 1] ?? 0n))).toBe(true);
      for (const [id, inCase] of wanted)
        expect(reader.entries.filter((e) => e.qualificationId === id).map((e) => e.eventId)).toEqual(inCase);
    }
    // Whoever reads it all afterwards sees what those saw who read along: nothing came behind them.
    for (const [organisationId, reader] of [
      [cases.office, office],
      [cases.supplier, supplier],
      [cases.buyer, buyer],
    ] as const)
      expect((await readAll(organisationId)).entries).toEqual(reader.entries);
    console.log(
      `feed: ${everything.length} events of ${WRITERS} writers, a sequencer cut off ${cut} times: 0 missing, 0 twice, 0 behind`,
    );
  });

  /** Events of a case that is new to the feed, one decision each. */
  async function happens(
    caseId: string,
    ...events: readonly { type: string; data?: string; seal?: string }[]
  ): Promise<string[]> {
    const ids: string[] = [];
    for (const { type, data = '{}', seal = 'open' } of events) {
      const { rows } = await sql.query<{ id: string }>(
        `with decided as (update qualification set seq = seq + 1 where id = $1 returning seq)
         insert into outbox_event (id, qualification_id, seq, position, type, data, seal, occurred_at)
         select gen_random_uuid(), $1, seq, 0, $2, $3, $4, now() from decided returning id`,
        [caseId, type, data, seal],
      );
      ids.push(rows[0]?.id ?? '');
    }
    return ids;
  }
  const tellAll = async (): Promise<void> => {
    while ((await tellEvents(db)) > 0);
  };
  const parked = async () => {
    const list = await listParkedEvents(db, actorOf(cases.office), { limit: 50 });
    return new Map(list.map(({ id, reason }) => [id, reason]));
  };
  const openTasks = async (): Promise<string[]> => {
    const { rows } = await sql.query<{ subject: string }>(
      `select subject from office_task where kind = 'event-parked' and closed_at is null order by opened_at`,
    );
    return rows.map(({ subject }) => subject);
  };

  it('is not stopped by an event that cannot be told: it is set aside with a reason, and all others go on', async () => {
    const [first = '', second = '', broken = ''] = cases.ids;
    const { place } = await readAll(cases.office);
    await sql.query(
      `update qualification set closed_seals = '{safeguarding}', state = '{"safeguarding": {"ended": {"seq": "soon"}}}' where id = $1`,
      [broken],
    );
    await sql.query(
      `alter table feed_entry add constraint poison check (type <> 'production-started') not valid`,
    );
    const [unknown = '', after = ''] = await happens(
      first,
      { type: 'of-a-later-release' },
      { type: 'application-accepted' },
    );
    const [list = '', refused = '', last = ''] = await happens(
      second,
      { type: 'application-accepted', data: '["a"]' },
      { type: 'production-started' },
      { type: 'screening-cleared' },
    );
    const [ofCase = ''] = await happens(broken, { type: 'application-accepted' });
    await tellAll();
    const { entries } = await readAll(cases.office, place);
    expect(entries.map(({ eventId }) => eventId).sort()).toEqual([after, last].sort());
    const reasons = new Map([
      [unknown, 'unknown-type'],
      [list, 'unreadable-data'],
      [refused, 'refused-by-database'],
      [ofCase, 'unreadable-case'],
    ]);
    expect(await parked()).toEqual(reasons);
    expect((await openTasks()).sort()).toEqual([...reasons.keys()].sort());
    expect(await feedBacklog(db)).toEqual({ waiting: 0, oldest: null, parked: 4 });
  });

  it('tells what was set aside after all others when the office has it tried again; or sets it aside anew', async () => {
    await sql.query('alter table feed_entry drop constraint poison');
    const { place } = await readAll(cases.office);
    const reasons = await parked();
    for (const organisationId of [cases.supplier, cases.buyer]) {
      const actor = actorOf(organisationId);
      expect(await listParkedEvents(db, actor, { limit: 50 })).toEqual([]);
      for (const id of reasons.keys()) expect(await retryParkedEvent(db, actor, id)).toBe(false);
    }
    const office = actorOf(cases.office);
    for (const id of reasons.keys()) expect(await retryParkedEvent(db, office, id)).toBe(true);
    expect(await retryParkedEvent(db, office, randomUUID())).toBe(false);
    expect(await openTasks()).toEqual([]);
    await tellAll();
    const left = await parked();
    const mended = [...reasons].filter(([, reason]) => reason === 'refused-by-database').map(([id]) => id);
    const { entries } = await readAll(cases.office, place);
    expect(entries.map(({ eventId }) => eventId)).toEqual(mended);
    expect([...left.keys()].sort()).toEqual([...reasons.keys()].filter((id) => !mended.includes(id)).sort());
    expect(await openTasks()).toHaveLength(left.size);
  });

  it('tells the others, and nobody twice, of what was set aside after some had been told', async () => {
    const caseId = cases.ids[5] ?? '';
    const state = (seals: string, told: string) =>
      sql.query('update qualification set closed_seals = $2, state = $3 where id = $1', [
        caseId,
        seals,
        told,
      ]);
    const places = { office: await readAll(cases.office), supplier: await readAll(cases.supplier) };
    await state('{assessment}', '{}');
    const [sealed = ''] = await happens(caseId, { type: 'application-accepted', seal: 'assessment' });
    await tellAll();
    expect((await readAll(cases.supplier, places.supplier.place)).entries).toEqual([]);
    await state('{safeguarding}', '{"safeguarding": {"ended": {"seq": "soon"}}}');
    const [next = ''] = await happens(caseId, { type: 'screening-cleared' });
    await tellAll();
    for (const id of [sealed, next]) expect((await parked()).get(id)).toBe('unreadable-case');
    await state('{}', '{}');
    for (const id of [sealed, next]) {
      expect(await retryParkedEvent(db, actorOf(cases.office), id)).toBe(true);
      await tellAll();
      expect((await readAll(cases.supplier)).entries.at(-1)?.eventId).toBe(id);
    }
    for (const [organisationId, { place }] of [
      [cases.office, places.office],
      [cases.supplier, places.supplier],
    ] as const) {
      const { entries } = await readAll(organisationId, place);
      expect(entries.map(({ eventId }) => eventId)).toEqual([sealed, next]);
    }
  });

  it('leads past what is not shown any more, page by page, and says nothing of it', async () => {
    const { place } = await readAll(cases.buyer);
    await sql.query(
      `insert into feed_entry (organisation_id, position, event_id, qualification_id, seq, part, type, data, occurred_at)
       select $1, h.position + n, gen_random_uuid(), $2, 1000 + n, 0, 'application-accepted', '{}', now()
         from feed_head h, generate_series(1, 2500) n`,
      [cases.buyer, cases.ids[4]],
    );
    await sql.query('update feed_head set position = position + 2500');
    await sql.query(
      `update consent set valid_until = now() - interval '1 second' where qualification_id = $1`,
      [cases.ids[4]],
    );
    await happens(cases.ids[6] ?? '', { type: 'screening-cleared' });
    await tellAll();
    const pages = [await pageOf(cases.buyer, place)];
    while (pages.at(-1)?.more) pages.push(await pageOf(cases.buyer, pages.at(-1)?.next.position ?? ''));
    expect(pages.map(({ entries, more }) => [entries.length, more])).toEqual([
      [0, true],
      [0, true],
      [1, false],
    ]);
    expect(pages.at(-1)?.next.position).toBe(pages.at(-1)?.head);
    // Given again, what was told before stands where it stood.
    await sql.query(`update consent set valid_until = now() + interval '1 day' where qualification_id = $1`, [
      cases.ids[4],
    ]);
    expect((await readAll(cases.buyer, place)).entries).toHaveLength(2501);
  });
});
