import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CaseStore, openDatabase, type Database } from '#persistence';
import { workflowIdOf } from '#workflows';
import { until } from '../apps/dev/src/play/api-client.js';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

describe('a case that PostgreSQL holds further than its workflow knows', () => {
  let world: World;
  let db: Database;
  beforeAll(async () => {
    world = await World.open();
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 2 });
  });
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  const row = async (id: string) => {
    const [found] = await world.rows(`select next_step_at, updated_at from qualification where id = $1`, [
      id,
    ]);
    return found as { next_step_at: Date; updated_at: Date };
  };
  /** As after a reading of the clock that was due an hour ago and never came. */
  const missReading = (id: string) =>
    world.rows(
      `update qualification set next_step_at = now() - interval '1 hour', updated_at = now() - interval '1 hour' where id = $1`,
      [id],
    );

  it('has its checks run although no history knows of the decision that wants them', async () => {
    const story = await (await Story.open(world)).submit();
    const { personId } = world.parties.officer;
    // What is left when the server dies between the worker's commit and the end of the workflow's task.
    const { result } = await new CaseStore(db).commit({
      ...{ qualificationId: story.id, commandId: randomUUID(), command: { type: 'accept-application' } },
      by: { personId, organisationId: world.parties.office.organisationId },
      occurredAt: new Date().toISOString(),
    });
    expect(result).toMatchObject({ outcome: 'done' });
    const { checks } = await story.see();
    expect(Object.values(checks).map(({ verdict }) => verdict)).toContain('PENDING');
    await until(
      () => story.see(),
      (seen) => Object.values(seen.checks).every(({ verdict }) => verdict !== 'PENDING'),
    );
    expect(await story.faults()).toEqual([]);
  });

  it('has its clock read; one whose workflow is lost is left to the office', async () => {
    const [lost, well] = [await Story.open(world), await Story.open(world)];
    const due = (await row(well.id)).next_step_at;
    await world.temporal.workflow.getHandle(workflowIdOf(lost.id)).terminate();
    await missReading(lost.id);
    const missed = await row(lost.id);
    const nudged = async (): Promise<void> => {
      await missReading(well.id);
      await until(
        () => row(well.id),
        (seen) => seen.next_step_at.getTime() === due.getTime(),
      );
    };
    await nudged();
    await nudged(); // in this round, or the one before, the lost one was looked at too
    expect(await row(lost.id)).toEqual(missed);
  });
});
