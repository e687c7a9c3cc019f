import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@temporalio/client';
import { quietLength, readEvents } from '../apps/dev/src/demo/workflow-history.js';
import * as roles from '../apps/dev/src/play/roles.js';
import { Story, writeScope } from './support/story.js';
import { World } from './support/world.js';

interface Cost {
  readonly type: string;
  readonly apiStatements: number;
  readonly events: number;
  readonly timers: number;
}

describe('what a fact and a decision cost', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 30_000);
  afterAll(() => world.close());

  const connection = (): Connection => world.temporal.connection as Connection;
  const timersOf = async (id: string): Promise<number> =>
    (await readEvents(connection(), id)).filter(
      (event) => event.timerStartedEventAttributes || event.timerCanceledEventAttributes,
    ).length;

  /** Every decision that `play` asks for, measured when nothing else of the case is under way. */
  async function measure(play: () => Promise<unknown>): Promise<readonly Cost[]> {
    const { costs } = world.parties;
    const measured: Cost[] = [];
    costs.around = async (id, type, ask) => {
      const [events, timers] = [await quietLength(connection(), id), await timersOf(id)];
      const before = costs.statements.get(id) ?? 0;
      await ask();
      const apiStatements = (costs.statements.get(id) ?? 0) - before;
      const after = await quietLength(connection(), id);
      measured.push({ type, apiStatements, events: after - events, timers: (await timersOf(id)) - timers });
    };
    try {
      await play();
      return measured;
    } finally {
      costs.around = undefined;
    }
  }

  it('an answer is one data statement beside the look-up of the token, and makes no event', async () => {
    const story = await (await Story.open(world)).accept();
    await roles.goOnSite(world.parties, story.applicant, story.id);
    const before = await quietLength(connection(), story.id);
    const { api } = world.parties.auditor;
    const path = `${story.path}/audit/answers/BL-01`;
    for (let version = 0; version < 5; version++) {
      const precondition: Record<string, string> =
        version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
      const sql = world.parties.costs.statements.get(story.id) ?? 0;
      await api.request('PUT', path, { value: 'conform', evidence: [randomUUID()] }, precondition);
      expect((world.parties.costs.statements.get(story.id) ?? 0) - sql).toBe(2);
    }
    expect(await quietLength(connection(), story.id)).toBe(before);
  }, 60_000);

  it('a decision is six events, one more for each timer, two statements in the API and five in the commit', async () => {
    const story = await Story.open(world);
    const measured = await measure(async () => {
      await story.ready();
      await story.pilot(world.parties.mill);
      await writeScope(story.id, world.parties.mill);
      await world.parties.mill.requester.api.ask(story.id, { type: 'recommend-approval' });
      await world.parties.mill.approver.api.ask(story.id, { type: 'approve', conditional: false });
      await story.supplier.ask(story.id, { type: 'withdraw', reason: 'other' });
    });
    expect(measured.length).toBeGreaterThan(12);
    // The acceptance sets off both rounds of checks; the last decision also closes the workflow.
    const alone = measured.filter(({ type }) => type !== 'accept-application' && type !== 'withdraw');
    for (const { type, events, timers } of alone) expect([type, events - timers]).toEqual([type, 6]);
    for (const { type, apiStatements } of measured) expect([type, apiStatements]).toEqual([type, 2]);
    const rows = await world.rows<{ type: string; statements: number }>(
      `select type, statements from command where qualification_id = $1 and organisation_id is not null`,
      [story.id],
    );
    expect(rows.length).toBe(measured.length + 1);
    // The first decision under a scheme version also reads that version, once per worker.
    for (const { type, statements } of rows) {
      expect([type, type === 'open' ? Math.min(statements, 5) : statements]).toEqual([type, 5]);
    }
  }, 120_000);

  it('the checks of an acceptance come back as one command for each round', async () => {
    const story = await (await Story.open(world)).submit();
    const events = await quietLength(connection(), story.id);
    const timers = await timersOf(story.id);
    await roles.accept(world.parties, story.id);
    await story.reaches('running');
    const after = await quietLength(connection(), story.id);
    const rounds = await world.rows<{ n: string }>(
      `select count(*) as n from command where qualification_id = $1 and type = 'record-checks'`,
      [story.id],
    );
    expect(rounds.map(({ n }) => Number(n))).toEqual([2]);
    // The decision, and for each round: activity scheduled, started, completed, a workflow task and the commit's marker.
    expect(after - events - ((await timersOf(story.id)) - timers)).toBeLessThanOrEqual(6 + 2 * 8);
  }, 60_000);
});
