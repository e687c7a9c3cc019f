import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

type Checks = {
  items: {
    kind: string;
    verdict: string;
    hits: { id: string; status: string }[];
    lastRun: { sourceVersion: string; explanation: { code: string }[] } | null;
  }[];
};
const sanctions = async (story: Story, reader = story.world.parties.officer.api) =>
  (await reader.get<Checks>(`${story.path}/compliance-checks`)).items.find(
    ({ kind }) => kind === 'sanctions',
  );
const HIT = 'f'.repeat(64);
/** A hit means somebody else; a second officer agrees. */
const clear = (hit: string) =>
  ({ type: 'clear-hit', check: 'sanctions', hit, reason: 'other-birth-date', note: 'Born 1990.' }) as const;
const agree = (hit: string) => ({ type: 'confirm-clearing', check: 'sanctions', hit }) as const;
const failure = {
  type: 'resolve-check',
  check: 'sanctions',
  verdict: 'FAIL',
  note: 'Same register number.',
} as const;
const confirm = { type: 'confirm-check-failure', check: 'sanctions' } as const;

/** Nobody passes over a hit, and no supplier has a say in it. */
async function refusals(story: Story, hit: string): Promise<void> {
  const { officer } = story.world.parties;
  const rerun = story.supplier.ask(story.id, { type: 'rerun-check', check: 'sanctions' });
  expect(await refusal(rerun)).toEqual({ status: 403, code: 'role-not-allowed' });
  const cleared = story.supplier.ask(story.id, clear(hit));
  expect(await refusal(cleared)).toEqual({ status: 403, code: 'role-not-allowed' });
  const past = officer.api.ask(story.id, { ...failure, verdict: 'PASS' });
  expect(await refusal(past)).toEqual({ status: 409, code: 'hits-open', items: ['sanctions'] });
  const other = officer.api.ask(story.id, clear(HIT));
  expect(await refusal(other)).toEqual({ status: 409, code: 'hit-unknown', items: [HIT] });
}

describe('a name on a sanctions list', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
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
  });

  it('of an owner, though misspelt, holds the case until two officers have cleared it, and is remembered', async () => {
    const { officer, secondOfficer } = world.parties;
    const story = await (await Story.open(world, { owner: 'Veasnapixh Rattanakiri Test' })).accept();
    const found = await sanctions(story);
    expect(found).toMatchObject({ verdict: 'POTENTIAL', lastRun: { explanation: [{ code: 'list-hit' }] } });
    expect(found?.lastRun?.sourceVersion).toMatch(/OFAC-SDN@.*\+model@/);
    expect(found?.hits).toMatchObject([
      {
        ...{ subject: 'owner:o1', band: 'potential', status: 'open', officers: 2, list: 'OFAC-SDN' },
        match: { name: 'VEASNAPICH, Rattanakiri Test', reasons: [{ code: 'spelling-differs' }] },
      },
    ]);
    const told = await sanctions(story, story.supplier);
    expect(told).toMatchObject({
      hits: [],
      lastRun: { explanation: [{ code: 'officer-looks', params: {} }] },
    });
    const [{ id: hit = '' } = {}] = found?.hits ?? [];
    await refusals(story, hit);
    await officer.api.ask(story.id, clear(hit));
    expect(await refusal(officer.api.ask(story.id, agree(hit)))).toEqual({
      status: 403,
      code: 'same-person',
    });
    expect(await story.see()).toMatchObject({
      substate: 'screening',
      ballHolders: [{ what: 'confirm-clearing' }],
    });
    await secondOfficer.api.ask(story.id, agree(hit));
    expect(await story.reaches('running')).toMatchObject({ stage: 'assessment' });
    await officer.api.ask(story.id, { type: 'rerun-check', check: 'sanctions' });
    await story.until(({ checks }) => checks['sanctions']?.verdict === 'PASS');
    expect(await sanctions(story)).toMatchObject({
      ...{ verdict: 'PASS', hits: [{ id: hit, status: 'cleared', reason: 'other-birth-date' }] },
      lastRun: { explanation: [{ code: 'cleared-pair' }] },
    });
    expect(JSON.stringify(await story.journal())).not.toContain('Rattanakiri');
    expect(await story.faults()).toEqual([]);
  });

  it('of nobody in the firm lets the case pass by itself', async () => {
    const story = await (await Story.open(world)).accept();
    expect(await sanctions(story)).toMatchObject({ verdict: 'PASS' });
    expect(await story.see()).toMatchObject({ stage: 'assessment', substate: 'running' });
  });
});

describe('a firm that looks like another one', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
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
  });
});
