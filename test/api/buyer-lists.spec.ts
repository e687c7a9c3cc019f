import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApprovedSupplierView, BuyerCandidateView } from '#contracts';
import { DEFAULT_CONSENT_SECTIONS, localDate, type BoardColumn, type ConsentSection } from '#domain';
import type { ApiClient } from '../../apps/dev/src/play/api-client.js';
import type { Firm } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { fillIn, sectionsOf } from '../../apps/dev/src/play/supplier.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
interface BoardOrder {
  readonly qualificationId: string;
  readonly board: BoardColumn;
  readonly order: { readonly id: string; readonly lots: readonly { plan: { major: { n: number } } }[] };
}
const GOODS = {
  ...{ products: ['woven labels'], hsLines: ['5807.10'], monthlyCapacity: 400_000, freeCapacity: 90_000 },
  ...{ capacityUnit: 'pieces', leadTimeDays: 21, minimumOrder: 5_000 },
};

/** What a buyer sees over all of its cases. */
describe('the lists of a buyer', () => {
  let world: World;
  let mill: Firm;
  /** Assessed and open to the mill but for a few sections; of the second one only the profile is open; the third is a draft. */
  let first: Story;
  let closed: Story;
  let draft: Story;
  beforeAll(async () => {
    world = await World.open();
    ({ mill } = world.parties);
    first = await told({ province: 'KH-8' });
    closed = await told({ province: 'KH-8' });
    draft = await Story.open(world, { category: 'PACKAGING' });
    await grant(first);
    await grant(closed, ['profile']);
    await grant(draft);
    for (const story of [first, closed]) {
      await story.supplier.ask(story.id, { type: 'submit-application' });
      await roles.accept(world.parties, story.id);
    }
    await roles.audit(world.parties, first.applicant, first.id);
    await first.reaches('review');
  });
  afterAll(() => world.close());

  /** A draft with goods, a certificate and women who own the firm. */
  async function told(profile: Parameters<typeof Story.open>[1]): Promise<Story> {
    const story = await Story.open(world, profile);
    const { supplier, path, applicant } = story;
    await fillIn(applicant, story.id);
    const { profile: firm } = sectionsOf(applicant);
    await supplier.put(`${path}/sections/profile`, { ...firm, womenOwned: true }, 2);
    await supplier.put(`${path}/sections/capacity`, GOODS, 1);
    const year = new Date().getUTCFullYear();
    const certificate = {
      ...{ scheme: 'OEKO_TEX_100', number: 'C-1', holderName: applicant.profile.name, scope: ['TRIMS'] },
      ...{ validFrom: `${year - 1}-01-01`, validTo: `${year + 2}-01-31` },
    };
    await supplier.put(`${path}/sections/certificates`, { certificates: [certificate] }, 1);
    return story;
  }
  const grant = (story: Story, sections?: ConsentSection[], buyer = mill) =>
    story.supplier.ask(story.id, {
      ...{ type: 'grant-consent', buyerId: buyer.organisationId },
      ...(sections && { sections }),
    });
  const candidates = (query = '', api: ApiClient = mill.requester.api) =>
    api.get<Page<BuyerCandidateView>>(`/v1/candidates?${query}`);
  const found = async (query = '', api?: ApiClient) =>
    (await candidates(query, api)).items.map(({ qualificationId }) => qualificationId);

  it('have candidates newest first, each as far as it was opened', async () => {
    expect(await found()).toEqual([draft.id, closed.id, first.id]);
    const [ofDraft, ofClosed, ofFirst] = (await candidates()).items;
    expect(ofFirst).toMatchObject({
      ...{ category: 'TRIMS', workers: 42, womenOwned: true, notOpened: [], standing: 'none' },
      goods: { hsLines: ['5807.10'], freeCapacity: 90_000, unit: 'pieces', leadTimeDays: 21 },
      ...{ site: { province: 'KH-8' }, certificates: [{ scheme: 'OEKO_TEX_100' }], watchedSince: null },
    });
    expect(ofClosed).toMatchObject({
      ...{ workers: 42, womenOwned: true, goods: null, certificates: null, grade: null },
      site: { name: null, province: null },
      notOpened: ['site', 'capacity', 'certificates', 'audit-result'],
    });
    expect(ofDraft).toMatchObject({ stage: 'application', substate: 'draft', workers: null, goods: null });
  });

  it('are read in pages, and tell the supplier of each row that was shown', async () => {
    const shown: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await candidates(`limit=1${cursor && `&cursor=${cursor}`}`);
      shown.push(...items.map(({ qualificationId }) => qualificationId));
      if (!next) break;
      cursor = next;
    }
    expect(shown).toEqual([draft.id, closed.id, first.id]);
    type Log = { items: { operation: string; organisation: { id: string } }[] };
    for (const story of [first, draft]) {
      const { items } = await story.supplier.get<Log>(`${story.path}/accesses?limit=100`);
      expect(items).toContainEqual(
        expect.objectContaining({
          operation: 'listBuyerCandidates',
          organisation: expect.objectContaining({ id: mill.organisationId }),
        }),
      );
    }
    expect(await refusal(candidates('cursor=abc'))).toMatchObject({ status: 400, code: 'invalid-cursor' });
  });

  it('find by what is opened, and by nothing else', async () => {
    expect(await found('category=TRIMS')).toEqual([closed.id, first.id]);
    expect(await found('womenOwned=true')).toEqual([closed.id, first.id]);
    // The second one has the same goods, place and certificate, and keeps them to itself.
    for (const query of [
      ...['hs=5807', 'hs=5807.10', 'hs=58071090', 'province=KH-8', 'province=KH-9&province=KH-8'],
      ...['freeCapacity=90000&unit=pieces', 'certificate=OEKO_TEX_100', 'stage=assessment&hs=5807'],
    ])
      expect({ query, found: await found(query) }).toEqual({ query, found: [first.id] });
    for (const query of [
      ...['hs=5808', 'province=KH-9', 'freeCapacity=90001&unit=pieces', 'freeCapacity=1&unit=metres'],
      ...['certificate=GOTS', 'stage=qualified', 'category=LEATHER'],
    ])
      expect({ query, found: await found(query) }).toEqual({ query, found: [] });
    expect(await found(`id=${first.id}&id=${draft.id}`)).toEqual([draft.id, first.id]);
  });

  it('know a grade when it is told, and only where it was opened', async () => {
    const all = 'grade=A&grade=B&grade=C&grade=D&grade=E';
    expect(await found(all)).toEqual([]);
    await world.parties.reviewer.api.ask(first.id, { type: 'pass-review' });
    expect(await found(all)).toEqual([first.id]);
    const [seen] = (await candidates(all)).items;
    const { audit } = await mill.requester.api.case(first.id);
    expect(seen?.grade).toBe((audit as { current: { grade: string } }).current.grade);
    await grant(first, ['profile', 'capacity']);
    expect(await found(all)).toEqual([]);
    await grant(first, [...DEFAULT_CONSENT_SECTIONS]);
  });

  it('refuse what makes no sense, and whoever does not buy', async () => {
    for (const query of [
      ...[
        'freeCapacity=5',
        'unit=pieces',
        'hs=58',
        'grade=F',
        'womenOwned=no',
        'watched=false',
        'province=KH-99',
      ],
      ...[[1, 2, 3, 4, 5].map(() => `id=${first.id}`).join('&'), 'unknown=1'],
    ])
      expect({ query, refused: await refusal(candidates(query)) }).toMatchObject({
        ...{ query, refused: { status: 422, code: 'validation' } },
      });
    const { officer, auditor, brand } = world.parties;
    for (const path of ['/v1/candidates', '/v1/pilot-orders', '/v1/approved-suppliers'])
      for (const api of [first.supplier, officer.api, auditor.api])
        expect(await refusal(api.get(path))).toEqual({ status: 403, code: 'role-not-allowed' });
    for (const path of ['/v1/candidates', '/v1/pilot-orders', '/v1/approved-suppliers'])
      expect(await brand.requester.api.get(path)).toEqual({ items: [], next: null });
  });

  it('have a watch list, of the firm and not of one of its people', async () => {
    await mill.requester.api.request('PUT', `${first.path}/watch`, {});
    expect(await found('watched=true')).toEqual([first.id]);
    expect(await found('watched=true', mill.approver.api)).toEqual([first.id]);
    await mill.approver.api.request('DELETE', `${first.path}/watch`);
    await mill.approver.api.request('DELETE', `${first.path}/watch`);
    expect(await found('watched=true')).toEqual([]);
  });

  it('have a board of pilot orders, by where they stand', async () => {
    const { brand } = world.parties;
    const board = async (column = '', api = mill.requester.api) =>
      (await api.get<Page<BoardOrder>>(`/v1/pilot-orders${column && `?board=${column}`}`)).items;
    const stands = async () => (await board()).map(({ board: column }) => column);
    await roles.placePilot(first.applicant, first.id, brand);
    expect(await stands()).toEqual([]);
    const pilotId = await roles.placePilot(first.applicant, first.id, mill, [1200, 1200]);
    expect(await stands()).toEqual(['confirmed']);
    await first.supplier.ask(first.id, { type: 'start-production', pilotId });
    expect(await stands()).toEqual(['in-production']);
    await roles.deliver(first.applicant, first.id, { pilotId, lot: 1 });
    expect(await board('to-inspect')).toMatchObject([
      {
        qualificationId: first.id,
        supplier: { id: first.applicant.supplierId },
        order: { id: pilotId, lots: [{ plan: { major: { n: 80 } } }, { lot: 2 }] },
      },
    ]);
    expect(await board('confirmed')).toEqual([]);
    expect(await refusal(board('lost'))).toMatchObject({ status: 422 });

    const inspection = `${first.path}/pilot-orders/${pilotId}/lots/1/inspection`;
    expect(await mill.requester.api.get(inspection)).toEqual({ items: [] });
    await roles.inspectAndJudge(first.id, mill, { pilotId, lot: 1 });
    expect(await mill.approver.api.get(inspection)).toMatchObject({
      items: [{ item: 'result', version: 1, content: { found: { major: 1, minor: 2 } } }],
    });
    expect(await refusal(brand.requester.api.get(inspection))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
    expect(await refusal(first.supplier.get(inspection))).toMatchObject({ status: 403 });
    await roles.deliverAndJudge(first.applicant, first.id, mill, { pilotId, lot: 2 });
    expect((await board('done')).map(({ order }) => order.id)).toEqual([pilotId]);
    expect(await board('done', brand.requester.api)).toEqual([]);
    expect(await board('confirmed', brand.requester.api)).toHaveLength(1);
  });

  it('have approved suppliers with what is left of the month, and why to look at them', async () => {
    const approved = async (query = '', api = mill.approver.api) =>
      (await api.get<Page<ApprovedSupplierView>>(`/v1/approved-suppliers?${query}`)).items;
    expect(await approved()).toEqual([]);
    await roles.approve(first.id, mill);
    const [good] = await approved();
    expect(good).toMatchObject({
      ...{ qualificationId: first.id, status: { standing: 'approved' }, watch: [], months: [] },
      ...{ scope: { maxUsdPerMonth: 20_000 }, leftThisMonth: { usd: 20_000, units: 100_000 } },
    });
    expect(good?.endsAt).toBe(good?.status.validUntil);
    const on = localDate((await first.see()).caseTime);
    const delivery = {
      ...{ dueOn: on, deliveredOn: on, ordered: 500, delivered: 500, accepted: true, valueUsd: 16_000 },
      ...{ inspected: 50, defective: 0, answeredInTime: true, priceKept: true },
    };
    await mill.requester.api.put(`${first.path}/deliveries/D-1`, delivery);
    expect(await approved('category=TRIMS')).toMatchObject([
      { watch: ['limit-nearly-used'], leftThisMonth: { usd: 4_000, units: 99_500 } },
    ]);
    expect(await approved('category=LEATHER')).toEqual([]);
    const end = Date.parse(good?.endsAt ?? '');
    expect(await approved(`endsBefore=${new Date(end).toISOString()}`)).toEqual([]);
    expect(await approved(`endsBefore=${new Date(end + 1).toISOString()}`)).toHaveLength(1);
    expect(await refusal(approved('endsBefore=tomorrow'))).toMatchObject({ status: 422 });
    expect(await approved('', world.parties.brand.approver.api)).toEqual([]);
    await world.passUntil(first.id, new Date(end - 10 * 86_400_000).toISOString());
    expect((await approved())[0]?.watch).toContain('ends-soon');
    expect((await candidates(`id=${first.id}`)).items[0]?.standing).toBe('approved');
    expect(await first.faults()).toEqual([]);
  });

  it('show nothing any more of a case whose consent ended', async () => {
    await closed.supplier.ask(closed.id, { type: 'withdraw-consent', buyerId: mill.organisationId });
    expect(await found()).toEqual([draft.id, first.id]);
    await world.rows(
      `update consent set valid_until = now() - interval '1 second' where qualification_id = $1 and buyer_id = $2`,
      [draft.id, mill.organisationId],
    );
    expect(await found()).toEqual([first.id]);
  });
});
