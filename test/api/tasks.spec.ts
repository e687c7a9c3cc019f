import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskCountsView, TaskView } from '#contracts';
import type { ApiClient } from '../../apps/dev/src/play/api-client.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Page {
  readonly items: readonly TaskView[];
  readonly next: string | null;
}
const CHECK = 'check-completeness:office';

describe('the inbox', () => {
  let world: World;
  let trims: Story;
  let services: Story;
  let officer: ApiClient;
  beforeAll(async () => {
    world = await World.open();
    officer = world.parties.officer.api;
    trims = await (await Story.open(world, { category: 'TRIMS', province: 'KH-12' })).submit();
    services = await (await Story.open(world, { category: 'SERVICES', province: 'KH-8' })).submit();
    await officer.ask(trims.id, { type: 'claim-task', task: CHECK });
    await world.rows(
      `update task set due_at = date_trunc('second', now()) - interval '1 day' where qualification_id = $1`,
      [services.id],
    );
  });
  afterAll(() => world.close());

  /** Cases of these two whose tasks are listed, whatever else waits in the office of this run. */
  async function listed(query: string, api = officer): Promise<string[]> {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await api.get<Page>(`/v1/tasks?limit=100&${query}${cursor}`);
      found.push(...items.map(({ qualificationId }) => qualificationId));
      if (!next) return found.filter((id) => [trims.id, services.id].includes(id));
      cursor = `&cursor=${next}`;
    }
  }

  it('says of a task where it belongs, since when it waits and who has taken it', async () => {
    const { items } = await officer.get<Page>('/v1/tasks?claimed=me');
    expect(items).toEqual([
      expect.objectContaining({
        ...{ qualificationId: trims.id, category: 'TRIMS', province: 'KH-12', task: CHECK, role: 'officer' },
        ...{ claimedBy: world.parties.officer.personId, claimedByName: 'Dara' },
        openedAt: expect.stringMatching(/Z$/),
      }),
    ]);
  });

  it('is narrowed by kind, role, category and province', async () => {
    expect((await listed('')).sort()).toEqual([trims.id, services.id].sort());
    expect(await listed('province=KH-8')).toEqual([services.id]);
    expect(await listed('category=TRIMS')).toEqual([trims.id]);
    expect(await listed('category=TRIMS&province=KH-8')).toEqual([]);
    expect(await listed('what=check-completeness&what=assign-auditor&province=KH-12')).toEqual([trims.id]);
    expect(await listed('what=assign-auditor')).toEqual([]);
    expect(await listed('role=reviewer')).toEqual([]);
    expect((await listed('role=officer')).sort()).toEqual([trims.id, services.id].sort());
  });

  it('is narrowed by when it is due and who has taken it', async () => {
    expect(await listed('overdue=true')).toEqual([services.id]);
    expect(await listed(`dueBefore=${new Date().toISOString()}`)).toEqual([services.id]);
    expect(await listed('dueWithin=1')).toEqual([services.id]);
    expect((await listed('dueWithin=30')).sort()).toEqual([trims.id, services.id].sort());
    expect(await listed('claimed=me')).toEqual([trims.id]);
    expect(await listed('claimed=anyone')).toEqual([trims.id]);
    expect(await listed('claimed=nobody')).toEqual([services.id]);
    expect(await listed('claimed=me', world.parties.secondOfficer.api)).toEqual([]);
  });

  it('counts the same tasks by what they can be narrowed to', async () => {
    const mine = await officer.get<TaskCountsView>('/v1/tasks/counts?claimed=me');
    const one = { tasks: 1, overdue: 0 };
    expect(mine).toEqual({
      ...{ ...one, mine: 1, unclaimed: 0, complete: true },
      by: {
        what: [{ value: 'check-completeness', ...one }],
        role: [{ value: 'officer', ...one }],
        category: [{ value: 'TRIMS', ...one }],
        province: [{ value: 'KH-12', ...one }],
      },
    });
    const late = await officer.get<TaskCountsView>(
      '/v1/tasks/counts?overdue=true&province=KH-8&category=SERVICES',
    );
    expect(late.tasks).toBeGreaterThan(0);
    expect(late).toMatchObject({ overdue: late.tasks, mine: 0, by: { province: [{ value: 'KH-8' }] } });
    const none = await officer.get<TaskCountsView>('/v1/tasks/counts?claimed=me&role=reviewer');
    expect(none).toMatchObject({ tasks: 0, complete: true, by: { what: [], province: [] } });
  });

  it('holds no task of others', async () => {
    expect(await listed('province=KH-12', services.supplier)).toEqual([]);
    expect(await services.supplier.get('/v1/tasks/counts')).toMatchObject({ tasks: 0 });
    expect(await listed('', world.parties.reviewer.api)).toEqual([]);
  });

  it('is one statement beside the look-up of the token', async () => {
    for (const path of ['/v1/tasks?province=KH-8&overdue=true', '/v1/tasks/counts?claimed=nobody'])
      expect(await officer.request('GET', path)).toMatchObject({ statements: 5, flights: 2 });
  });

  it('refuses what nobody can ask for', async () => {
    for (const wrong of [
      'role=manager',
      'province=KH-99',
      'claimed=us',
      'overdue=yes',
      'dueBefore=soon',
      'dueWithin=2',
      'x=1',
    ]) {
      const invalid = { status: 422, code: 'validation' };
      expect(await refusal(officer.get(`/v1/tasks?${wrong}`))).toEqual(invalid);
      expect(await refusal(officer.get(`/v1/tasks/counts?${wrong}`))).toEqual(invalid);
    }
  });
});
