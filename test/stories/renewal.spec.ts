import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as roles from '../../apps/dev/src/play/roles.js';
import {
  auditNextTerm,
  comeToRequalification,
  confirmAndSubmit,
  openNextTerm,
  sectionsIn,
} from '../support/next-term.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const DAY = 86_400_000;

describe('the next term of a qualification', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is a linked case with what was known, a smaller audit and no new pilot order, beside the old one', async () => {
    const { mill, reviewer } = world.parties;
    const old = await (await Story.open(world)).decision();
    await roles.approve(old.id, mill, false, 23);
    const { validUntil, seq } = await old.see();
    const end = Date.parse(validUntil ?? '');
    const tooEarly = await refusal(Story.renew(world, old.applicant, old.id));
    expect(tooEarly).toMatchObject({ status: 409, code: 'renewal-too-early' });
    expect(Date.parse(tooEarly.items?.[0] ?? '')).toBe(end - 90 * DAY);

    await comeToRequalification(old);
    const requalifying = await old.see();
    expect(requalifying).toMatchObject({ stage: 'qualified', substate: 'requalifying' });
    const [opened] = await old.events('requalification-opened');
    expect(Math.abs(Date.parse(opened?.at ?? '') - (end - 90 * DAY))).toBeLessThan(60_000);

    const next = await openNextTerm(old);
    expect(await next.see()).toMatchObject({
      previousId: old.id,
      stage: 'application',
      renewal: { audit: null },
    });
    expect(await refusal(Story.renew(world, old.applicant, old.id))).toMatchObject({ code: 'already-open' });

    // Filled in from the old case, the declaration aside; what is personal is sealed under keys of its own.
    const [before, filled] = [await sectionsIn(old), await sectionsIn(next)];
    const compared = 'select kind from interest where qualification_id = $1 order by 1';
    const [were, are] = [await world.rows(compared, [old.id]), await world.rows(compared, [next.id])];
    expect(are).toEqual(were);
    expect(are).toEqual([{ kind: 'address' }, { kind: 'owner' }]);
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
    await confirmAndSubmit(next);

    const planned = await next.see();
    expect(planned.renewal).toMatchObject({ audit: 'delta', carriedFrom: old.id });
    const carried = Object.keys(planned.renewal?.carried ?? {});
    expect(carried.length).toBeGreaterThan(3);
    expect((await next.supplier.case(next.id)).renewal?.carried).toEqual({});
    await auditNextTerm(next);
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
  });

  it('is won by an appeal: two people who had no hand in it overturn the decision, and another firm goes on', async () => {
    const { officer, secondOfficer, reviewer, secondReviewer, auditor, otherAuditor, mill } = world.parties;
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
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill.organisationId });
    expect(await mill.requester.api.case(story.id)).toMatchObject({
      stage: 'appeal',
      appeal: null,
      appeals: [],
    });
    const ask = (member: typeof officer, ...members: (typeof officer)[]) =>
      member.api.ask(story.id, { type: 'appoint-panel', members: members.map(({ personId }) => personId) });
    // One is known from the state of the case, the other from its journal alone.
    expect(await refusal(ask(officer, reviewer, officer))).toEqual({
      status: 403,
      code: 'segregation-of-duties',
      items: [reviewer.personId, officer.personId],
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
  });
});
