import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { TaskAssignmentList } from '#contracts';
import type { ApiClient } from '../../apps/dev/src/play/api-client.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const CHECK = 'check-completeness:office';

describe('several tasks at a time', () => {
  let world: World;
  let stories: Story[];
  let officer: ApiClient;
  beforeAll(async () => {
    world = await World.open();
    officer = world.parties.officer.api;
    stories = await Promise.all([1, 2, 3].map(async () => (await Story.open(world)).submit()));
  });
  afterAll(() => world.close());

  const named = (): { qualificationId: string; task: string }[] =>
    stories.map(({ id }) => ({ qualificationId: id, task: CHECK }));
  const assign = (api: ApiClient, to: string, tasks = named(), key: string = randomUUID()) =>
    api.request<TaskAssignmentList>(
      'POST',
      '/v1/task-assignments',
      { tasks, to },
      { 'idempotency-key': key },
    );
  const outcomes = async (...asked: Parameters<typeof assign>) =>
    (await assign(...asked)).body.items.map(({ outcome, refusal: no }) => no?.code ?? outcome);
  const claims = () =>
    world
      .rows<{ by: string }>(
        'select claimed_by as by from task where qualification_id = any($1) and task = $2',
        [stories.map(({ id }) => id), CHECK],
      )
      .then((rows) => [...new Set(rows.map(({ by }) => by))]);

  it('are taken, each by a decision of its case, and once however often the request comes', async () => {
    const key = randomUUID();
    const first = await assign(officer, 'me', named(), key);
    expect(first.status).toBe(200);
    expect(first.body.items.map((item) => [item.qualificationId, item.outcome, item.refusal])).toEqual(
      stories.map(({ id }) => [id, 'done', null]),
    );
    expect((await assign(officer, 'me', named(), key)).body).toEqual(first.body);
    expect(await claims()).toEqual([world.parties.officer.personId]);
    for (const story of stories) expect(await story.events('task-claimed')).toHaveLength(1);
    const [item] = first.body.items;
    expect(await officer.get(`/v1/commands/${item?.commandId}`)).toMatchObject({ status: 'done' });
  });

  it('are done again under the same ids when the answer was lost with its process', async () => {
    const key = randomUUID();
    const first = await assign(officer, 'nobody', named(), key);
    await world.rows('delete from idempotency_record where person_id = $1', [world.parties.officer.personId]);
    expect((await assign(officer, 'nobody', named(), key)).body).toEqual(first.body);
    for (const story of stories) expect(await story.events('task-released')).toHaveLength(1);
  });

  it('are given to a colleague who may hold them, by whoever has taken them or may', async () => {
    const { secondOfficer, reviewer } = world.parties;
    expect(await outcomes(officer, reviewer.personId)).toEqual(Array(3).fill('person-not-eligible'));
    expect(await outcomes(officer, secondOfficer.personId)).toEqual(Array(3).fill('done'));
    expect(await claims()).toEqual([secondOfficer.personId]);
    expect(await outcomes(officer, 'nobody')).toEqual(Array(3).fill('task-not-yours'));
    expect(await outcomes(officer, 'me')).toEqual(Array(3).fill('task-claimed'));
    expect(await outcomes(secondOfficer.api, 'nobody')).toEqual(Array(3).fill('done'));
  });

  it('are each answered for themselves, in order', async () => {
    const [first, second] = stories as [Story, Story];
    await second.supplier.ask(second.id, { type: 'withdraw', reason: 'cost' });
    const tasks = [
      { qualificationId: randomUUID(), task: CHECK },
      { qualificationId: first.id, task: 'no-such-task' },
      { qualificationId: second.id, task: CHECK },
      { qualificationId: first.id, task: CHECK },
    ];
    const answered = ['not-found', 'task-unknown', expect.anything(), 'done'];
    expect(await outcomes(officer, 'me', tasks)).toEqual(answered);
    expect(await outcomes(officer, 'nobody', [{ qualificationId: first.id, task: CHECK }])).toEqual(['done']);
  });

  it('are no way into the cases of others', async () => {
    const [first, , third] = stories as [Story, Story, Story];
    const theirs = [first, third].map(({ id }) => ({ qualificationId: id, task: CHECK }));
    expect(await outcomes(first.supplier, 'me', theirs)).toEqual(['task-not-yours', 'not-found']);
    expect(await outcomes(world.parties.reviewer.api, 'me', theirs)).toEqual(Array(2).fill('task-not-yours'));
    expect(await outcomes(world.parties.mill.requester.api, 'me', theirs)).toEqual(
      Array(2).fill('not-found'),
    );
  });

  it('are named once each, and are no more than one answer can wait for', async () => {
    const wrong = { status: 422, code: 'validation' };
    const [one] = named() as [{ qualificationId: string; task: string }];
    const many = Array.from({ length: 51 }, () => ({ qualificationId: randomUUID(), task: CHECK }));
    for (const tasks of [[], [one, one], many])
      expect(await refusal(assign(officer, 'me', tasks))).toEqual(wrong);
    expect(await refusal(assign(officer, 'somebody'))).toEqual(wrong);
    const key = randomUUID();
    await assign(officer, 'me', [one], key);
    expect(await refusal(assign(officer, 'nobody', [one], key))).toMatchObject({
      code: 'idempotency-key-reused',
    });
    const keyless = refusal(officer.request('POST', '/v1/task-assignments', { tasks: [one], to: 'me' }));
    expect(await keyless).toMatchObject({ status: 400, code: 'missing-idempotency-key' });
  });
});
