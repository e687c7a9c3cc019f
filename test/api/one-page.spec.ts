import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OnePageView } from '#contracts';
import type { ConsentSection } from '#domain';
import type { ApiClient } from '../../apps/dev/src/play/api-client.js';
import { registryOf, type Firm } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { fillIn } from '../../apps/dev/src/play/supplier.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const CAPACITY = {
  ...{ products: ['woven labels'], hsLines: ['5807.10'], monthlyCapacity: 400_000, freeCapacity: 90_000 },
  ...{ capacityUnit: 'pieces', leadTimeDays: 21, minimumOrder: 5_000 },
};
const CERTIFICATES = (scheme: string, holderName: string) => ({
  certificates: [
    {
      ...{ scheme, number: 'C-1', holderName, scope: ['TRIMS'], validFrom: '2026-01-01' },
      validTo: `${new Date().getUTCFullYear() + 2}-01-31`,
    },
  ],
});
const COSTS = {
  sheets: [
    {
      ...{ product: 'label', hs: '5807.10', fobUsd: 1, labourUsd: 0.3, overheadUsd: 0.2, profitUsd: 0.1 },
      materials: [{ material: 'yarn', hs: '5402.33', country: 'CN', valueUsd: 0.4, originating: false }],
    },
  ],
};

/** One case from its assessment to a buyer's decision, looked at by everybody on the way. */
describe('one page of a case', () => {
  let world: World;
  let story: Story;
  let narrow: Firm;
  beforeAll(async () => {
    world = await World.open();
    narrow = await registryOf(world.parties).firm('Narrow Page Ltd', 'Nora', 'Nils');
    story = await Story.open(world);
    const { applicant, supplier, path } = story;
    await fillIn(applicant, story.id);
    await supplier.put(`${path}/sections/capacity`, CAPACITY, 1);
    await supplier.put(
      `${path}/sections/certificates`,
      CERTIFICATES('OEKO_TEX_100', applicant.profile.name),
      1,
    );
    await supplier.put(`${path}/sections/cost-sheets`, COSTS);
    await supplier.ask(story.id, { type: 'submit-application' });
    await roles.accept(world.parties, story.id);
    await roles.audit(world.parties, applicant, story.id, { 'CD-01': 'partial', 'HS-03': 'nonconform' });
    await story.reaches('review');
  });
  afterAll(() => world.close());

  const page = (api: ApiClient, language = 'en') =>
    api.get<OnePageView>(`${story.path}/one-page?language=${language}`);
  const grant = (buyer: Firm, sections?: ConsentSection[]) =>
    story.supplier.ask(story.id, {
      ...{ type: 'grant-consent', buyerId: buyer.organisationId },
      ...(sections && { sections }),
    });
  const types = ({ history }: OnePageView) => history.map(({ type }) => type);

  it('is for its supplier, its buyers and the office; to others it is not there, or not theirs', async () => {
    const { auditor, otherAuditor, brand, officer, reviewer } = world.parties;
    for (const { api } of [story.applicant.member, officer, reviewer])
      expect((await page(api)).notOpened).toEqual([]);
    expect(await refusal(page(auditor.api))).toEqual({ status: 403, code: 'role-not-allowed' });
    expect(await refusal(page(otherAuditor.api))).toMatchObject({ status: 404 });
    expect(await refusal(page(brand.requester.api))).toMatchObject({ status: 404 });
    const other = await Story.open(world);
    expect(await refusal(page(other.supplier))).toMatchObject({ status: 404 });
    expect(await refusal(page(story.supplier, 'fr'))).toMatchObject({ status: 422 });
  });

  it('tells supplier and buyers nothing of an assessment that nobody has signed', async () => {
    await grant(world.parties.mill);
    for (const { api } of [story.applicant.member, world.parties.mill.requester]) {
      const seen = await page(api);
      expect(seen).toMatchObject({ grade: null, score: null, findings: null });
      expect(seen.audit).toMatchObject({ initial: null, current: null });
      expect(types(seen)).not.toContain('corrective-actions-required');
    }
    const { reviewer } = world.parties;
    expect((await page(reviewer.api)).findings?.open).toHaveLength(2);
    await reviewer.api.ask(story.id, { type: 'require-corrective-actions' });
  });

  it('shows a buyer what was opened to it, and names what was not', async () => {
    await grant(narrow, ['profile', 'capacity', 'audit-result']);
    const seen = await page(narrow.requester.api);
    expect(seen).toMatchObject({
      ...{ readAs: 'buyer', site: { name: null }, place: null, owners: null, certificates: null },
      ...{ score: null, findings: null, checks: null, origin: null, pilots: [] },
      profile: { workers: 42, womenWorkers: 31 },
      goods: { hsLines: ['5807.10'], freeCapacity: 90_000, leadTimeDays: 21, unit: 'pieces' },
      audit: { current: { outcome: 'conditional' } },
    });
    expect(seen.notOpened).toEqual([
      ...['site', 'owners', 'certificates', 'cost-sheets', 'findings', 'corrective-actions'],
      'compliance-verdicts',
    ]);
    expect(Date.parse(seen.consentUntil ?? '')).toBeGreaterThan(Date.now());
    const text = JSON.stringify(seen);
    for (const closed of [story.applicant.profile.address, 'Sokha Example', 'HS-03', 'C-1', '"verdict"'])
      expect(text).not.toContain(closed);
  });

  it('shows findings with their due dates, checks with the lists they were held against, certificates, origin', async () => {
    const { mill, officer } = world.parties;
    const seen = await page(mill.requester.api, 'km');
    expect(seen.findings).toMatchObject({
      zeroTolerance: 'none',
      open: [
        { itemId: 'HS-03', severity: 'critical', action: 'open', section: 'HS' },
        { itemId: 'CD-01', severity: 'major' },
      ],
    });
    expect(seen.findings?.open[0]?.question).toMatch(/\p{Script=Khmer}/u);
    expect(Date.parse(seen.findings?.open[0]?.dueAt ?? '')).toBeGreaterThan(Date.parse(seen.asOf));
    // Points may be missing for what buyers never hear of, until there is a pilot order.
    expect(seen.score).toBeNull();
    const sanctions = seen.checks?.find(({ kind }) => kind === 'sanctions');
    expect(sanctions).toMatchObject({ light: 'clear', number: 5, ranAt: expect.any(String) });
    expect(sanctions?.lists).toContainEqual({ list: 'UN-SC', version: '2026-01-15', date: '2026-01-15' });
    expect(sanctions?.name).toMatch(/\p{Script=Khmer}/u);
    expect(seen.certificates?.items).toMatchObject([
      { scheme: 'OEKO_TEX_100', name: 'OEKO-TEX STANDARD 100', number: 'C-1', standing: 'valid' },
    ]);
    expect([seen.owners, seen.origin]).toEqual([null, null]);
    const own = await page(story.supplier);
    expect(own.owners).toEqual([
      { kind: 'person', name: 'Sokha Example', sharePercent: 100, nominee: false },
    ]);
    const [product] = own.origin?.products ?? [];
    expect(product).toMatchObject({ product: 'label', hs: '5807.10', localValuePercent: 60 });
    // The sheet names no processes: nobody guesses them.
    expect(product?.programmes.find(({ programme }) => programme === 'EU_EBA')).toEqual({
      ...{ programme: 'EU_EBA', name: expect.stringContaining('Everything But Arms'), origin: 'unknown' },
      ...{ regionalValuePercent: 60, withdrawn: 'no', afterGraduation: expect.anything() },
    });
    const ofOffice = await page(officer.api);
    expect(ofOffice.score?.sections).toContainEqual(
      expect.objectContaining({ section: 'HS', title: 'Health and safety', floor: 60 }),
    );
  });

  it('costs two flights beside the look-up of the token, and its supplier is told of it', async () => {
    const { mill } = world.parties;
    const answer = await mill.approver.api.request('GET', `${story.path}/one-page`);
    // The token; `begin`, who acts, the log, the case, `commit`; and the same once more without the log.
    expect(answer).toMatchObject({ statements: 1 + 5 + 4, flights: 3 });
    type Log = { items: { operation: string; organisation: { id: string } }[] };
    const { items } = await story.supplier.get<Log>(`${story.path}/accesses?limit=100`);
    const readers = items.filter(({ operation }) => operation === 'getOnePage');
    expect(readers.map(({ organisation }) => organisation.id)).toContain(mill.organisationId);
    expect(readers.map(({ organisation }) => organisation.id)).not.toContain(story.applicant.supplierId);
  });

  it('shows a buyer its own pilot order with what was found, and nobody else’s', async () => {
    const { mill, reviewer } = world.parties;
    await roles.correct(world.parties, story.applicant, story.id);
    await story.reaches('review');
    await reviewer.api.ask(story.id, { type: 'pass-review' });
    await story.pilot(mill);
    const seen = await page(mill.requester.api);
    expect(seen.pilots).toMatchObject([
      {
        ...{ result: 'pass', figures: { otif: 1 } },
        lots: [
          {
            ...{ found: { critical: 0, major: 1, minor: 2 }, photos: [], phase: 'accepted' },
            plan: { major: { n: 80, ac: expect.any(Number) } },
            first: { accepted: true, defective: expect.any(Number) },
          },
        ],
      },
    ]);
    expect(types(seen)).toEqual(expect.arrayContaining(['pilot-placed', 'lot-judged', 'assessment-passed']));
    expect(seen.score?.sections.find(({ section }) => section === 'HS')).toMatchObject({ floor: 60 });
    expect(seen.findings).toEqual({ open: [], zeroTolerance: 'none' });

    const others = await page(narrow.requester.api);
    expect(others.pilots).toEqual([]);
    expect(types(others)).toContain('assessment-passed');
    expect(types(others).filter((type) => /^(?:pilot|lot|approval)/.test(type))).toEqual([]);
    expect(others.otherBuyers).toBe(1);
    expect((await page(story.supplier)).pilots).toMatchObject([{ lots: [{ found: null }] }]);
  });

  it('holds the decision of the buyer that reads, with both of its people by name', async () => {
    const { mill } = world.parties;
    const decide = async (api: ApiClient) => (await page(api)).decision;
    expect(await decide(mill.requester.api)).toMatchObject({
      ...{ approval: { phase: 'open' }, requester: null, scope: null, scopeVersion: 0 },
      allowedCommands: expect.arrayContaining([
        expect.objectContaining({ type: 'recommend-approval', blockedBy: ['approval-scope-missing'] }),
      ]),
    });
    await roles.recommend(story.id, mill);
    const second = await decide(mill.approver.api);
    expect(second).toMatchObject({
      requester: { personId: mill.requester.personId, name: expect.any(String) },
      ...{ approver: null, scope: { maxUsdPerMonth: 20_000, endMarkets: ['EU'] }, scopeVersion: 1 },
    });
    expect(second?.allowedCommands).toContainEqual(
      expect.objectContaining({ type: 'approve', subject: {}, blockedBy: [] }),
    );
    expect((await decide(mill.requester.api))?.allowedCommands.map(({ type }) => type)).not.toContain(
      'approve',
    );
    await mill.approver.api.ask(story.id, { type: 'approve', conditional: false });
    expect(await page(mill.requester.api)).toMatchObject({
      ...{ stage: 'qualified', validFrom: expect.any(String), grade: expect.any(String) },
      decision: {
        approver: { personId: mill.approver.personId },
        approval: { status: { standing: 'approved' } },
      },
      checkAddress: expect.stringMatching(/\/check\/SQ-\d{4}-\d+$/),
    });
    expect((await page(narrow.requester.api)).decision).toMatchObject({ approval: null, requester: null });
    expect((await page(story.supplier)).decision).toBeNull();
  });

  it('tells of being watched, by whom watches', async () => {
    const { mill, brand } = world.parties;
    const watch = `${story.path}/watch`;
    const { body } = await mill.requester.api.request<{ since: string }>('PUT', watch, {});
    expect((await mill.approver.api.request<{ since: string }>('PUT', watch, {})).body.since).toBe(
      body.since,
    );
    expect((await page(mill.approver.api)).watchedSince).toBe(body.since);
    expect((await page(narrow.approver.api)).watchedSince).toBeNull();
    expect(await refusal(brand.requester.api.request('PUT', watch, {}))).toMatchObject({ status: 404 });
    expect(await refusal(story.supplier.request('PUT', watch, {}))).toMatchObject({ status: 403 });
    await mill.requester.api.request('DELETE', watch);
    expect((await page(mill.approver.api)).watchedSince).toBeNull();
    expect(await refusal(page(mill.requester.api, randomUUID()))).toMatchObject({ status: 422 });
  });
});
