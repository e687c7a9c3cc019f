import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { workflowIdOf } from '#workflows';
import { until } from '../../apps/dev/src/play/api-client.js';
import { fillIn } from '../../apps/dev/src/play/supplier.js';
import { isIntact } from '../support/faults-cases.js';
import { FaultStack } from '../support/faults.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly code?: string;
    readonly status?: string;
    readonly restarted?: boolean;
    readonly items?: readonly { readonly outcome: string }[];
  };
}

/** What is said, what is kept and how it goes on while a part is away. */
describe('while a part is away', () => {
  let stack: FaultStack;
  let world: World;
  beforeAll(async () => {
    stack = await FaultStack.start({ apiEnv: { COMMAND_WAIT_MS: '1000' } });
    world = await World.open(stack.at);
    world['sql'].on('error', () => undefined); // PostgreSQL is killed under it
  });
  afterAll(async () => {
    await world?.close().catch(() => undefined);
    await stack?.close();
  });

  async function send(token: string, path: string, body: unknown, key: string = randomUUID()): Promise<Raw> {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    const answer = await fetch(stack.at.apiUrl + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Raw['body'] };
  }
  const submit = ({ path, applicant }: Story, key?: string): Promise<Raw> =>
    send(applicant.member.token, `${path}/commands`, { type: 'submit-application' }, key);
  const entriesOf = async (story: Story, command: string): Promise<number> =>
    (await story.journal()).filter(({ entry }) => entry.command === command).length;
  const becomes = (story: Story, location: string, status: string): Promise<unknown> =>
    until(
      () => story.supplier.get<{ status: string }>(location),
      (seen) => seen.status === status,
      40_000,
    );
  const complete = async (): Promise<Story> => {
    const story = await Story.open(world);
    await fillIn(story.applicant, story.id);
    return story;
  };

  it('a decision without a worker is answered 202 with its Location, and is made when one is back', async () => {
    const story = await complete();
    expect(await stack.drain('worker')).toEqual({ code: 0, signal: null });
    const answer = await submit(story);
    expect(answer.status).toBe(202);
    expect(answer.headers.get('retry-after')).toBe('2');
    const location = answer.headers.get('location') ?? '';
    expect(location).toMatch(/^\/v1\/commands\/[0-9a-f-]{36}$/);
    expect(await story.supplier.get(location)).toMatchObject({
      status: 'pending',
      type: 'submit-application',
    });
    expect(await story.see()).toMatchObject({ substate: 'draft', seq: 1 });
    await stack.restart('worker');
    await becomes(story, location, 'done');
    expect(await entriesOf(story, 'submit-application')).toBe(1);
  });

  it('several tasks are not waited for one after the other, and the same request goes on with them', async () => {
    const stories = await Promise.all([1, 2, 3, 4, 5].map(async () => (await Story.open(world)).submit()));
    const tasks = stories.map(({ id }) => ({ qualificationId: id, task: 'check-completeness:office' }));
    const key = randomUUID();
    const assign = () => send(world.parties.officer.token, '/v1/task-assignments', { tasks, to: 'me' }, key);
    const outcomesOf = ({ body }: Raw) => body.items?.map(({ outcome }) => outcome);
    expect(await stack.drain('worker')).toEqual({ code: 0, signal: null });
    const first = await assign();
    expect(first.status).toBe(202);
    expect(first.headers.get('retry-after')).toBe('2');
    expect(outcomesOf(first)).toEqual([...Array<string>(4).fill('pending'), 'not-asked']);
    await stack.restart('worker');
    const last = await until(assign, ({ status }) => status === 200, 40_000);
    expect(outcomesOf(last)).toEqual(Array(5).fill('done'));
    for (const story of stories) expect(await entriesOf(story, 'claim-task')).toBe(1);
  });

  it('a 202 is kept when the server dies right after it: the command is decided exactly once', async () => {
    const story = await complete();
    await stack.drain('worker');
    const key = randomUUID();
    const answer = await submit(story, key);
    expect(answer.status).toBe(202);
    await stack.kill9('temporal');
    await stack.restart('temporal');
    await stack.restart('worker');
    await becomes(story, answer.headers.get('location') ?? '', 'done');
    expect(await submit(story, key)).toMatchObject({ status: 200, body: { status: 'done' } });
    expect(await story.see()).toMatchObject({ substate: 'submitted', seq: 2 });
    expect(await entriesOf(story, 'submit-application')).toBe(1);
    expect(await isIntact(story)).toBe(true);
  });

  it('without Temporal a decision is answered 503 with Retry-After, and the draft can be written on', async () => {
    const story = await Story.open(world);
    const before = await story.see();
    await stack.kill9('temporal');
    try {
      await fillIn(story.applicant, story.id);
      const answer = await submit(story);
      expect(answer).toMatchObject({ status: 503, body: { code: 'temporal-unavailable' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await story.see()).toMatchObject({ substate: 'draft', seq: before.seq });
      const path = `${story.path}/sections`;
      const { items } = await story.supplier.get<{ items: { version: number }[] }>(path);
      expect(items.map(({ version }) => version).sort()).toEqual([1, 1, 1, 1, 1, 1, 2]);
    } finally {
      await stack.restart('temporal');
    }
    // A client asks again under its own key: the first time may be answered 202, or 503 while the connection heals.
    const key = randomUUID();
    await until(
      () => submit(story, key),
      ({ status }) => status === 200,
    );
    expect(await story.see()).toMatchObject({ substate: 'submitted' });
  });

  it('a commit goes on as an activity that retries until PostgreSQL is back', async () => {
    const story = await Story.open(world);
    await stack.kill9('postgres');
    const handle = world.temporal.workflow.getHandle(workflowIdOf(story.id));
    const reading = world.readClock(story.id);
    await until(
      async () => (await handle.describe()).raw.pendingActivities?.[0]?.activityType?.name,
      (name) => name === 'commit',
    );
    await stack.restart('postgres');
    expect(await reading).toMatchObject({ outcome: 'done' });
    const { events = [] } = await handle.fetchHistory();
    const failures = JSON.stringify(
      events?.map((event) => event.markerRecordedEventAttributes?.failure ?? null),
    );
    expect(failures).toContain('its log says why');
    expect(failures).not.toMatch(/ECONN[A-Z]* \d|terminating/);
  });

  it('a lost workflow is told, becomes a task of the office, and is restarted from its row', async () => {
    const story = await complete();
    const { officer } = world.parties;
    const restart = (): Promise<Raw> => send(officer.token, `${story.path}/restart`, {});
    const tasks = async (): Promise<unknown[]> => {
      const { items } = await officer.api.get<{ items: { subject: string; kind: string }[] }>(
        '/v1/office-tasks',
      );
      return items.filter(({ subject }) => subject === story.id).map(({ kind }) => kind);
    };
    expect((await restart()).body).toMatchObject({ restarted: false });
    expect(await world.workflowStatus(story.id)).toBe('RUNNING');

    await world.temporal.workflow.getHandle(workflowIdOf(story.id)).terminate('lost, for a test');
    const key = randomUUID();
    const answers = [await submit(story, key), await submit(story, key)];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'workflow-missing' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await tasks()).toEqual(['workflow-missing']);
    expect(await story.see()).toMatchObject({ substate: 'draft', seq: 1 });

    expect((await restart()).body).toMatchObject({ restarted: true });
    expect(await tasks()).toEqual([]);
    expect(await submit(story, key)).toMatchObject({ status: 200 });
    await officer.api.ask(story.id, { type: 'accept-application' });
    await story.reaches('running');
    await story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });
    await until(
      () => world.workflowStatus(story.id),
      (status) => status === 'COMPLETED',
    );
    expect(await isIntact(story)).toBe(true);
  });

  it('a worker that is asked to end finishes what it has begun and exits with 0', async () => {
    const story = await complete();
    const holder = new Client({ connectionString: stack.at.databaseUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from qualification where id = $1 for update', [story.id]);
    const key = randomUUID();
    const asked = submit(story, key);
    await until(
      async () => (await holder.query('select 1 from pg_locks where not granted')).rowCount,
      (waiting) => waiting === 1,
    );
    const ended = stack.drain('worker');
    await until(
      async () => stack.logOf('worker').split("state: 'RUNNING'").at(-1) ?? '',
      (since) => /state: '(?:STOPPING|DRAINING)'/.test(since),
      2000,
    ).finally(() => holder.query('commit'));
    expect(await ended).toEqual({ code: 0, signal: null });
    await holder.end();
    // Answered 202 where it took its caller too long; it is decided all the same, with no worker there.
    expect([200, 202]).toContain((await asked).status);
    expect(await submit(story, key)).toMatchObject({ status: 200, body: { status: 'done' } });
    await stack.restart('worker');
    expect(await entriesOf(story, 'submit-application')).toBe(1);
    const { events } = await world.temporal.workflow.getHandle(workflowIdOf(story.id)).fetchHistory();
    const broken = (event: (typeof events & object)[number]): unknown =>
      event.workflowTaskFailedEventAttributes ?? event.workflowTaskTimedOutEventAttributes;
    expect(events?.filter(broken)).toEqual([]);
  });
});
