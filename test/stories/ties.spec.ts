import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InterestsView, ShadowAuditPage } from '#contracts';
import { AuditorQualityView } from '#contracts';
import { openDatabase, statement, type Database } from '#persistence';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { inDays } from '../../apps/dev/src/play/roles.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { enterSupplier } from '../../apps/dev/src/play/supplier.js';
import { keyOfCase } from '../support/shadow-draw.js';
import { someFirm, Story } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

const NOTHING = { owners: [], directors: [], addresses: [], accounts: [], consulted: [] };
const OWNER = 'Nary Veasnapich';
const ACCOUNT = { bic: 'ABABKHPPXXX', accountNumber: '000 770 001' };
const ADDRESS = 'No. 9, Street 2004, Phnom Penh';
const ABSENT = { status: 404, code: 'not-found' };
const REFUSED = { status: 403, code: 'role-not-allowed' };
const monthsAgo = (months: number): string =>
  new Date(Date.now() - months * 30.5 * 86_400_000).toISOString().slice(0, 10);

describe('a supplier whose audit is drawn to be looked at once more', () => {
  let world: World;
  let story: Story;
  let manager: Member;
  let db: Database;
  beforeAll(async () => {
    world = await World.open();
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const { parties } = world;
    manager = await registryOf(parties).member(parties.auditor.organisationId, 'Manager', 'administrator');
    const applicant = await enterSupplier(parties, someFirm({ owner: OWNER, address: ADDRESS }));
    story = await Story.renew(world, applicant, undefined, undefined, keyOfCase(applicant, 'drawn'));
    const bank = { ...ACCOUNT, bankName: 'A Bank', holderName: applicant.profile.name };
    await story.supplier.put(`${story.path}/sections/bank`, bank);
    await (await story.accept()).reaches('running');
    await setTin('K001-901770001');
  });
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  async function setTin(tin: string): Promise<void> {
    const { api } = world.parties.officer;
    const path = `/v1/organisations/${story.applicant.supplierId}`;
    const { etag } = await api.request('GET', path);
    await api.request('PATCH', path, { tin }, { 'if-match': etag ?? '' });
  }

  let version = 0;
  const interestsOf = (organisationId: string): string => `/v1/organisations/${organisationId}/interests`;
  const declare = async (declared: object): Promise<void> => {
    const path = interestsOf(manager.organisationId);
    version = await manager.api.put(path, { ...NOTHING, ...declared }, version);
  };
  const ask = (type: 'assign-auditor' | 'reassign-auditor', who: Member) =>
    world.parties.officer.api.ask(story.id, {
      ...{ type, auditorId: who.personId, firmId: who.organisationId },
    });
  const conflicts = (query = '') =>
    world.parties.officer.api.get<{ items: { kind: string; organisationId: string }[] }>(
      `${story.path}/conflicts${query}`,
    );

  it.each([
    ['shared-owner', { owners: ['VEASNAPICH,  nary'] }],
    ['shared-owner', { directors: ['nary veasnapich'] }],
    ['shared-address', { addresses: ['no 9 street ២០០៤ PHNOM PENH'] }],
    ['shared-account', { accounts: [{ bic: 'abab kh pp', accountNumber: '000-770-001' }] }],
    [
      'consulting',
      () => ({ consulted: [{ organisationId: story.applicant.supplierId, until: monthsAgo(23) }] }),
    ],
    ['consulting', () => ({ consulted: [{ organisationId: story.applicant.supplierId, until: null }] })],
    ['consulting', { consulted: [{ tin: 'k001 901770001', until: monthsAgo(1) }] }],
  ] as const)('is not audited by a firm with a tie to it: %s', async (kind, declared) => {
    await declare(typeof declared === 'function' ? declared() : declared);
    const { auditor } = world.parties;
    expect(await refusal(ask('assign-auditor', auditor))).toEqual({
      ...{ status: 409, code: 'conflict-of-interest', items: [kind] },
    });
    const of = `?auditorId=${auditor.personId}&firmId=${auditor.organisationId}`;
    expect((await conflicts(of)).items).toEqual([{ kind, organisationId: story.applicant.supplierId }]);
  });

  it('is audited by one whose advice is long ago, or that declared nothing, which the office sees', async () => {
    const { auditor, otherAuditor } = world.parties;
    await declare({
      ...{ owners: ['Nary Veasna'], addresses: ['000770001 street 2004 no 9'] },
      accounts: [{ ...ACCOUNT, bic: 'ACLBKHPP' }],
      consulted: [{ organisationId: story.applicant.supplierId, until: monthsAgo(25) }],
    });
    const of = `?auditorId=${auditor.personId}&firmId=${auditor.organisationId}`;
    expect((await conflicts(of)).items).toEqual([]);
    await ask('assign-auditor', otherAuditor);
    expect((await conflicts()).items).toEqual([
      { kind: 'undeclared', organisationId: otherAuditor.organisationId },
    ]);
    await declare({ owners: [OWNER] });
    expect((await refusal(ask('reassign-auditor', auditor))).items).toEqual(['shared-owner']);
    await declare({});
    await ask('reassign-auditor', auditor);
    expect((await conflicts()).items).toEqual([]);
  });

  it('has its ties found without anybody reading what was declared', async () => {
    const { officer, auditor, otherAuditor, mill } = world.parties;
    const path = interestsOf(manager.organisationId);
    const consulted = [{ tin: 'K001-1', until: '2020-01-01' }];
    await declare({ owners: [OWNER, OWNER.toUpperCase()], accounts: [ACCOUNT], consulted });
    const seen = await manager.api.get<InterestsView>(path);
    expect(seen).toEqual({
      ...{ organisationId: manager.organisationId, version, declaredAt: expect.any(String) },
      ...{ owners: 1, directors: 0, addresses: 0, accounts: 1 },
      consulted: [{ organisationId: null, ...consulted[0] }],
    });
    expect(await officer.api.get(path)).toEqual(seen);
    const rows = await world.rows(
      `select i::text as row, encode("index", 'escape') as index from interest i where organisation_id = any($1)`,
      [[manager.organisationId, story.applicant.supplierId]],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toMatch(/veasnapich|nary|770001|street/i);
    for (const api of [auditor.api, story.supplier]) expect(await refusal(api.get(path))).toEqual(REFUSED);
    expect(await refusal(otherAuditor.api.get(path))).toEqual(ABSENT);
    expect(await refusal(officer.api.put(path, NOTHING, version))).toEqual(REFUSED);
    expect(await refusal(mill.requester.api.put(path, NOTHING))).toEqual(ABSENT);
    expect(await refusal(manager.api.put(path, NOTHING, version - 1))).toMatchObject({ status: 412 });
    const unclear = { ...NOTHING, consulted: [{ until: null }] };
    expect(await refusal(manager.api.put(path, unclear, version))).toMatchObject({ status: 422 });
    const chief = await registryOf(world.parties).member(
      story.applicant.supplierId,
      'Chief',
      'administrator',
    );
    const own = interestsOf(story.applicant.supplierId);
    expect(await refusal(chief.api.put(own, NOTHING))).toMatchObject({ status: 422 });
    expect((await manager.api.get<InterestsView>(path)).version).toBe(version);
  });

  it('shares an owner with a buyer, of which the office learns', async () => {
    const { mill } = world.parties;
    await declare({});
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill.organisationId });
    const undeclared = { kind: 'undeclared', organisationId: mill.organisationId };
    expect((await conflicts()).items).toEqual([undeclared]);
    await mill.requester.api.put(interestsOf(mill.organisationId), { ...NOTHING, directors: [OWNER] });
    const related = { kind: 'related-buyer', organisationId: mill.organisationId };
    expect((await conflicts()).items).toEqual([related]);
    // To the firm that audits, a buyer of the case is as good as its supplier.
    await declare({ owners: [OWNER] });
    const shared = [story.applicant.supplierId, mill.organisationId].sort();
    expect((await conflicts()).items).toEqual([
      ...shared.map((organisationId) => ({ kind: 'shared-owner', organisationId })),
      related,
    ]);
  });

  it('is looked at once more by nobody who audited or is to come, and by whoever did, once', async () => {
    const { officer, auditor, otherAuditor } = world.parties;
    const list = async (status: string): Promise<ShadowAuditPage['items']> => {
      const page = await officer.api.get<ShadowAuditPage>(`/v1/shadow-audits?limit=200&status=${status}`);
      return page.items.filter(({ qualificationId }) => qualificationId === story.id);
    };
    const path = `/v1/shadow-audits/${story.id}`;
    const by = ({ personId, organisationId }: Member) => ({ lookedBy: { personId, organisationId } });
    const registry = registryOf(world.parties);
    const firm = await registry.organisation('audit-firm', 'Third Eye Audits');
    const other = await registry.member(firm, 'Sarin', 'auditor');
    const outcome = { ...by(other), visitedOn: '2026-01-01', verdict: 'differs', items: ['BL-01'] };
    const notNow = { status: 409, code: 'status-differs' };
    expect(await refusal(officer.api.post(path, outcome))).toEqual(notNow);
    await auditNow();
    const tomorrow = inDays(await story.see(), 1);
    expect(await list('done')).toEqual([]);
    expect(await list('open')).toMatchObject([{ auditor: { personId: auditor.personId }, outcome: null }]);
    for (const [wrong, no] of [
      [by(auditor), { status: 403, code: 'segregation-of-duties', items: [auditor.personId] }],
      // Had it for a while.
      [by(otherAuditor), { status: 403, code: 'segregation-of-duties', items: [otherAuditor.personId] }],
      [by(manager), { status: 409, code: 'person-not-eligible', items: [manager.personId] }],
      [{ visitedOn: tomorrow }, { status: 422, code: 'validation' }],
      [{ items: ['XX-99'] }, { status: 422, code: 'validation' }],
      [{ items: [] }, { status: 422, code: 'validation' }],
    ] as const)
      expect(await refusal(officer.api.post(path, { ...outcome, ...wrong }))).toEqual(no);
    for (const { api } of [auditor, other, manager])
      expect(await refusal(api.get('/v1/shadow-audits'))).toEqual(REFUSED);
    expect(await refusal(auditor.api.post(path, outcome))).toEqual(REFUSED);
    expect(await officer.api.post(path, outcome)).toMatchObject({ outcome });
    const again = { ...outcome, verdict: 'agrees', items: [] };
    expect(await refusal(officer.api.post(path, again))).toMatchObject({ code: 'already-exists' });
    expect(await list('open')).toEqual([]);
    expect(await list('done')).toMatchObject([{ outcome }]);
    const quality = await officer.api.get(`/v1/audit-firms/${auditor.organisationId}/quality`);
    expect(AuditorQualityView.parse(quality).shadowed).toEqual({ drawn: 1, done: 1, differing: 1 });
  });

  async function auditNow(): Promise<void> {
    const { parties } = world;
    const seen = await story.see();
    const dates = [inDays(seen, 4)];
    await parties.auditor.api.ask(story.id, { type: 'propose-visit', dates });
    await story.supplier.ask(story.id, { type: 'accept-visit', date: dates[0] ?? '' });
    await parties.auditor.api.ask(story.id, { type: 'start-audit' });
    await roles.answerAll(parties, story.id);
    await parties.auditor.api.ask(story.id, { type: 'submit-audit' });
  }

  it('is compared no more with somebody who is erased', async () => {
    const { officer } = world.parties;
    const { organisationId } = manager;
    const leaver = await registryOf(world.parties).member(organisationId, OWNER, 'auditor');
    await declare({ owners: [OWNER, 'Somebody Else'] });
    const path = `/v1/people/${leaver.personId}`;
    await officer.api.request('DELETE', `${path}/memberships/${organisationId}`);
    await officer.api.post(`${path}/erasure`, { reason: 'asked-by-the-person' });
    expect(await manager.api.get(interestsOf(organisationId))).toMatchObject({ owners: 1 });
    expect((await conflicts()).items.map(({ kind }) => kind)).toEqual(['related-buyer']);
  });

  it('shows rows of these tables to the office and their own firm alone', async () => {
    const { officer, auditor } = world.parties;
    const seen = statement(
      'ties-seen',
      `select (select count(*)::int from shadow_audit where qualification_id = $1) as shadows,
         (select count(*)::int from interest where organisation_id = $2) as own,
         (select count(*)::int from interest where qualification_id = $1) as theirs,
         (select count(*)::int from interest_declaration where organisation_id = $2) as declared`,
    );
    const asSeenBy = async (actor: Member) =>
      (await db.run(actor, seen, [story.id, auditor.organisationId]))[0];
    await declare({ owners: ['Somebody Else'] });
    expect(await asSeenBy(officer)).toEqual({ shadows: 1, own: 1, theirs: 3, declared: 1 });
    expect(await asSeenBy(auditor)).toEqual({ shadows: 0, own: 1, theirs: 0, declared: 1 });
    expect(await asSeenBy(story.applicant.member)).toEqual({ shadows: 0, own: 0, theirs: 3, declared: 0 });
    const forged = statement(
      'ties-forged',
      `insert into interest (organisation_id, kind, source, "index") values ($1, 'owner', 'declared', '\\x00')`,
    );
    for (const actor of [story.applicant.member, world.parties.otherAuditor])
      await expect(db.run(actor, forged, [auditor.organisationId])).rejects.toMatchObject({ code: '42501' });
  });
});
