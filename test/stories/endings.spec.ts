import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../apps/dev/src/play/api-client.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const DAY = 86_400_000;

describe('the end of a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const completes = (story: Story) =>
    until(
      () => world.workflowStatus(story.id),
      (status) => status === 'COMPLETED',
    );

  it('of a rejected one waits for the fifteen days of its appeal window and the ninety of its cooling-off', async () => {
    const { officer, secondOfficer } = world.parties;
    const story = await (
      await Story.open(world, { name: 'Tonle Example Dyeing Works (TEDW) Company Limited' })
    ).accept();
    await officer.api.ask(story.id, { type: 'propose-rejection', reason: 'forged-document' });
    const confirm = { type: 'confirm-rejection' } as const;
    expect(await refusal(officer.api.ask(story.id, confirm))).toEqual({ status: 403, code: 'same-person' });
    await secondOfficer.api.ask(story.id, confirm);
    const { caseTime: rejected } = await story.see();
    await world.pass(story.id, { days: 14.9 });
    expect(await story.see()).toMatchObject({ stage: 'closed', substate: 'rejected', over: false });
    expect(await world.workflowStatus(story.id)).toBe('RUNNING');
    expect(await refusal(Story.renew(world, story.applicant, story.id))).toMatchObject({
      status: 409,
      code: 'cooling-off',
    });
    await world.pass(story.id, { days: 75 });
    expect(await story.see()).toMatchObject({ over: false });
    expect(await world.pass(story.id, { days: 0.2 })).toBe('ended');
    await completes(story);
    expect(await story.see()).toMatchObject({ stage: 'closed', substate: 'rejected', over: true });
    const [closed] = await story.events('appeal-window-closed');
    expect(Math.abs(Date.parse(closed?.at ?? '') - Date.parse(rejected) - 15 * DAY)).toBeLessThan(60_000);
    expect(await story.faults()).toEqual([]);
  });

  it('of a qualified one comes after real months, with reminders 90, 60, 30 and 7 days before', async () => {
    const story = await (await Story.open(world)).qualified();
    const { validUntil, approvals } = await story.see();
    const until = validUntil ?? '';
    const approvedUntil = Object.values(approvals)[0]?.validUntil ?? '';
    expect((Date.parse(until) - Date.now()) / DAY).toBeGreaterThan(729);

    await world.passUntil(story.id, new Date(Date.parse(until) - DAY / 2).toISOString());
    expect(await story.see()).toMatchObject({ stage: 'qualified', substate: 'requalifying', over: false });
    expect(await world.pass(story.id, { days: 1 })).toBe('ended');
    await completes(story);
    expect(await story.see()).toMatchObject({ stage: 'closed', substate: 'lapsed', over: true });

    const reminders = await story.events('reminder-due');
    const before = (deadline: string, end: string) =>
      reminders
        .filter(({ params }) => String(params['deadline']).startsWith(deadline))
        .map(({ at }) => Math.round((Date.parse(end) - Date.parse(at)) / DAY));
    expect(before('validity', until)).toEqual([90, 60, 30, 7]);
    expect(before('approval-end', approvedUntil)).toEqual([60, 30, 7]);
    expect(await story.events('approval-expired')).toHaveLength(1);
    const [lapsed] = await story.events('qualification-lapsed');
    expect(Math.abs(Date.parse(lapsed?.at ?? '') - Date.parse(until))).toBeLessThan(60_000);
    expect(await story.faults()).toEqual([]);
  });

  it('of a conditional one comes after six months with a suspension, until somebody says that it is met', async () => {
    const story = await (await Story.open(world)).qualified(true);
    const { validUntil, caseTime } = await story.see();
    const days = (Date.parse(validUntil ?? '') - Date.parse(caseTime)) / DAY;
    expect(days).toBeGreaterThan(180);
    expect(days).toBeLessThan(185);
    expect(await world.pass(story.id, { days: 186 })).toBe('reached');
    expect(await story.see()).toMatchObject({
      ...{ stage: 'qualified', substate: 'suspended' },
      suspension: { cause: 'condition-overdue' },
    });
  });

  it('is never followed by a case of somebody else', async () => {
    const old = await (await Story.open(world)).qualified();
    const stranger = await Story.open(world);
    const link = stranger.supplier.post('/v1/qualifications', {
      ...(await openBody(stranger)),
      category: 'LABELS',
      previousId: old.id,
    });
    expect(await refusal(link)).toMatchObject({ status: 422, code: 'validation' });
  });
});

const openBody = async ({ applicant, world }: Story) => ({
  supplierId: applicant.supplierId,
  siteId: applicant.siteId,
  category: applicant.profile.category,
  schemeVersionId: world.parties.schemeVersionId,
});
