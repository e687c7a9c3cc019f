import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths } from '#domain';
import { approve } from '../../apps/dev/src/play/roles.js';
import {
  auditNextTerm,
  comeToRequalification,
  confirmAndSubmit,
  openNextTerm,
} from '../support/next-term.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';
import {
  approveAgain,
  changeOwner,
  payPatentTax,
  qualifiedWithCertificate,
  reinstateByTwo,
  renewCertificate,
  rewrite,
  schemeWithCertificate,
  settled,
  suspendByTwo,
} from '../support/years.js';

// One more than 60: a certificate ends with a local day, and by then its first reminder is still to come at any hour.
const CERTIFICATE_DAYS = 61;
/** On the invented list of the development. */
const LISTED = 'VEASNAPICH, Rattanakiri Test';

describe('a qualification in its years', () => {
  let world: World;
  let schemeVersionId: string;
  let story: Story;
  let opened: string;
  let next: Story;
  beforeAll(async () => {
    world = await World.open();
    schemeVersionId = await schemeWithCertificate(world);
    story = await qualifiedWithCertificate(world, CERTIFICATE_DAYS, schemeVersionId);
    opened = (await story.see()).caseTime;
  });
  afterAll(() => world.close());

  const asMill = async (of = story) => {
    const { mill } = world.parties;
    const seen = await mill.approver.api.case(of.id);
    return { suspension: seen.suspension, status: seen.approvals[mill.organisationId]?.status };
  };

  it('is told 60, 30 and 7 days before that a certificate ends, and warned on the day', async () => {
    const { validUntil, deadlines } = await story.see();
    const ends = deadlines.find(({ kind }) => kind === 'certificate')?.dueAt ?? '';
    expect(Date.parse(validUntil ?? '') - Date.parse(ends)).toBe(30 * 86_400_000);
    await world.passUntil(story.id, ends);
    expect(await story.see()).toMatchObject({
      substate: 'full',
      checks: { certificates: { verdict: 'WARN' } },
    });
    const told = (await story.events('reminder-due', 'escalated')).filter(
      ({ params }) => params['deadline'] === 'certificate',
    );
    const days = told.map(({ at }) => Math.round((Date.parse(ends) - Date.parse(at)) / 86_400_000));
    expect(days.map(Math.abs)).toEqual([60, 30, 7, 0]);
  });

  it('becomes conditional when the grace of its certificate is over, and returns by itself with a new one', async () => {
    await world.pass(story.id, { days: 30.01 });
    const seen = await story.see();
    expect(seen).toMatchObject({ stage: 'qualified', substate: 'conditional', conditions: ['certificates'] });
    expect(seen.deadlines.map(({ kind }) => kind)).toContain('condition');
    const back = await renewCertificate(story, 1500);
    expect(back).toMatchObject({ substate: 'full', conditions: [] });
    expect((await story.events('conditions-met')).map(({ params }) => params)).toEqual([
      { reason: 'certificate-renewed' },
    ]);
  });

  it('is approved again by a buyer whose approval ran out, and reviewed at the desk after a year', async () => {
    await approveAgain(story, world.parties.mill, 20);
    expect((await asMill()).status).toMatchObject({ standing: 'approved' });
    const yearly = (await story.see()).deadlines.find(({ kind }) => kind === 'surveillance')?.dueAt ?? '';
    await world.passUntil(story.id, yearly);
    expect((await story.see()).ballHolders.map(({ what }) => what)).toContain('review-surveillance');
    expect((await story.see()).checks).toMatchObject({ 'patent-tax': { verdict: 'FAIL' } });
    expect(await payPatentTax(story)).toMatchObject({ checks: { 'patent-tax': { verdict: 'PASS' } } });
    const { officer } = world.parties;
    await officer.api.ask(story.id, { type: 'conclude-desk-review', outcome: 'keep' });
    expect((await story.see()).ballHolders.map(({ what }) => what)).not.toContain('review-surveillance');
  });

  it('is suspended when two officers confirm that a new owner is on a list, and not before', async () => {
    const { officer, secondOfficer } = world.parties;
    expect(await changeOwner(story, LISTED)).toMatchObject({
      substate: 'full',
      checks: { sanctions: { verdict: 'POTENTIAL' } },
    });
    await officer.api.ask(story.id, { type: 'resolve-check', check: 'sanctions', verdict: 'FAIL' });
    const confirm = { type: 'confirm-check-failure', check: 'sanctions' } as const;
    expect(await refusal(officer.api.ask(story.id, confirm))).toMatchObject({ code: 'same-person' });
    expect((await story.see()).substate).toBe('full');
    await secondOfficer.api.ask(story.id, confirm);
    const seen = await story.see();
    expect(seen).toMatchObject({ substate: 'suspended', suspension: { cause: 'list-hit', step: 'open' } });
    const { suspension, status } = await asMill();
    expect(suspension).toMatchObject({ cause: 'list-hit', since: seen.suspension?.since });
    expect(status).toEqual({ standing: 'suspended', since: seen.suspension?.since, because: 'list-hit' });
  });

  it('is reinstated by two officers when its cause is closed, and counts for a buyer when that says so', async () => {
    const { officer, mill } = world.parties;
    const propose = () => officer.api.ask(story.id, { type: 'propose-reinstatement' });
    expect(await refusal(propose())).toEqual({ status: 409, code: 'cause-open', items: ['sanctions'] });
    await rewrite(story, 'owners', {
      owners: [{ id: 'o1', kind: 'person', name: 'Sokha Example', sharePercent: 100 }],
    });
    await officer.api.ask(story.id, { type: 'rerun-check', check: 'sanctions' });
    await settled(story);
    const { validUntil } = await story.see();
    await reinstateByTwo(story);
    expect(await story.see()).toMatchObject({ substate: 'full', suspension: null, validUntil });
    expect((await asMill()).status).toMatchObject({ standing: 'suspended', because: 'awaits-buyer' });
    await mill.approver.api.ask(story.id, { type: 'confirm-approval' });
    expect((await asMill()).status).toMatchObject({ standing: 'approved' });
    await officer.api.ask(story.id, { type: 'conclude-change', change: 'owner', outcome: 'keep' });
  });

  it('is visited without notice: its supplier and buyers learn of it when it is concluded', async () => {
    const { officer, otherAuditor, reviewer, mill } = world.parties;
    const before = await story.supplier.case(story.id);
    type Accesses = { items: { organisation: { id: string } }[] };
    const readers = async () =>
      (await story.supplier.get<Accesses>(`${story.path}/accesses?limit=100`)).items.map(
        (row) => row.organisation.id,
      );
    type Firms = { items: { id: string }[] };
    const firms = async () =>
      (await story.supplier.get<Firms>('/v1/organisations?kind=audit-firm')).items.map(({ id }) => id);
    const known = await firms();
    expect(known).toHaveLength(1);
    await officer.api.ask(story.id, { type: 'order-surveillance', unannounced: true });
    const visit =
      Object.entries((await story.see()).surveillance).find(([, v]) => v.reason === 'ordered')?.[0] ?? '';
    const { personId: auditorId, organisationId: firmId } = otherAuditor;
    await officer.api.ask(story.id, { type: 'assign-surveillance', visit, auditorId, firmId });
    const { api } = otherAuditor;
    const { checklist } = await api.get<{ checklist: { id: string }[] }>(`${story.path}/audit`);
    const path = `${story.path}/surveillance/${visit}/answers`;
    const answer = { value: 'conform', evidence: ['0190f000-0000-7000-8000-00000000000e'] };
    expect(await refusal(story.supplier.put(`${path}/BL-01`, answer))).toMatchObject({ status: 403 });
    for (const { id } of checklist) await api.put(`${path}/${id}`, answer);
    await api.ask(story.id, { type: 'submit-surveillance', visit });
    const told = await story.supplier.case(story.id);
    expect({ ...told, seq: 0, caseTime: '' }).toEqual({ ...before, seq: 0, caseTime: '' });
    expect(await readers()).not.toContain(firmId);
    expect(await firms()).toEqual(known);
    expect(JSON.stringify(await mill.approver.api.case(story.id))).not.toContain(`"${visit}"`);
    await reviewer.api.ask(story.id, { type: 'conclude-surveillance', visit, outcome: 'keep' });
    expect((await story.supplier.case(story.id)).surveillance).toMatchObject({
      [visit]: { phase: 'concluded', outcome: 'keep' },
    });
    expect(await readers()).toContain(firmId);
    expect(await firms()).toEqual([firmId]);
    // Whoever made the visit did not make the audit.
    const audits = async (firm: string) =>
      (await officer.api.get<{ auditors: object[] }>(`/v1/audit-firms/${firm}/quality`)).auditors;
    expect([(await audits(firmId)).length, (await audits(known[0] ?? '')).length]).toEqual([0, 1]);
    expect(await story.faults()).toEqual([]);
  });

  it('is renewed in a case of its own before it ends, and its buyers confirm it', async () => {
    const { reviewer, mill } = world.parties;
    const { validUntil } = await story.see();
    await comeToRequalification(story);
    expect(await story.see()).toMatchObject({ substate: 'requalifying', validUntil, over: false });
    next = await openNextTerm(story, schemeVersionId);
    await confirmAndSubmit(next);
    await auditNextTerm(next);
    // It got another owner in its years: nothing of the audit before is carried over.
    const { renewal } = await next.see();
    expect(renewal).toMatchObject({ audit: 'full', fullBecause: 'reported-change', carriedFrom: null });
    await next.supplier.ask(next.id, { type: 'grant-consent', buyerId: mill.organisationId });
    await reviewer.api.ask(next.id, { type: 'renew' });
    const renewed = await next.see();
    expect(renewed).toMatchObject({ stage: 'qualified', substate: 'full', pilots: {} });
    expect(renewed.approvals[mill.organisationId]?.phase).toBe('open');
    await approve(next.id, mill, false, 12);
    expect((await next.see()).approvals[mill.organisationId]?.phase).toBe('approved');
  });

  it('stands after thirty months, with everything of its years in two journals that are whole', async () => {
    const until = addMonths(opened, 30);
    expect((await next.see()).caseTime < until).toBe(true);
    await world.passUntil(next.id, until);
    expect(await next.see()).toMatchObject({ stage: 'qualified', substate: 'full', over: false });
    expect((await asMill(next)).status).toMatchObject({ standing: 'approved' });
    expect(await world.pass(story.id, { days: 90 })).toBe('ended');
    expect(await story.see()).toMatchObject({ stage: 'closed', substate: 'lapsed' });
    const years = [
      'qualification-granted',
      'qualification-downgraded',
      'conditions-met',
      'desk-review-concluded',
      'requalification-opened',
    ];
    const told = [...years, 'qualification-suspended', 'qualification-reinstated', 'surveillance-drawn'];
    const types = new Set((await story.events(...told)).map(({ type }) => type));
    expect([...types].sort()).toEqual([...told].sort());
    expect(await story.faults()).toEqual([]);
    expect((await next.events('qualification-renewed')).length).toBe(1);
    expect(await next.faults()).toEqual([]);
  });
});

describe('a suspension whose cause nobody closes', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('ends after ninety days with the revocation, and takes every approval with it', async () => {
    const story = await (await Story.open(world)).qualified();
    await suspendByTwo(story, 'critical-incident');
    await world.pass(story.id, { days: 89.9 });
    expect(await story.see()).toMatchObject({ stage: 'qualified', substate: 'suspended' });
    await world.pass(story.id, { days: 0.2 });
    const seen = await story.see();
    expect(seen).toMatchObject({
      stage: 'closed',
      substate: 'revoked',
      closedReason: 'critical-incident',
      over: false,
    });
    expect(Object.values(seen.approvals)).toMatchObject([{ phase: 'ended', status: { standing: 'ended' } }]);
    expect((await story.events('approval-withdrawn')).length).toBe(1);
    expect(await world.pass(story.id, { days: 16 })).toBe('ended');
    expect(await story.see()).toMatchObject({ substate: 'revoked', over: true });
    expect(await story.faults()).toEqual([]);
  });
});
