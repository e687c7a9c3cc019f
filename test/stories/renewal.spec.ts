import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as roles from '../../apps/dev/src/play/roles.js';
import { sectionsOf } from '../../apps/dev/src/play/supplier.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const DAY = 86_400_000;
type Section = { item: string; content: Record<string, unknown>; version: number };

describe('the next term of a qualification', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 30_000);
  afterAll(() => world.close());

  const sections = async (story: Story): Promise<Readonly<Record<string, Section>>> => {
    const { items } = await story.supplier.get<{ items: Section[] }>(`${story.path}/sections`);
    return Object.fromEntries(items.map((section) => [section.item, section]));
  };

  it('is a linked case with what was known, a smaller audit and no new pilot order, beside the old one', async () => {
    const { mill, reviewer } = world.parties;
    const old = await (await Story.open(world)).decision();
    await roles.approve(old.id, mill, false, 23);
    const { validUntil, seq } = await old.see();
    const end = Date.parse(validUntil ?? '');
    const tooEarly = await refusal(Story.renew(world, old.applicant, old.id));
    expect(tooEarly).toMatchObject({ status: 409, code: 'renewal-too-early' });
    expect(Date.parse(tooEarly.items?.[0] ?? '')).toBe(end - 90 * DAY);

    await world.passUntil(old.id, new Date(end - 89 * DAY).toISOString());
    const requalifying = await old.see();
    expect(requalifying).toMatchObject({ stage: 'qualified', substate: 'requalifying' });
    const [opened] = await old.events('requalification-opened');
    expect(Math.abs(Date.parse(opened?.at ?? '') - (end - 90 * DAY))).toBeLessThan(60_000);

    const next = await Story.renew(world, old.applicant, old.id);
    expect(await next.see()).toMatchObject({
      previousId: old.id,
      stage: 'application',
      renewal: { audit: null },
    });
    expect(await refusal(Story.renew(world, old.applicant, old.id))).toMatchObject({ code: 'already-open' });
    // Its clock is as far on as that of the old case; nobody waits two years for it.
    await world.pass(next.id, { hours: (Date.parse(requalifying.caseTime) - Date.now()) / 3_600_000 });

    // Filled in from the old case, the declaration aside; what is personal is sealed under keys of its own.
    const [before, filled] = [await sections(old), await sections(next)];
    expect(Object.keys(filled).sort()).toEqual(
      Object.keys(before)
        .filter((s) => s !== 'declaration')
        .sort(),
    );
    for (const [section, { content }] of Object.entries(filled))
      expect(content).toEqual(before[section]?.content);
    const keys = await world.rows<{ old: number; shared: number }>(
      `select count(*)::int as old, count(*) filter (where id in (select id from subject_key where qualification_id = $2))::int as shared
         from subject_key where qualification_id = $1`,
      [next.id, old.id],
    );
    expect(keys).toEqual([{ old: 2, shared: 0 }]);
    expect(await refusal(next.supplier.ask(next.id, { type: 'submit-application' }))).toMatchObject({
      code: 'application-incomplete',
    });
    const { declaration, tax } = sectionsOf(old.applicant);
    const year = new Date(requalifying.caseTime).getUTCFullYear();
    await next.supplier.put(`${next.path}/sections/declaration`, declaration);
    await next.supplier.put(
      `${next.path}/sections/tax`,
      { ...tax, patentYear: year },
      filled['tax']?.version,
    );
    await next.supplier.ask(next.id, { type: 'submit-application' });
    await roles.accept(world.parties, next.id);

    const planned = await next.see();
    expect(planned.renewal).toMatchObject({ audit: 'delta', carriedFrom: old.id });
    const carried = Object.keys(planned.renewal?.carried ?? {});
    expect(carried.length).toBeGreaterThan(3);
    expect((await next.supplier.case(next.id)).renewal?.carried).toEqual({});
    await next.reaches('running');
    await roles.goOnSite(world.parties, next.applicant, next.id);
    const { api } = world.parties.auditor;
    const notAsked = api.put(`${next.path}/audit/answers/${carried[0]}`, { value: 'conform', evidence: [] });
    expect(await refusal(notAsked)).toMatchObject({ status: 409, code: 'paper-not-open' });
    await roles.answerAll(world.parties, next.id);
    await api.ask(next.id, { type: 'submit-audit' });
    await next.reaches('review');
    await next.supplier.ask(next.id, { type: 'grant-consent', buyerId: mill.organisationId });
    expect((await mill.requester.api.case(next.id)).renewal?.carried).toEqual({});
    await reviewer.api.ask(next.id, { type: 'renew' });

    const renewed = await next.see();
    expect(renewed).toMatchObject({ stage: 'qualified', substate: 'full', grade: 'A', pilots: {} });
    expect(Date.parse(renewed.validUntil ?? '')).toBeGreaterThan(end + 600 * DAY);
    expect(Object.keys((await mill.requester.api.case(next.id)).renewal?.carried ?? {})).toEqual(carried);
    expect(renewed.approvals[mill.organisationId]?.phase).toBe('open');
    await roles.approve(next.id, mill);
    expect((await next.see()).approvals[mill.organisationId]?.phase).toBe('approved');
    expect(await next.faults()).toEqual([]);

    const still = await old.see();
    expect(still).toMatchObject({ substate: 'requalifying', validUntil });
    expect(still.seq).toBeGreaterThan(seq);
    expect(await world.pass(old.id, { days: 90 })).toBe('ended');
    expect(await old.see()).toMatchObject({ stage: 'closed', substate: 'lapsed' });
    expect(await next.see()).toMatchObject({ stage: 'qualified' });
  }, 120_000);

  it('is won by an appeal: two people who had no hand in it overturn the decision, and another firm goes on', async () => {
    const { officer, secondOfficer, reviewer, secondReviewer, auditor, otherAuditor } = world.parties;
    const story = await (await Story.open(world)).correcting();
    const appeal = {
      type: 'appeal',
      ground: 'evidence-not-seen',
      note: 'The drill log was on the table.',
    } as const;
    await story.supplier.ask(story.id, appeal);
    const lodged = await story.supplier.case(story.id);
    expect(lodged).toMatchObject({ stage: 'appeal', appeal: { origin: 'CAP_OPEN', effectSuspended: false } });
    expect(lodged.ballHolders.map(({ what }) => what)).toEqual(['appoint-panel']);
    const ask = (member: typeof officer, ...members: (typeof officer)[]) =>
      member.api.ask(story.id, { type: 'appoint-panel', members: members.map(({ personId }) => personId) });
    expect(await refusal(ask(officer, reviewer, secondReviewer))).toEqual({
      status: 403,
      code: 'segregation-of-duties',
      items: [reviewer.personId],
    });
    await ask(officer, secondOfficer, secondReviewer);

    // Twenty working days pass without a word: the office's superiors are told.
    await world.pass(story.id, { days: 40 });
    const late = await story.events('escalated');
    expect(new Set(late.map(({ params }) => params['deadline']))).toEqual(
      new Set([secondOfficer, secondReviewer].map(({ personId }) => `appeal-decision:${personId}`)),
    );
    const vote = { type: 'vote-appeal', result: 'overturned', note: 'The log shows three drills.' } as const;
    expect(await refusal(officer.api.ask(story.id, vote))).toEqual({ status: 403, code: 'not-assigned' });
    await secondOfficer.api.ask(story.id, vote);
    const seen = await story.supplier.get<{ items: { entry: unknown }[] }>(`${story.path}/journal?limit=200`);
    expect(JSON.stringify(seen)).not.toContain('overturned');
    await secondReviewer.api.ask(story.id, vote);

    const decided = await story.supplier.case(story.id);
    expect(decided).toMatchObject({
      stage: 'assessment',
      substate: 'review',
      appeal: null,
      appeals: [{ origin: 'CAP_OPEN', ground: 'evidence-not-seen', result: 'overturned' }],
    });
    const assign = ({ personId, organisationId }: typeof auditor) =>
      officer.api.ask(story.id, { type: 'assign-auditor', auditorId: personId, firmId: organisationId });
    expect(await refusal(reviewer.api.ask(story.id, { type: 'pass-review' }))).toMatchObject({
      code: 'auditor-missing',
    });
    expect(await refusal(assign(auditor))).toMatchObject({ code: 'segregation-of-duties' });
    await assign(otherAuditor);
    expect((await story.see()).audit.auditor).toMatchObject({ personId: otherAuditor.personId });
    expect(await story.faults()).toEqual([]);
  }, 90_000);
});
