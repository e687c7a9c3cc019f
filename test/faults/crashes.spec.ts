import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { COOLING_OFF } from '#domain';
import { workflowIdOf } from '#workflows';
import { until } from '../../apps/dev/src/play/api-client.js';
import { COURSES, isIntact, takeThrough, type Course } from '../support/faults-cases.js';
import { makePatient, Troubles } from '../support/faults-client.js';
import { FaultStack } from '../support/faults.js';
import type { Story } from '../support/story.js';
import { World } from '../support/world.js';

const CASES = 20;

/** Twenty cases on their way at once, while one part after the other is killed under them. */
describe('a crash in mid-journey', () => {
  let stack: FaultStack;
  let world: World;
  let database: Client;
  const troubles = new Troubles();
  const plan: readonly Course[] = Array.from(
    { length: CASES },
    (_, n) => COURSES[n % COURSES.length] as Course,
  );
  let played: Promise<Story>[] = [];
  let stories: Story[] = [];

  beforeAll(async () => {
    stack = await FaultStack.start({ apiEnv: { COMMAND_WAIT_MS: '1000' } });
    world = await World.open(stack.at);
    const patient = makePatient(world, troubles);
    played = plan.map((course) => takeThrough(world, course, patient));
    for (const one of played) one.catch(() => undefined); // looked at when all parts are up again
  });
  afterAll(async () => {
    troubles.over = true;
    await world?.close().catch(() => undefined);
    await database?.end();
    await stack?.close();
  });

  /** All cases, once all were played: what is said of none proves nothing. */
  const all = (): readonly Story[] => {
    if (stories.length !== CASES) throw new Error('not all cases were played');
    return stories;
  };
  const acknowledged = (): number =>
    [...world.parties.costs.acknowledged.values()].reduce((sum, ids) => sum + ids.length, 0);
  /** However slowly it counts: it fails when nothing at all is counted any more. */
  const counts = async (count: () => number, more: number): Promise<void> => {
    for (let [now, goal] = [count(), count() + more]; now < goal;) {
      const before = now;
      now = await until(
        async () => count(),
        (seen) => seen > before,
      );
    }
  };
  /** So many more decisions than now are acknowledged. */
  const goesOn = (more: number): Promise<void> => counts(acknowledged, more);
  /** So many more troubles of these kinds than now: the crash was felt. */
  const isFelt = (more: number, ...kinds: string[]): Promise<void> =>
    counts(() => kinds.reduce((sum, kind) => sum + troubles.count(kind), 0), more);

  it('of the worker makes callers wait, and then it goes on', async () => {
    await goesOn(40);
    await stack.kill9('worker');
    await isFelt(5, '202');
    await stack.restart('worker');
    await goesOn(30);
  });

  it('of the API makes callers ask again, and then it goes on', async () => {
    await stack.kill9('api');
    await isFelt(10, 'connection');
    await stack.restart('api');
    await goesOn(30);
  });

  it('of the Temporal server is told with 503, and then it goes on', async () => {
    await stack.kill9('temporal');
    await isFelt(10, 'temporal-unavailable');
    await stack.restart('temporal');
    await goesOn(30);
  });

  it('of PostgreSQL is told with 503, and then it goes on', async () => {
    await stack.kill9('postgres');
    await isFelt(10, 'database-unavailable');
    await stack.restart('postgres');
    await goesOn(30);
  });

  it('loses no case: each comes to where its plan leads', async () => {
    stories = await Promise.all(played);
    const ends = await Promise.all(stories.map((story) => story.see()));
    expect(ends).toMatchObject(plan.map(({ ending }) => ending));
  });

  it('loses no acknowledged command and doubles none: the journal has each exactly once, and no other', async () => {
    database = new Client({ connectionString: stack.at.databaseUrl });
    await database.connect();
    const sql = `select command_id as id from journal_entry where qualification_id = $1
      and payload::jsonb->'actor' <> '"system"'::jsonb order by command_id`;
    for (const { id } of all()) {
      const { rows } = await database.query<{ id: string }>(sql, [id]);
      expect(rows.map((row) => row.id)).toEqual([...(world.parties.costs.acknowledged.get(id) ?? [])].sort());
    }
    const open = await database.query(`select id from command where status = 'pending'`);
    expect(open.rows).toEqual([]);
  });

  it('leaves every chain whole', async () => {
    expect(await Promise.all(all().map(isIntact))).toEqual(all().map(() => true));
  });

  it('loses no workflow, and makes none forget what it had decided', async () => {
    for (const [n, { id }] of all().entries()) {
      const running = plan[n]?.ending.over ? 'COMPLETED' : 'RUNNING';
      await until(
        () => world.workflowStatus(id),
        (status) => status === running,
      );
      const { events } = await world.temporal.workflow.getHandle(workflowIdOf(id)).fetchHistory();
      const failed = events?.map((event) => event.workflowTaskFailedEventAttributes?.failure?.message);
      expect(failed?.filter(Boolean)).toEqual([]);
    }
  });

  it('leaves deadlines at work: each rejected case ends when its cooling-off does', async () => {
    const rejected = all().filter((_story, n) => plan[n]?.name === 'rejected');
    expect(rejected.length).toBeGreaterThan(1);
    const passed = await Promise.all(
      rejected.map(({ id }) => world.pass(id, { days: COOLING_OFF.rejectedDays + 1 })),
    );
    expect(passed).toEqual(rejected.map(() => 'ended'));
  });
});
