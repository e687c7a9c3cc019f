import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until, type Case } from '../../apps/dev/src/play/api-client.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const WITHDRAW = { type: 'withdraw', reason: 'cost' } as const;
const runs = (checks: Case['checks']) => Object.values(checks).some(({ verdict }) => verdict === 'PENDING');
const LISTED = { owner: 'VEASNAPICH, Rattanakiri Test' };

/** Every place where a case can rest, and the way there. */
const PLACES: readonly (readonly [place: string, way: (world: World) => Promise<Story>])[] = [
  ['application/draft', (world) => Story.open(world)],
  ['application/submitted', async (world) => (await Story.open(world)).submit()],
  [
    'application/information-requested',
    async (world) => {
      const story = await (await Story.open(world)).submit();
      await world.parties.officer.api.ask(story.id, { type: 'request-information', items: ['site.address'] });
      return story;
    },
  ],
  ['application/screening', async (world) => (await Story.open(world, LISTED)).accept()],
  ['assessment/running', async (world) => (await Story.open(world)).accept()],
  ['assessment/review', async (world) => (await Story.open(world)).audit()],
  ['assessment/corrective-action', async (world) => (await Story.open(world)).correcting()],
  ['pilot-order/ready', async (world) => (await Story.open(world)).ready()],
  [
    'pilot-order/running',
    async (world) => {
      const story = await (await Story.open(world)).ready();
      await roles.placePilot(story.applicant, story.id, world.parties.mill);
      return story;
    },
  ],
  [
    'pilot-order/inspection',
    async (world) => {
      const story = await (await Story.open(world)).ready();
      const pilotId = await roles.placePilot(story.applicant, story.id, world.parties.mill);
      await story.supplier.ask(story.id, { type: 'deliver-lot', pilotId, lot: 1, quantity: 1200 });
      return story;
    },
  ],
  ['approval/decision', async (world) => (await Story.open(world)).decision()],
  ['qualified/full', async (world) => (await Story.open(world)).qualified()],
  ['qualified/conditional', async (world) => (await Story.open(world)).qualified(true)],
];

describe('a supplier that leaves', () => {
  let world: World;
  let other: Story;
  beforeAll(async () => {
    world = await World.open();
    other = await Story.open(world);
  });
  afterAll(() => world.close());

  it.each(PLACES)('may do so in %s, and nothing of the case waits any more', async (place, way) => {
    const story = await way(world);
    await story.reaches(place.split('/')[1] ?? '');
    const { stage, seq } = await story.until(({ checks }) => !runs(checks));
    expect(stage).toBe(place.split('/')[0]);

    expect(await refusal(other.supplier.ask(story.id, WITHDRAW))).toMatchObject({ status: 404 });
    const reviewer = world.parties.reviewer.api.ask(story.id, WITHDRAW);
    expect(await refusal(reviewer)).toEqual({ status: 403, code: 'role-not-allowed' });

    await story.supplier.ask(story.id, WITHDRAW);
    const seen = await story.see();
    expect(seen).toMatchObject({
      ...{ stage: 'closed', substate: 'withdrawn', closedReason: 'cost', over: true },
      ...{ seq: seq + 1, deadlines: [], ballHolders: [] },
    });
    expect(Object.values(seen.pilots).map(({ phase }) => phase)).not.toEqual(
      expect.arrayContaining(['placed', 'running', 'inspection']),
    );
    expect(Object.values(seen.approvals).every(({ phase }) => phase === 'ended')).toBe(true);
    expect(await refusal(story.supplier.ask(story.id, WITHDRAW))).toEqual({
      status: 409,
      code: 'stage-does-not-allow',
    });
    await until(
      () => world.workflowStatus(story.id),
      (status) => status === 'COMPLETED',
    );
    expect(await story.faults()).toEqual([]);
  });

  it('may have an officer enter it, and the journal marks that for ever', async () => {
    const story = await Story.open(world);
    await world.parties.officer.api.ask(story.id, WITHDRAW);
    expect((await story.journal()).at(-1)?.entry).toMatchObject({ command: 'withdraw', onBehalf: true });
  });

  it('gives one of the reasons of the list', async () => {
    const story = await Story.open(world);
    const ask = { ...WITHDRAW, reason: 'bored' as 'cost' };
    expect(await refusal(story.supplier.ask(story.id, ask))).toEqual({ status: 422, code: 'validation' });
  });
});
