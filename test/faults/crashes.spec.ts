import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../apps/dev/src/play/api-client.js';
import { COURSES, takeThrough, type Course } from '../support/faults-cases.js';
import { makePatient, Troubles } from '../support/faults-client.js';
import { FaultStack } from '../support/faults.js';
import type { Story } from '../support/story.js';
import { World } from '../support/world.js';

const CASES = 20;

/** Twenty cases on their way at once, while one part after the other is killed under them. */
describe('a crash in mid-journey', () => {
  let stack: Awaited<ReturnType<typeof FaultStack.start>>;
  let world: World;
  const troubles = new Troubles();
  const plan: readonly Course[] = Array.from({ length: CASES }, (_, n) => COURSES[n % COURSES.length] as Course);
  let played: Promise<Story>[] = [];
  let stories: Story[] = [];

  beforeAll(async () => {
    stack = await FaultStack.start({ apiEnv: { COMMAND_WAIT_MS: '1000' } });
    world = await World.open(stack.at);
    const patient = makePatient(world, troubles);
    played = plan.map((course) => takeThrough(world, course, patient));
    for (const one of played) one.catch(() => undefined); // looked at below
  }, 60_000);
  afterAll(async () => {
    troubles.over = true;
    await world?.close().catch(() => undefined);
    await stack?.close();
  }, 30_000);

  const acknowledged = (): number =>
    [...world.parties.costs.acknowledged.values()].reduce((sum, ids) => sum + ids.length, 0);
  /** So many more decisions than now are acknowledged. */
  const goesOn = (more: number): Promise<number> => {
    const goal = acknowledged() + more;
    return until(
      async () => acknowledged(),
      (now) => now >= goal,
      60_000,
    );
  };
  /** So many more troubles of these kinds than now: the crash was felt. */
  const isFelt = (more: number, ...kinds: string[]): Promise<unknown> => {
    const felt = (): number => kinds.reduce((sum, kind) => sum + troubles.count(kind), 0);
    const goal = felt() + more;
    return until(
      async () => felt(),
      (now) => now >= goal,
    );
  };

  it('of the worker makes callers wait, and then it goes on', async () => {
    await goesOn(40);
    await stack.kill9('worker');
    await isFelt(5, '202');
    await stack.restart('worker');
    await goesOn(30);
  }, 60_000);

  it('of the API makes callers ask again, and then it goes on', async () => {
    await stack.kill9('api');
    await isFelt(10, 'connection');
    await stack.restart('api');
    await goesOn(30);
  }, 60_000);

  it('of the Temporal server is told with 503, and then it goes on', async () => {
    await stack.kill9('temporal');
    await isFelt(10, 'temporal-unavailable');
    await stack.restart('temporal');
    await goesOn(30);
  }, 60_000);

  it('of PostgreSQL is told with 503, and then it goes on', async () => {
    await stack.kill9('postgres');
    await isFelt(10, 'database-unavailable', '202');
    await stack.restart('postgres');
    await goesOn(30);
  }, 60_000);

  it('loses no case: each comes to the end that was planned for it', async () => {
    stories = await Promise.all(played);
    const ends = await Promise.all(stories.map((story) => story.see()));
    expect(ends).toMatchObject(plan.map(({ ending }) => ending));
    console.log(`troubles: ${JSON.stringify(troubles.all)}, decisions: ${acknowledged()}`);
  }, 120_000);
});
