import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReviewView } from '#contracts';
import type { ApiClient } from '../../apps/dev/src/play/api-client.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

describe('a review', () => {
  let world: World;
  let weak: Story;
  let reviewer: ApiClient;
  beforeAll(async () => {
    world = await World.open();
    reviewer = world.parties.reviewer.api;
    weak = await (await Story.open(world)).audit({ 'HS-03': 'nonconform', 'QM-01': 'partial' });
    await weak.reaches('review');
  });
  afterAll(() => world.close());

  const look = (api = reviewer, story = weak, query = ''): Promise<ReviewView> =>
    api.get(`${story.path}/review${query}`);
  const refusalsOf = ({ decisions }: ReviewView, type: string, reason?: string) =>
    decisions
      .filter((one) => one.type === type && one.reason === reason)
      .flatMap(({ refusals }) => refusals.map(({ code }) => code));

  it('says what the score asks for, and what else may be decided', async () => {
    const seen = await look();
    const { current } = (await weak.see()).audit;
    expect(seen.proposed).toEqual(current);
    expect(seen.decisions.filter(({ fits }) => fits).map(({ type }) => type)).toEqual([
      'require-corrective-actions',
    ]);
    expect(refusalsOf(seen, 'require-corrective-actions')).toEqual([]);
    expect(refusalsOf(seen, 'return-to-auditor')).toEqual([]);
    expect(refusalsOf(seen, 'propose-rejection', 'grade')).toEqual(['grade-too-high']);
    expect(seen).toMatchObject({ zeroTolerance: {}, returns: { used: 0, most: 2 } });
  });

  it('says why not, to whom it may not decide, in the language that was asked for', async () => {
    const seen = await look(world.parties.officer.api, weak, '?language=zh');
    expect(refusalsOf(seen, 'pass-review')).toEqual(['role-not-allowed']);
    const [{ words } = { words: '' }] = seen.decisions[0]?.refusals ?? [];
    expect(words).toMatch(/\p{Script=Han}/u);
  });

  it('drafts what would be to correct, and opens none of it; deciding then opens just that', async () => {
    const { correctiveActions } = await look();
    expect(correctiveActions.map(({ id, severity }) => [id, severity])).toEqual([
      ['QM-01', expect.stringMatching(/major|minor/)],
      ['HS-03', 'critical'],
    ]);
    expect((await weak.see()).correctiveActions).toEqual({});
    await reviewer.ask(weak.id, { type: 'require-corrective-actions' });
    const opened = (await weak.see()).correctiveActions;
    expect(Object.keys(opened).sort()).toEqual(correctiveActions.map(({ id }) => id).sort());
    for (const { id, severity, dueAt } of correctiveActions) {
      expect(opened[id]?.severity).toBe(severity);
      expect(opened[id]?.dueAt.slice(0, 10)).toBe(dueAt.slice(0, 10));
    }
    expect(refusalsOf(await look(), 'pass-review')).toEqual(['stage-does-not-allow']);
  });

  it('of a case without an audit has nothing to say', async () => {
    const draft = await Story.open(world);
    expect(await look(reviewer, draft)).toMatchObject({ proposed: null, correctiveActions: [] });
  });

  it('is the programme office’s, in one statement', async () => {
    const denied = { status: 403, code: 'role-not-allowed' };
    expect(await refusal(look(weak.supplier))).toEqual(denied);
    expect(await refusal(look(world.parties.auditor.api))).toEqual(denied);
    expect(await refusal(look(world.parties.mill.requester.api))).toEqual({ status: 404, code: 'not-found' });
    expect(await reviewer.request('GET', `${weak.path}/review`)).toMatchObject({
      statements: 1 + 5,
      flights: 2,
    });
  });
});
