import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_CONSENT_SECTIONS, localDate, samplePick } from '#domain';
import { sendDocument } from '../../apps/dev/src/play/documents.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story, writeScope } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Draw {
  readonly seed: string;
  readonly units: readonly number[];
  readonly classes: Readonly<Record<string, number>>;
}

const paper = (n: number) => ({
  ...{ name: 'golden.pdf', type: 'application/pdf' },
  bytes: Buffer.from(
    `%PDF-1.4\n${n} 0 obj << /Type /Catalog >> endobj\ntrailer << /Root ${n} 0 R >>\n%%EOF\n`,
  ),
});

describe('a case with several buyers', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is declined here and approved there: the first decline ends that buyer’s approval only', async () => {
    const { mill, brand } = world.parties;
    const story = await (await Story.open(world)).decision();
    const { id } = story;
    const request = () => brand.requester.api.ask(id, { type: 'request-approval' });
    expect(await refusal(request())).toEqual({ status: 404, code: 'not-found' });
    await mill.approver.api.ask(id, { type: 'decline-approval', reason: 'price', note: 'Too dear for us.' });
    type Decided = { items: { buyerId: string; advice?: string }[] };
    const decided = await story.supplier.get<Decided>(`${story.path}/approvals?language=km`);
    expect(decided.items[0]?.advice).toMatch(/\p{Script=Khmer}/u);
    expect(await story.see()).toMatchObject({ stage: 'pilot-order', substate: 'ready', over: false });
    await story.supplier.ask(id, { type: 'grant-consent', buyerId: brand.organisationId });
    await request();
    expect(await refusal(request())).toEqual({ status: 409, code: 'stage-does-not-allow' });
    await roles.approve(id, brand);
    const seen = await story.see();
    expect(seen).toMatchObject({ stage: 'qualified', substate: 'full' });
    expect(seen.approvals).toMatchObject({
      [mill.organisationId]: { phase: 'declined', declineReason: 'price' },
      [brand.organisationId]: { phase: 'approved' },
    });
    expect((await brand.requester.api.case(id)).approvals).not.toHaveProperty(mill.organisationId);
    expect(await story.faults()).toEqual([]);
  });

  it('is qualified once when two buyers order, inspect and approve at the same time', async () => {
    const { mill, brand } = world.parties;
    const story = await (await Story.open(world)).ready();
    const { id } = story;
    const pilots = await Promise.all([mill, brand].map((buyer) => story.pilot(buyer)));
    expect(await story.see()).toMatchObject({ stage: 'approval', substate: 'decision' });
    await Promise.all([mill, brand].map((buyer) => roles.approve(id, buyer)));
    const seen = await story.see();
    expect(seen).toMatchObject({ stage: 'qualified', substate: 'full' });
    expect(Object.keys(seen.pilots).sort()).toEqual([...pilots].sort());
    for (const { organisationId } of [mill, brand])
      expect(seen.approvals[organisationId]).toMatchObject({ phase: 'approved' });
    expect(await story.events('qualification-granted')).toHaveLength(1);
    expect(await story.events('approval-granted')).toHaveLength(2);
    expect(await story.faults()).toEqual([]);
  });

  it('places one pilot order for each buyer at a time', async () => {
    const { mill } = world.parties;
    const story = await (await Story.open(world)).ready();
    await roles.placePilot(story.applicant, story.id, mill);
    const second = mill.requester.api.ask(story.id, { type: 'place-pilot', pilotId: story.id });
    expect(await refusal(second)).toEqual({ status: 409, code: 'pilot-open' });
    const leave = story.supplier.ask(story.id, { type: 'withdraw-consent', buyerId: mill.organisationId });
    expect(await refusal(leave)).toEqual({
      status: 409,
      code: 'consent-in-use',
      items: [mill.organisationId],
    });
  });

  it('takes further approvals while qualified, and a decline then changes no stage', async () => {
    const { brand } = world.parties;
    const story = await (await Story.open(world)).qualified();
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: brand.organisationId });
    await brand.requester.api.ask(story.id, { type: 'request-approval' });
    await writeScope(story.id, brand);
    await brand.requester.api.ask(story.id, { type: 'recommend-approval' });
    await brand.approver.api.ask(story.id, { type: 'decline-approval', reason: 'capacity' });
    expect(await story.see()).toMatchObject({ stage: 'qualified', substate: 'full' });
    const again = brand.approver.api.ask(story.id, { type: 'decline-approval', reason: 'capacity' });
    expect(await refusal(again)).toEqual({ status: 409, code: 'no-approval-open' });
  });

  it('scores what came under an approval month by month, and lets nobody else write it down', async () => {
    const { mill, brand, officer } = world.parties;
    const story = await (await Story.open(world)).qualified();
    const { caseTime } = await story.see();
    const on = localDate(caseTime);
    const delivery = {
      ...{ dueOn: on, deliveredOn: on, ordered: 500, delivered: 500, accepted: true },
      ...{ inspected: 50, defective: 0, answeredInTime: true, priceKept: false },
    };
    const write = (firm: typeof mill, number: string, body: object = delivery) =>
      firm.requester.api.put(`${story.path}/deliveries/${number}`, body);
    for (const number of ['D-1', 'D-2', 'D-3']) await write(mill, number);
    expect(await refusal(write(mill, 'D-1'))).toMatchObject({ status: 412 });
    expect(await refusal(write(brand, 'D-1'))).toMatchObject({ status: 404 });
    const wrong = write(mill, 'D-4', { ...delivery, defective: 51 });
    expect(await refusal(wrong)).toMatchObject({ status: 422, code: 'validation' });
    await world.pass(story.id, { days: 37 });
    const months = [{ deliveries: 3, score: 95, band: 'preferred', parts: { price: 0, delivery: 30 } }];
    for (const { api } of [story.applicant.member, mill.approver, officer])
      expect(await api.get(`${story.path}/scorecards`)).toMatchObject({
        items: [{ buyerId: mill.organisationId, months }],
      });
    expect(await refusal(brand.requester.api.get(`${story.path}/scorecards`))).toMatchObject({ status: 404 });
  });

  it('is found by the demand that it meets, and finds it', async () => {
    const { mill, brand, officer, auditor } = world.parties;
    // Where no other test's supplier waits for a buyer: fifty of those that fit best are shown.
    const province = 'KH-9';
    const story = await (await Story.open(world, { province })).ready();
    const demand = {
      ...{ category: 'TRIMS', hsLines: [], endMarkets: ['EU'], monthlyQuantity: 10, unit: 'pieces' },
      ...{ provinces: [province], priceUsd: 0.12 },
    };
    const board = `/v1/organisations/${mill.organisationId}/demands`;
    const stated = await mill.requester.api.post<{ id: string; version: number }>(board, demand);
    expect(await refusal(brand.requester.api.post(board, demand))).toMatchObject({ status: 404 });
    expect(await refusal(mill.approver.api.post(board, demand))).toMatchObject({ status: 403 });
    type Found = { items: { qualificationId: string; supplierId: string; reasons: string[] }[] };
    const found = await officer.api.get<Found>(`${board}/${stated.id}/candidates`);
    const seen = found.items.find(({ qualificationId }) => qualificationId === story.id);
    expect(seen).toMatchObject({ supplierId: story.applicant.supplierId });
    expect(seen?.reasons).toContain('province');
    const mine = () => mill.requester.api.get<Found>(`${board}/${stated.id}/candidates`);
    const forMill = async () =>
      (await mine()).items.find(({ qualificationId }) => qualificationId === story.id);
    expect(await forMill()).toBeUndefined();
    const narrow = { buyerId: mill.organisationId, sections: ['profile' as const] };
    await story.supplier.ask(story.id, { type: 'grant-consent', ...narrow });
    expect((await forMill())?.reasons).toEqual(['end-markets']);
    const wide = { ...narrow, sections: [...DEFAULT_CONSENT_SECTIONS] };
    await story.supplier.ask(story.id, { type: 'grant-consent', ...wide });
    expect((await forMill())?.reasons).toEqual(['end-markets', 'capacity', 'province', 'grade']);
    expect(await refusal(brand.requester.api.get(`${board}/${stated.id}/candidates`))).toMatchObject({
      status: 404,
    });
    const matches = () =>
      story.supplier.get<{ items: { id: string; buyerId: string }[] }>(`${story.path}/matches`);
    expect((await matches()).items).toContainEqual(
      expect.objectContaining({ id: stated.id, buyerId: mill.organisationId, priceUsd: 0.12 }),
    );
    expect(await refusal(auditor.api.get(`${story.path}/matches`))).toMatchObject({ status: 403 });
    await mill.requester.api.request(
      'PATCH',
      `${board}/${stated.id}`,
      { closed: true },
      { 'if-match': '"1"' },
    );
    expect((await matches()).items.map(({ id }) => id)).not.toContain(stated.id);
    expect((await mill.requester.api.get<{ items: { id: string }[] }>('/v1/demands')).items).toContainEqual(
      expect.objectContaining({ id: stated.id, closedAt: expect.any(String) }),
    );
  });

  it('orders under an accepted rest of a finding: samples first, inspected at the supplier’s by the draw of its seed', async () => {
    const { mill, brand, reviewer } = world.parties;
    const story = await (await Story.open(world)).correcting();
    const { id, path } = story;
    const finding = { correctiveActionId: 'HS-03' };
    await roles.rejectTwice(world.parties, story.applicant, id, finding.correctiveActionId);
    const third = story.supplier.ask(id, { type: 'submit-corrective-action', ...finding });
    expect(await refusal(third)).toMatchObject({ status: 409, code: 'corrective-action-not-open' });
    await reviewer.api.ask(id, { type: 'accept-corrective-action-partly', residual: 'major', ...finding });
    await reviewer.api.ask(id, { type: 'accept-corrective-plan' });
    expect((await story.see()).correctiveActions['HS-03']).toMatchObject({
      ...{ severity: 'major', phase: 'open', partlyAccepted: { from: 'critical' } },
    });

    const { api } = mill.requester;
    const suggestion = () => api.get(`${path}/pilot-suggestion?monthlyVolume=20000&unitPriceUsd=2`);
    expect(await refusal(suggestion())).toEqual({ status: 404, code: 'not-found' });
    await story.supplier.ask(id, { type: 'grant-consent', buyerId: mill.organisationId });
    expect(await suggestion()).toMatchObject({
      units: { from: 1000, to: 2000, suggested: 1500 },
      reasons: ['by-monthly-volume', 'free-capacity-not-declared', 'two-lots-at-least'],
    });

    const sender = { baseUrl: world.parties.baseUrl, token: mill.requester.token };
    const [golden = '', other = ''] = await Promise.all([1, 2].map((n) => sendDocument(sender, paper(n))));
    const agreed = {
      ...{ samples: ['pre-production'], specVersion: 'TP-12.B', unitPrice: 2, paymentDays: 45 },
      approvedSample: [golden],
    };
    const pilotId = await roles.placePilot(story.applicant, id, mill, [500], agreed);
    const later = { lots: [{ lot: 1, size: 500 }], deliveryBy: '2199-01-01', valueUsd: 600, incoterm: 'EXW' };
    expect(await refusal(api.put(`${path}/pilot-orders/terms`, later, 1))).toMatchObject({
      ...{ status: 409, code: 'paper-not-open' },
    });
    const seenBySupplier = (document: string) => story.supplier.get(`/v1/documents/${document}`);
    expect(await refusal(seenBySupplier(golden))).toMatchObject({ status: 404 });
    const place = { qualificationId: id, target: 'pilot-lot', item: `${pilotId}:1` };
    for (const document of [golden, other]) await api.post(`/v1/documents/${document}/links`, place);
    expect(await seenBySupplier(golden)).toMatchObject({ id: golden });
    expect(await refusal(seenBySupplier(other))).toMatchObject({ status: 404 });

    const sample = { pilotId, sample: 'pre-production' } as const;
    const produce = () => story.supplier.ask(id, { type: 'start-production', pilotId });
    expect(await refusal(produce())).toMatchObject({ code: 'sample-not-approved' });
    await story.supplier.ask(id, { type: 'submit-sample', ...sample, evidence: [randomUUID()] });
    await api.ask(id, { type: 'approve-sample', ...sample });
    await produce();

    const lot = { pilotId, lot: 1 };
    await story.supplier.ask(id, { type: 'ready-for-inspection', ...lot, quantity: 500 });
    const draw = () => api.get<Draw>(`${path}/pilot-orders/${pilotId}/lots/1/sample`);
    expect(await refusal(draw())).toEqual({ status: 404, code: 'not-found' });
    await api.ask(id, { type: 'start-inspection', ...lot });
    const { seed, units, classes } = await draw();
    expect(units).toEqual(samplePick(500, 50, seed));
    expect(classes).toEqual({ major: 50, minor: 50 });
    await roles.inspectAndJudge(id, mill, { ...lot, size: 500, inspected: 50, major: 1, minor: 0 });
    await roles.deliver(story.applicant, id, { ...lot, size: 500 });
    await api.ask(id, {
      type: 'confirm-receipt',
      ...lot,
      quantity: 498,
      date: roles.inDays(await story.see(), 0),
    });
    const { items } = await api.get<{ items: unknown[] }>(`${path}/pilot-orders`);
    expect(items).toMatchObject([
      {
        ...{ id: pilotId, result: 'pass', terms: { ...agreed, tolerancePercent: 3, currency: 'USD' } },
        lots: [{ seed, plan: { major: { n: 50, ac: 2, re: 3 } }, receipt: { quantity: 498 } }],
        figures: { otif: 1, firstPassYield: 1, defects: { sample: 50, defective: 1, ppm: 20_000 } },
      },
    ]);
    expect(await refusal(brand.requester.api.get(`${path}/pilot-orders`))).toMatchObject({ status: 404 });
    expect(await story.faults()).toEqual([]);
  });
});
