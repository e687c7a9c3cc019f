import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { goOnSite, reaches } from '../../apps/dev/src/play/roles.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

interface Plan {
  readonly toAsk: readonly string[];
  readonly credited: readonly { itemId: string; scheme: string; from: string; until: string }[];
  readonly reports: readonly { id: string; phase: string }[];
  readonly samples: { interviews: { workers: number }; payroll: { records: number } };
  readonly effort: { hours: { whole: number; residual: number; saved: number } };
}
interface Score {
  readonly initial: { grade: string } | null;
  readonly current: { grade: string; total: number } | null;
  readonly breakdown: {
    readonly unrounded: number;
    readonly limits: readonly string[];
    readonly lost: readonly { itemId: string; reason: string; restoredBy: string; lost: number }[];
    readonly credited: readonly { itemId: string }[];
  } | null;
  readonly corrections: readonly { itemId: string; was: string; value: string; by?: string[] }[];
}
interface WhatIf {
  readonly current: { grade: string } | null;
  readonly paths: readonly { grade: string; steps: readonly { itemId: string; help?: string }[] }[];
  readonly open: readonly { itemId: string }[];
  readonly chosen: { grade: string; total: number; items: readonly string[] } | null;
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const NOT_TOLD = { initial: null, current: null, breakdown: null, corrections: [] };
const WEAK = { 'BL-01': 'nonconform', 'CD-01': 'nonconform' } as const;
const NOTE = 'Seen on the floor and discussed with the owner on the day.';

describe('the score of a case, from a report of another scheme to a correction', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  const get = <T>(part: string, api = story.supplier): Promise<T> => api.get<T>(story.path + part);
  const status = async (token: string, part: string): Promise<number> =>
    (await raw('GET', story.path + part, { token })).status;

  it('credits a report that the supplier hands in and an officer has verified, and plans what is left', async () => {
    const { officer, auditor } = world.parties;
    const report = { id: 'r1', scheme: 'SMETA', number: 'S-1', reportedOn: daysAgo(60), issuer: 'A body' };
    await story.supplier.put(`${story.path}/sections/external-reports`, { reports: [report] });
    await story.accept();
    const before = await get<Plan>('/audit/plan');
    expect(before).toMatchObject({ credited: [], reports: [{ id: 'r1', phase: 'submitted' }] });
    const confirm = { type: 'confirm-external-report', reportId: 'r1' } as const;
    await expect(story.supplier.ask(story.id, confirm)).rejects.toMatchObject({ status: 403 });
    await officer.api.ask(story.id, confirm);
    const plan = await get<Plan>('/audit/plan');
    expect(plan.credited.length).toBeGreaterThan(10);
    expect(plan.credited[0]).toMatchObject({ scheme: 'SMETA', from: report.reportedOn });
    expect(plan.toAsk.length + plan.credited.length).toBe(before.toAsk.length);
    expect(plan.samples).toMatchObject({ interviews: { workers: 10 }, payroll: { records: 30 } });
    expect(plan.effort.hours.residual).toBeLessThan(before.effort.hours.residual);
    expect(await status(auditor.token, '/audit/plan')).toBe(404);
  });

  it('leaves credited items out of the audit, and tells the supplier nothing before the review', async () => {
    const { auditor, officer } = world.parties;
    await goOnSite(world.parties, story.applicant, story.id);
    const { toAsk, credited } = await get<Plan>('/audit/plan', auditor.api);
    type Checklist = { checklist: { id: string; credited?: object }[] };
    const { checklist } = await get<Checklist>('/audit', auditor.api);
    expect(checklist.filter((item) => item.credited).map((item) => item.id)).toEqual(
      credited.map((c) => c.itemId),
    );
    for (const item of toAsk) {
      const value = WEAK[item as keyof typeof WEAK] ?? 'conform';
      const answer = { value, note: NOTE, evidence: [randomUUID()] };
      await auditor.api.put(`${story.path}/audit/answers/${item}`, answer);
    }
    await auditor.api.ask(story.id, { type: 'submit-audit' });
    await reaches(world.parties, story.id, 'review');
    expect(await get<Score>('/score')).toMatchObject(NOT_TOLD);
    expect(await get<WhatIf>('/what-if')).toMatchObject({ current: null, paths: [] });
    const { breakdown } = await get<Score>('/score', officer.api);
    expect(breakdown?.credited.map(({ itemId }) => itemId)).toEqual(credited.map((c) => c.itemId));
  });

  it('says why each point is lost and what the cheapest way to a better grade is', async () => {
    const { reviewer, mill } = world.parties;
    await reviewer.api.ask(story.id, { type: 'require-corrective-actions' });
    const { current, breakdown } = await get<Score>('/score');
    expect(current).toMatchObject({ grade: 'D' });
    expect(breakdown).toMatchObject({
      limits: ['open-criticals'],
      lost: [
        { itemId: 'BL-01', reason: 'not-met', restoredBy: 'corrective-action' },
        { itemId: 'CD-01', reason: 'not-met' },
      ],
    });
    const lost = breakdown?.lost.reduce((sum, one) => sum + one.lost, 0) ?? 0;
    expect(100 - lost).toBeCloseTo(breakdown?.unrounded ?? 0, 1);
    const { paths } = await get<WhatIf>('/what-if?grade=C');
    expect(paths).toMatchObject([{ grade: 'C', steps: [{ itemId: 'BL-01', help: 'registration-desk' }] }]);
    const chosen = await get<WhatIf>('/what-if?closed=CD-01,BL-01,ZZ-01');
    expect(chosen.chosen).toMatchObject({ grade: 'A', total: 100 });
    expect(chosen.chosen?.items.toSorted()).toEqual(['BL-01', 'CD-01']);
    expect(chosen.open.map(({ itemId }) => itemId).toSorted()).toEqual(['BL-01', 'CD-01']);
    expect((await get<WhatIf>('/what-if')).chosen).toBeNull();
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill.organisationId });
    const { token, api } = mill.requester;
    expect(await status(token, '/what-if')).toBe(403);
    expect(await status(token, '/audit/corrections')).toBe(403);
    expect(await get<Score>('/score', api)).toMatchObject({ current: { grade: 'D' }, breakdown: null });
    expect(await status(world.parties.brand.requester.token, '/score')).toBe(404);
    expect(
      (await raw('GET', `${story.path}/what-if?grade=F`, { token: story.applicant.member.token })).status,
    ).toBe(422);
    expect(await status(story.applicant.member.token, '/what-if?closed=')).toBe(422);
  });

  it('is corrected by two people, and the answer stays as it was submitted', async () => {
    const { auditor, reviewer } = world.parties;
    const path = `${story.path}/audit/corrections/BL-01`;
    const correction = {
      value: 'conform',
      code: 'evidence-overlooked',
      reason: 'The register was shown',
      evidence: [randomUUID()],
    };
    await expect(story.supplier.put(path, correction)).rejects.toMatchObject({ status: 403 });
    await expect(auditor.api.put(path, { ...correction, code: 'because' })).rejects.toMatchObject({
      status: 422,
    });
    await auditor.api.put(path, correction);
    await auditor.api.ask(story.id, { type: 'propose-corrections', items: ['BL-01'] });
    await expect(auditor.api.put(path, correction, 1)).rejects.toMatchObject({ status: 409 });
    const accept = { type: 'accept-correction', itemId: 'BL-01' } as const;
    await expect(auditor.api.ask(story.id, accept)).rejects.toMatchObject({ status: 403 });
    expect((await get<Score>('/score')).corrections).toEqual([]);
    await reviewer.api.ask(story.id, accept);
    const told = await get<Score>('/score');
    expect(told).toMatchObject({ initial: { grade: 'D' }, current: { grade: 'A' } });
    expect(told.corrections).toMatchObject([{ itemId: 'BL-01', was: 'nonconform', value: 'conform' }]);
    expect(told.corrections[0]).not.toHaveProperty('by');
    const seen = await get<Score>('/score', reviewer.api);
    expect(seen.corrections[0]?.by).toEqual([auditor.personId, reviewer.personId]);
    type Answers = { items: { item: string; content: { value: string } }[] };
    const { items } = await get<Answers>('/audit/answers', auditor.api);
    expect(items.find(({ item }) => item === 'BL-01')?.content.value).toBe('nonconform');
    expect(Object.keys((await story.see()).correctiveActions)).toEqual(['CD-01']);
    expect(await story.faults()).toEqual([]);
  });
});
