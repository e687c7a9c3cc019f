import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderAnswerList, OrderAnswerView } from '#contracts';
import { approvalScopePaper, deliveriesPaper, localDate } from '#domain';
import { openDatabase, statement } from '#persistence';
import { ASK } from '../../apps/api/src/order-questions/order-questions.queries.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

type Question = Readonly<Record<string, string | number>>;

describe('whether a buyer may order', () => {
  let world: World;
  let story: Story;
  let supplierId: string;
  let goods: string;
  beforeAll(async () => {
    world = await World.open();
    story = await (await Story.open(world)).decision();
    supplierId = story.applicant.supplierId;
  });
  afterAll(() => world.close());

  const address = (question: Question): string =>
    `/v1/approvals?${new URLSearchParams({ supplierId, category: 'TRIMS', ...question } as Record<string, string>)}`;
  const ask = (question: Question = {}, firm = world.parties.mill): Promise<OrderAnswerView> =>
    firm.approver.api.get<OrderAnswerView>(address(question));
  const reasons = async (question: Question = {}) => (await ask(question)).reasons;
  const today = async (): Promise<string> => localDate((await story.see()).caseTime);

  it('is no before the buyer has decided, and no to whoever was never asked', async () => {
    expect(await reasons()).toEqual(['approval-undecided']);
    expect(await ask({}, world.parties.brand)).toMatchObject({ mayOrder: false, reasons: ['no-approval'] });
    expect(await ask({}, world.parties.brand)).toMatchObject({ approvals: [], upTo: { usd: 0, units: 0 } });
  });

  it('is yes once it has, up to its limits, with what the approval says', async () => {
    await roles.approve(story.id, world.parties.mill);
    const answer = await ask();
    const [approval] = answer.approvals;
    goods = approval?.scope?.hsLines[0] ?? '';
    const { maxUsdPerMonth: usd = 0, maxUnitsPerMonth: units = 0 } = approval?.scope ?? {};
    expect(answer).toMatchObject({ supplierId, mayOrder: true, reasons: [], upTo: { usd, units } });
    expect(approval).toMatchObject({
      ...{ qualificationId: story.id, siteId: story.applicant.siteId, status: 'approved' },
      ...{ mayOrder: true, leftThisMonth: { usd, units } },
    });
    expect(Date.parse(approval?.validUntil ?? '')).toBeGreaterThan(Date.now());
    expect(await ask({ hsLine: goods, endMarket: 'EU', amountUsd: usd, units })).toMatchObject({
      mayOrder: true,
    });
  });

  it('is no with the reason for whatever lies outside the approval', async () => {
    const { maxUsdPerMonth: usd = 0, maxUnitsPerMonth: units = 0 } = (await ask()).approvals[0]?.scope ?? {};
    expect(await reasons({ siteId: world.parties.mill.organisationId })).toEqual(['outside-sites']);
    expect(await reasons({ hsLine: '0101' })).toEqual(['outside-hs-lines']);
    expect(await reasons({ endMarket: 'JP' })).toEqual(['outside-markets']);
    expect(await reasons({ amountUsd: usd + 1 })).toEqual(['over-monthly-amount']);
    expect(await reasons({ units: units + 1 })).toEqual(['over-monthly-units']);
    expect(await reasons({ category: 'PACKAGING' })).toEqual(['no-approval']);
    const late = new Date(Date.now() + 3 * 365 * 86_400_000).toISOString().slice(0, 10);
    expect(await reasons({ on: late })).toEqual(['expired']);
  });

  it('is answered 304 to whoever has the answer, until it is another', async () => {
    const { token } = world.parties.mill.approver;
    const first = await raw('GET', address({}), { token });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const again = await raw('GET', address({}), { token, headers: { 'if-none-match': etag } });
    expect(again).toMatchObject({ status: 304, text: '' });
    const on = await today();
    const delivery = {
      ...{ dueOn: on, deliveredOn: on, ordered: 500, delivered: 500, accepted: true },
      ...{ inspected: 50, defective: 0, answeredInTime: true, priceKept: true },
    };
    const { api } = world.parties.mill.requester;
    await api.put(`${story.path}/deliveries/D-1`, { ...delivery, valueUsd: 1234.5 });
    await api.put(`${story.path}/deliveries/D-2`, delivery);
    const other = await raw('GET', address({}), { token, headers: { 'if-none-match': etag } });
    const { upTo, approvals } = other.body as unknown as OrderAnswerView;
    const [{ deliveredThisMonth, scope } = {}] = approvals as Partial<OrderAnswerView['approvals'][number]>[];
    expect(other.status).toBe(200);
    expect(deliveredThisMonth).toMatchObject({ usd: 1234.5, units: 1000, withoutValue: 1 });
    const { maxUsdPerMonth: usd = 0, maxUnitsPerMonth: units = 0 } = scope ?? {};
    expect(upTo).toEqual({ usd: usd - 1234.5, units: units - 1000 });
    expect(await reasons({ amountUsd: usd })).toEqual(['over-monthly-amount']);
  });

  it("goes by the buyer's own number of the supplier, which means one supplier", async () => {
    const { mill, brand } = world.parties;
    const path = `/v1/suppliers/${supplierId}/external-id`;
    const set = (externalId: string | null, firm = mill, at = path) =>
      firm.requester.api.request('PUT', at, { externalId });
    const by = (externalId: string, firm = mill) =>
      firm.requester.api.get<OrderAnswerView>(`/v1/approvals?externalId=${externalId}&category=TRIMS`);
    expect(await by('V-100')).toMatchObject({ supplierId: null, reasons: ['supplier-unknown'] });
    await set('V-100');
    expect(await by('V-100')).toMatchObject({ supplierId, mayOrder: true });
    expect(await by('V-100', brand)).toMatchObject({ reasons: ['supplier-unknown'] });
    const other = await (await Story.open(world)).ready();
    await other.supplier.ask(other.id, { type: 'grant-consent', buyerId: mill.organisationId });
    const theirs = `/v1/suppliers/${other.applicant.supplierId}/external-id`;
    expect(await refusal(set('V-100', mill, theirs))).toMatchObject({ status: 409, code: 'already-exists' });
    expect(await refusal(set('V-100', brand, theirs))).toMatchObject({ status: 404 });
    expect(await refusal(mill.approver.api.request('PUT', path, { externalId: 'V-1' }))).toMatchObject({
      ...{ status: 403, code: 'role-not-allowed' },
    });
    const mine = { items: [{ supplierId, externalId: 'V-100' }], next: null };
    expect(await mill.approver.api.get('/v1/external-ids')).toEqual(mine);
    await set(null);
    expect(await mill.approver.api.get('/v1/external-ids')).toMatchObject({ items: [] });
    await set('V-100');
  });

  it('is answered for many orders at once, in their order, in one flight', async () => {
    const { api } = world.parties.mill.approver;
    const base = { supplierId, category: 'TRIMS' };
    const questions = [
      ...[{ ...base, hsLine: '0101' }, base, { externalId: 'V-100', category: 'TRIMS', units: 1 }],
      ...Array.from({ length: 197 }, () => ({ ...base, endMarket: 'JP' })),
    ];
    const many = await api.request<OrderAnswerList>('POST', '/v1/approvals/questions', { questions });
    const may = many.body.items.map(({ mayOrder }) => mayOrder);
    expect(may.slice(0, 4)).toEqual([false, true, true, false]);
    expect(may).toHaveLength(200);
    const alone = await raw('GET', address({}), { token: world.parties.mill.approver.token });
    expect(many.body.items[1]?.etag).toBe(alone.headers.get('etag'));
    expect(many.body.items[0]?.etag).not.toBe(alone.headers.get('etag'));
    // The look-up of the token, then the one statement between `begin` and `commit`.
    expect(many).toMatchObject({ statements: 5, flights: 2 });
  });

  it('is found by indexes alone, with the policies of the buyer', async () => {
    const { personId, organisationId, roles: own } = world.parties.mill.approver;
    const actor = {
      kind: 'person',
      personId,
      organisationId,
      organisationKind: 'buyer',
      roles: own,
    } as const;
    const asked = JSON.stringify([{ n: 0, externalId: 'V-100', category: 'TRIMS' }]);
    const papers = [approvalScopePaper(organisationId), deliveriesPaper(organisationId)];
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const plan = await db
      .transaction(actor, async (tx) => {
        await tx.run(statement('test-without-scans', 'set local enable_seqscan = off'), []);
        const values = [asked, organisationId, ...papers, 'askApproval'];
        return tx.run(statement('test-order-ask-plan', `explain ${ASK.text}`), values);
      })
      .finally(() => db.close());
    const text = plan.flatMap(Object.values).join('\n');
    expect(text).not.toMatch(/Seq Scan on (?!pg_)/);
    for (const index of ['approval_by_supplier', 'qualification_pkey', 'fact_pkey', 'supplier_external_id_'])
      expect(text).toContain(index);
  });

  it('is not answered to a question that says nothing, twice the same, or asks of the past', async () => {
    const { api } = world.parties.mill.approver;
    const bulk = (...questions: unknown[]) => api.post('/v1/approvals/questions', { questions });
    const both = { supplierId, externalId: 'V-100', category: 'TRIMS' };
    for (const wrong of [bulk(both), bulk({ category: 'TRIMS' }), bulk(), ask({ on: '2026-01-01' })])
      expect(await refusal(wrong)).toMatchObject({ status: 422, code: 'validation' });
    expect(await refusal(api.get('/v1/approvals?category=TRIMS'))).toMatchObject({ status: 422 });
    const tooMany = Array.from({ length: 201 }, () => ({ supplierId, category: 'TRIMS' }));
    expect(await refusal(bulk(...tooMany))).toMatchObject({ status: 422 });
    for (const somebody of [story.applicant.member, world.parties.officer, world.parties.auditor])
      expect(await refusal(somebody.api.get(address({})))).toMatchObject({ status: 403 });
  });

  it('is told to the supplier as a reading of its case', async () => {
    type Seen = { items: { organisation: { id: string }; operation: string }[] };
    const { items } = await story.supplier.get<Seen>(`${story.path}/accesses?limit=200`);
    const mine = items.filter(({ organisation }) => organisation.id === world.parties.mill.organisationId);
    expect(mine.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['askApproval', 'askApprovals']),
    );
  });

  it('is no while the qualification is suspended', async () => {
    const note = 'A fire in the dye house.';
    await world.parties.officer.api.ask(story.id, { type: 'suspend', cause: 'critical-incident', note });
    expect(await ask()).toMatchObject({
      ...{ mayOrder: false, reasons: ['qualification-suspended'], upTo: { usd: 0, units: 0 } },
      approvals: [{ status: 'suspended' }],
    });
  });
});
