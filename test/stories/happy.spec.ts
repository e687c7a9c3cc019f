import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { fillIn } from '../../apps/dev/src/play/supplier.js';
import { Story, writeScope } from '../support/story.js';
import { refusal, World } from '../support/world.js';

describe('a supplier on the long way to its qualification', () => {
  let world: World;
  let story: Story;
  let pilotId: string;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  it('submits what is complete, and nothing before', async () => {
    const submit = () => story.supplier.ask(story.id, { type: 'submit-application' });
    const early = await refusal(submit());
    expect(early).toMatchObject({ status: 409, code: 'application-incomplete' });
    expect(early.items).toEqual(
      expect.arrayContaining(['profile.legalName', 'declaration.truthful', 'tax.tin']),
    );
    await fillIn(story.applicant, story.id);
    await submit();
    expect(await story.see()).toMatchObject({ stage: 'application', substate: 'submitted' });
  });

  it('answers what the office asks, and may not accept itself', async () => {
    const { officer } = world.parties;
    const items = ['profile.workers'];
    await officer.api.ask(story.id, { type: 'request-information', items, note: 'Please count again.' });
    expect((await story.supplier.case(story.id)).informationItems).toEqual(items);
    await story.supplier.ask(story.id, { type: 'resubmit-application' });
    expect(await refusal(story.supplier.ask(story.id, { type: 'accept-application' }))).toEqual({
      status: 403,
      code: 'role-not-allowed',
    });
    await roles.accept(world.parties, story.id);
    expect(await story.see()).toMatchObject({ stage: 'assessment', substate: 'running' });
  });

  it('is audited, and passes only when its critical finding is corrected and verified', async () => {
    const { reviewer, otherAuditor, auditor } = world.parties;
    await roles.audit(world.parties, story.applicant, story.id, { 'HS-03': 'nonconform' });
    expect(await story.reaches('review')).toMatchObject({ audit: { current: { grade: 'D' } } });
    const pass = () => reviewer.api.ask(story.id, { type: 'pass-review' });
    expect(await refusal(pass())).toEqual({ status: 409, code: 'grade-too-low' });
    expect(await refusal(otherAuditor.api.case(story.id))).toEqual({ status: 404, code: 'not-found' });
    await reviewer.api.ask(story.id, { type: 'require-corrective-actions' });
    const hasty = auditor.api.ask(story.id, {
      type: 'verify-corrective-action',
      correctiveActionId: 'HS-03',
    });
    expect(await refusal(hasty)).toEqual({
      status: 409,
      code: 'corrective-action-not-submitted',
      items: ['HS-03'],
    });
    expect(await roles.correct(world.parties, story.applicant, story.id)).toEqual(['HS-03']);
    await pass();
    expect(await story.see()).toMatchObject({ stage: 'pilot-order', substate: 'ready' });
  });

  it('makes a pilot order whose rejected lot is reworked once and inspected harder', async () => {
    const { mill } = world.parties;
    const place = mill.requester.api.ask(story.id, { type: 'place-pilot', pilotId: story.id });
    expect(await refusal(place)).toEqual({ status: 404, code: 'not-found' });
    pilotId = await roles.placePilot(story.applicant, story.id, mill);
    const judge = (lot: number, major: number) =>
      roles.deliverAndJudge(story.applicant, story.id, mill, { pilotId, lot, major });
    await judge(1, 1);
    await judge(2, 40);
    expect((await story.see()).pilots[pilotId]?.lots[1]).toMatchObject({
      phase: 'rejected',
      reworked: false,
    });
    await mill.requester.api.ask(story.id, { type: 'request-rework', pilotId, lot: 2 });
    await judge(2, 0);
    const pilot = (await story.see()).pilots[pilotId];
    expect(pilot).toMatchObject({
      phase: 'accepted',
      lots: [{}, { reworked: true, inspection: 'tightened' }],
    });
  });

  it('is approved by two persons of a buyer, never by one alone', async () => {
    const { mill } = world.parties;
    const both = await registryOf(world.parties).member(
      mill.organisationId,
      'Both',
      'buyer-requester',
      'buyer-approver',
    );
    const approve = { type: 'approve', conditional: true } as const;
    expect(await refusal(mill.approver.api.ask(story.id, approve))).toEqual({
      status: 409,
      code: 'not-recommended',
    });
    await writeScope(story.id, mill);
    await both.api.ask(story.id, { type: 'recommend-approval' });
    expect(await refusal(both.api.ask(story.id, approve))).toEqual({ status: 403, code: 'same-person' });
    await mill.approver.api.ask(story.id, approve);
    expect(await story.see()).toMatchObject({ stage: 'qualified', over: false });
  });

  it('leaves a journal that is whole and tells each decision once', async () => {
    const rows = await story.journal();
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_row, index) => index + 1));
    const asked = rows.map(({ entry }) => entry.command);
    expect(asked.filter((command) => command === 'approve')).toHaveLength(1);
    expect(asked[0]).toBe('open');
    expect(rows.filter(({ entry }) => entry.command === 'submit-audit')[0]?.entry.reliedOn).toMatchObject([
      { paper: 'audit' },
    ]);
    expect(await story.faults()).toEqual([]);
    expect(JSON.stringify(rows)).not.toMatch(/count again|Nobody was named|Threadline|Sokha/);
  });
});
