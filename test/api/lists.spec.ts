import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { INPUT_CATEGORIES } from '#domain';
import { foundCases, openDatabase, statement } from '#persistence';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import type { ApiClient, Case } from '../../apps/dev/src/play/api-client.js';
import { Story } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

describe('a list', () => {
  let world: World;
  let story: Story;
  let opened: string[];
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    opened = [story.id];
    const others = INPUT_CATEGORIES.map(({ code }) => code).filter(
      (c) => c !== story.applicant.profile.category,
    );
    for (const category of others.slice(0, 4)) opened.unshift((await another(category)).id);
  });
  afterAll(() => world.close());

  const another = (category: Case['category']) =>
    Story.renew(world, { ...story.applicant, profile: { ...story.applicant.profile, category } });

  /** All pages of a list, as a reader of pages finds them. */
  async function pages<T>(
    api: ApiClient,
    path: string,
    { limit = 2, between }: { limit?: number; between?: () => Promise<unknown> } = {},
  ): Promise<T[][]> {
    const found: T[][] = [];
    for (let cursor = ''; found.length < 5000;) {
      const query = `${path.includes('?') ? '&' : '?'}limit=${limit}${cursor && `&cursor=${cursor}`}`;
      const { items, next } = await api.get<Page<T>>(path + query);
      found.push([...items]);
      if (!next) return found;
      cursor = next;
      await between?.();
    }
    throw new Error(`${path} has no end`);
  }
  const ids = (found: { id: string }[][]) => found.flat().map(({ id }) => id);

  it('of cases comes in pages, newest first, each case once', async () => {
    const found = await pages<Case>(story.supplier, '/v1/qualifications');
    expect(found.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(ids(found)).toEqual(opened);
    expect(ids(await pages<Case>(story.supplier, '/v1/qualifications', { limit: 5 }))).toEqual(opened);
  });

  it('of cases is not disturbed by cases that are opened or decided while it is read', async () => {
    const { supplier } = story;
    const closed = await another('SERVICES').catch(() => another(INPUT_CATEGORIES.at(-1)!.code));
    let first = true;
    const between = async (): Promise<void> => {
      if (!first) return;
      first = false;
      await supplier.ask(closed.id, { type: 'withdraw', reason: 'cost' });
      await Story.renew(world, closed.applicant);
    };
    expect(ids(await pages<Case>(supplier, '/v1/qualifications', { between }))).toEqual([
      closed.id,
      ...opened,
    ]);
  });

  it('of cases is filtered by stage, substate, category and supplier', async () => {
    const { category } = story.applicant.profile;
    const of = async (api: ApiClient, query: string) =>
      ids(await pages<Case>(api, `/v1/qualifications?${query}`));
    expect(await of(story.supplier, `category=${category}`)).toEqual([story.id]);
    expect(await of(story.supplier, 'stage=application&substate=draft')).toEqual(
      expect.arrayContaining(opened),
    );
    expect(await of(story.supplier, 'stage=qualified')).toEqual([]);
    const { officer } = world.parties;
    const mine = `supplierId=${story.applicant.supplierId}&stage=application`;
    expect(await of(officer.api, mine)).toEqual(expect.arrayContaining(opened));
    expect(await of(story.supplier, `supplierId=${randomUUID()}`)).toEqual([]);
    expect(await refusal(of(officer.api, 'stage=audit'))).toEqual({ status: 422, code: 'validation' });
  });

  it('of cases is searched by the beginning of a number or of a supplier’s name, by who may see them', async () => {
    const { officer, mill } = world.parties;
    const find = async (api: ApiClient, q: string, more = '') =>
      ids(await pages<Case>(api, `/v1/qualifications?q=${encodeURIComponent(q)}${more}`));
    const { caseNumber } = await officer.api.get<Case>(story.path);
    const { name } = story.applicant.profile;
    for (const typed of [caseNumber, caseNumber.toLowerCase(), caseNumber.slice('SQ-'.length)])
      expect(await find(officer.api, typed)).toEqual([story.id]);
    for (const typed of [name, name.toUpperCase(), name.slice(0, -1)])
      expect(await find(officer.api, typed)).toEqual(expect.arrayContaining(opened));
    expect(await find(officer.api, name, `&category=${story.applicant.profile.category}`)).toContain(
      story.id,
    );
    expect((await find(story.supplier, 'SQ-')).sort()).toEqual(expect.arrayContaining(opened));
    expect(await find(mill.requester.api, caseNumber)).toEqual([]);
    expect(await find(mill.requester.api, name)).toEqual([]);
    for (const nothing of ['%', '_', '...', `${name} of elsewhere`])
      expect(await find(officer.api, nothing)).toEqual([]);
    const invalid = { status: 422, code: 'validation' };
    for (const wrong of ['', ' ', 'x'.repeat(101)])
      expect(await refusal(find(officer.api, wrong))).toEqual(invalid);
  });

  it('of cases is searched along indexes, whoever searches', async () => {
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    for (const member of [world.parties.officer, world.parties.mill.requester]) {
      const plan = await db.transaction(member, async (tx) => {
        await tx.run(statement('test-without-scans', 'set local enable_seqscan = off'), []);
        const found = statement('test-search-plan', `explain select * from ${foundCases(1)} found`);
        return tx.run<Record<string, string>>(found, ['SQ-2026-000001', 'mekong']);
      });
      const text = plan.flatMap(Object.values).join('\n');
      for (const column of ['case_number', 'normalised_name'])
        expect(text).toMatch(new RegExp(`Index Cond:.*\\b${column} >=`));
    }
    await db.close();
  });

  it('of tasks comes soonest first, each task once', async () => {
    const found = (
      await pages<{ dueAt: string | null; qualificationId: string; task: string }>(
        story.supplier,
        '/v1/tasks',
      )
    ).flat();
    const keys = found.map(({ qualificationId, task }) => `${qualificationId} ${task}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(found.length).toBeGreaterThanOrEqual(opened.length);
    const due = found.map(({ dueAt }) => dueAt ?? '9999');
    expect(due).toEqual([...due].sort());
  });

  it('of the office’s own tasks comes in order, also when several were opened in one instant', async () => {
    const subjects: string[] = Array.from({ length: 5 }, () => randomUUID());
    const open = `insert into office_task (id, kind, subject) select gen_random_uuid(), 'test', s from unnest($1::text[]) s`;
    await world.rows(open, [subjects.slice(0, 3)]);
    for (const subject of subjects.slice(3)) await world.rows(open, [[subject]]);
    const { officer, mill } = world.parties;
    const found = (
      await pages<{ id: string; subject: string }>(officer.api, '/v1/office-tasks', { limit: 1 })
    ).flat();
    await world.rows('update office_task set closed_at = now() where subject = any($1)', [subjects]);
    expect(
      found
        .map(({ subject }) => subject)
        .filter((s) => subjects.includes(s))
        .sort(),
    ).toEqual(subjects.sort());
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const foreign = refusal(mill.requester.api.get('/v1/office-tasks'));
    expect(await foreign).toEqual({ status: 403, code: 'role-not-allowed' });
  });

  it('of organisations, people, schemes and a journal comes in pages too', async () => {
    const { officer, mill } = world.parties;
    const registry = registryOf(world.parties);
    for (const name of ['Ann', 'Ben', 'Cat']) await registry.member(mill.organisationId, name, 'inspector');
    const people = await pages<{ id: string }>(
      officer.api,
      `/v1/people?organisationId=${mill.organisationId}`,
    );
    expect(people.flat()).toHaveLength(5);
    const organisations = await pages<{ id: string }>(officer.api, '/v1/organisations?kind=audit-firm');
    expect(ids(organisations)).toEqual([...new Set(ids(organisations))].sort());
    expect(ids(await pages(officer.api, '/v1/schemes'))).toEqual(expect.arrayContaining([]));
    for (const buyer of [world.parties.mill, world.parties.brand])
      await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: buyer.organisationId });
    const journal = await pages<{ seq: number }>(story.supplier, `${story.path}/journal`);
    expect(journal.flat().map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('refuses the cursor of another list, and one that nobody gave', async () => {
    const { api } = world.parties.officer;
    const LISTS = [
      '/v1/qualifications',
      '/v1/tasks',
      '/v1/office-tasks',
      `${story.path}/journal`,
      '/v1/organisations',
    ];
    const subjects = [randomUUID(), randomUUID()];
    await world.rows(
      `insert into office_task (id, kind, subject) select gen_random_uuid(), 'test', s from unnest($1::text[]) s`,
      [subjects],
    );
    await Promise.all([Story.open(world), Story.open(world)].map(async (open) => (await open).submit()));
    const cursors = await Promise.all(
      LISTS.map(async (path) => (await api.get<Page<unknown>>(`${path}?limit=1`)).next ?? ''),
    );
    await world.rows('update office_task set closed_at = now() where subject = any($1)', [subjects]);
    const forged = [
      { dueAt: 'never', qualificationId: randomUUID(), task: 'x' },
      { openedAt: '1', id: randomUUID() },
      'x',
    ];
    const encoded = forged.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));
    for (const [i, path] of LISTS.entries()) {
      expect(cursors[i]).not.toBe('');
      const foreign = [...cursors.filter((_, j) => j !== i), ...encoded, '%20', 'e30'];
      for (const cursor of foreign) {
        const answer = await refusal(api.get(`${path}?cursor=${cursor}`));
        expect({ path, cursor, ...answer }).toMatchObject({ status: 400, code: 'invalid-cursor' });
      }
    }
  });
});
