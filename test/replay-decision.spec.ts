import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, replayDecision, type Database, type DecisionReplay } from '#persistence';
import { approve } from '../apps/dev/src/play/roles.js';
import { replay } from '../apps/dev/src/replay-decision.js';
import { Story } from './support/story.js';
import { tamper } from './support/tampering.js';
import { testStack, World } from './support/world.js';

/** The worker runs what was compiled, this spec what was written: to them that is not the same file. */
const changedIn = (again: DecisionReplay | undefined): readonly string[] | undefined =>
  again?.changed.map(({ what }) => what).filter((what) => what !== 'rules');

describe('a decision that is made once more', () => {
  let world: World;
  let db: Database;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 2 });
    story = await Story.open(world);
    // The clock is looked at, and nothing is told of it.
    await world.pass(story.id, { days: 3 });
    await story.correcting();
    await story.correct();
    await story.reaches('review');
    await world.parties.reviewer.api.ask(story.id, { type: 'pass-review' });
    await story.pilot(world.parties.mill);
    await approve(story.id, world.parties.mill);
    await world.pass(story.id, { days: 160 });
  });
  afterAll(async () => {
    await db?.close();
    await world?.close();
  });

  it('comes to the same, entry by entry, from the first to the last', async () => {
    const entries = await story.journal();
    expect(entries.length).toBeGreaterThan(20);
    for (const { seq } of entries) {
      const again = await replayDecision(db, story.id, seq);
      expect(again).toMatchObject({ seq, differs: [] });
      expect(changedIn(again)).toEqual([]);
    }
  });

  it('says on what it stood', async () => {
    const said: string[] = [];
    const taken = (await story.journal()).filter(({ entry }) => entry.command === 'record-checks').at(-1);
    const env = { DATABASE_URL: testStack().runtimeUrl };
    expect(await replay([story.id, String(taken?.seq)], env, (line) => said.push(line))).toBe(0);
    expect(said.join('\n')).toMatch(/scheme .+; rules [0-9a-f]{12}; holidays of/);
    expect(said.join('\n')).toMatch(/check [a-z-]+: application 1/);
    expect(said.at(-1)).toBe('same: it is decided as it was then');
  });

  it('says what differs when a fact that it relied on was changed', async () => {
    const submitted = (await story.journal()).find(({ entry }) => entry.command === 'submit-audit');
    const seq = submitted?.seq ?? 0;
    await tamper(
      world,
      `update fact_revision set content_text = replace(content_text, '"nonconform"', '"conform"')
        where qualification_id = $1 and paper = 'audit' and item = 'HS-03'`,
      [story.id],
    );
    const found = await replayDecision(db, story.id, seq);
    expect(changedIn(found)).toEqual(['facts of audit']);
    expect(found?.differs.map(({ what }) => what)).toEqual(['events']);
    const said: string[] = [];
    const env = { DATABASE_URL: testStack().runtimeUrl };
    expect(await replay([story.id, String(seq)], env, (line) => said.push(line))).toBe(1);
    expect(said.join('\n')).toContain('DIFFERS:');
  });

  it('says so when there is no such entry, or nothing to look at', async () => {
    const env = { DATABASE_URL: testStack().runtimeUrl };
    const said: string[] = [];
    expect(await replay([story.id, '9999'], env, (line) => said.push(line))).toBe(2);
    expect(await replay([story.id], env, (line) => said.push(line))).toBe(2);
    expect(await replay([story.id, '1'], {}, (line) => said.push(line))).toBe(2);
    expect(said[0]).toBe(`case ${story.id} has no entry 9999`);
  });
});
