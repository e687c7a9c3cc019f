import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

type Checks = {
  items: { kind: string; verdict: string; lastRun: { explanation: { code: string }[] } | null }[];
};
const sanctions = async (story: Story) =>
  (await story.world.parties.officer.api.get<Checks>(`${story.path}/compliance-checks`)).items.find(
    ({ kind }) => kind === 'sanctions',
  );
const failure = {
  type: 'resolve-check',
  check: 'sanctions',
  verdict: 'FAIL',
  note: 'Same register number.',
} as const;
const confirm = { type: 'confirm-check-failure', check: 'sanctions' } as const;

describe('a name on a sanctions list', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 30_000);
  afterAll(() => world.close());

  it('of a firm knocks it out when two officers say so, and no machine or single officer can', async () => {
    const { officer, secondOfficer } = world.parties;
    const story = await (await Story.open(world, { name: 'Blue Lotus Trading Front Co., Ltd.' })).accept();
    expect(await story.see()).toMatchObject({ stage: 'application', substate: 'screening' });
    expect(await sanctions(story)).toMatchObject({
      verdict: 'POTENTIAL',
      lastRun: { explanation: [{ code: 'list-hit' }] },
    });
    const early = secondOfficer.api.ask(story.id, confirm);
    expect(await refusal(early)).toMatchObject({ status: 409, code: 'check-not-awaiting-officer' });
    await officer.api.ask(story.id, failure);
    expect(await story.see()).toMatchObject({ substate: 'screening' });
    expect(await refusal(officer.api.ask(story.id, confirm))).toEqual({ status: 403, code: 'same-person' });
    await secondOfficer.api.ask(story.id, confirm);
    expect(await story.see()).toMatchObject({
      ...{ stage: 'closed', substate: 'rejected', closedReason: 'sanctions', over: false },
    });
    expect(await story.faults()).toEqual([]);
  }, 30_000);

  it('of an owner holds the case until an officer has cleared it', async () => {
    const story = await (await Story.open(world, { owner: 'VEASNAPICH, Rattanakiri Test' })).accept();
    expect(await sanctions(story)).toMatchObject({ verdict: 'POTENTIAL' });
    const rerun = story.supplier.ask(story.id, { type: 'rerun-check', check: 'sanctions' });
    expect(await refusal(rerun)).toEqual({ status: 403, code: 'role-not-allowed' });
    const clear = { type: 'resolve-check', check: 'sanctions', verdict: 'PASS', note: 'Born 1990.' } as const;
    expect(await refusal(story.supplier.ask(story.id, clear))).toEqual({
      status: 403,
      code: 'role-not-allowed',
    });
    await world.parties.officer.api.ask(story.id, clear);
    expect(await story.reaches('running')).toMatchObject({ stage: 'assessment' });
    const again = world.parties.officer.api.ask(story.id, clear);
    expect(await refusal(again)).toMatchObject({ status: 409, code: 'check-not-awaiting-officer' });
  }, 30_000);

  it('of nobody in the firm lets the case pass by itself', async () => {
    const story = await (await Story.open(world)).accept();
    expect(await sanctions(story)).toMatchObject({ verdict: 'PASS' });
    expect(await story.see()).toMatchObject({ stage: 'assessment', substate: 'running' });
  }, 30_000);
});

describe('a firm that looks like another one', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 30_000);
  afterAll(() => world.close());

  it('waits for an officer', async () => {
    const first = await Story.open(world);
    const { name } = first.applicant.profile;
    const second = await (await Story.open(world, { name })).accept();
    const seen = await second.see();
    expect(seen.substate).toBe('screening');
    expect(seen.checks).toMatchObject({
      sanctions: { verdict: 'PASS' },
      duplicate: { verdict: 'POTENTIAL' },
    });
    expect(seen.ballHolders).toMatchObject([{ what: 'resolve-check', subject: 'duplicate' }]);
  }, 30_000);
});
