import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story, writeScope } from '../support/story.js';
import { refusal, World } from '../support/world.js';

describe('a case with several buyers', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 30_000);
  afterAll(() => world.close());

  it('is declined here and approved there: the first decline ends that buyer’s approval only', async () => {
    const { mill, brand } = world.parties;
    const story = await (await Story.open(world)).decision();
    const { id } = story;
    const request = () => brand.requester.api.ask(id, { type: 'request-approval' });
    expect(await refusal(request())).toEqual({ status: 404, code: 'not-found' });
    await mill.approver.api.ask(id, { type: 'decline-approval', reason: 'price', note: 'Too dear for us.' });
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
  }, 30_000);

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
  }, 30_000);

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
  }, 30_000);

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
  }, 30_000);

  it('scores what came under an approval month by month, and lets nobody else write it down', async () => {
    const { mill, brand, officer } = world.parties;
    const story = await (await Story.open(world)).qualified();
    const { caseTime } = await story.see();
    const on = caseTime.slice(0, 10);
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
  }, 30_000);

  it('is found by the demand that it meets, and finds it', async () => {
    const { mill, brand, officer, auditor } = world.parties;
    const story = await (await Story.open(world)).ready();
    const demand = {
      ...{ category: 'TRIMS', hsLines: [], endMarkets: ['EU'], monthlyQuantity: 10, unit: 'pieces' },
      provinces: ['KH-12'],
    };
    const board = `/v1/organisations/${mill.organisationId}/demands`;
    const stated = await mill.requester.api.post<{ id: string; version: number }>(board, demand);
    expect(await refusal(brand.requester.api.post(board, demand))).toMatchObject({ status: 404 });
    expect(await refusal(mill.approver.api.post(board, demand))).toMatchObject({ status: 403 });
    type Found = { items: { qualificationId: string; supplierId: string; reasons: string[] }[] };
    const found = await officer.api.get<Found>(`${board}/${stated.id}/candidates`);
    const mine = found.items.find(({ qualificationId }) => qualificationId === story.id);
    expect(mine).toMatchObject({ supplierId: story.applicant.supplierId });
    expect(mine?.reasons).toContain('province');
    expect(await refusal(mill.requester.api.get(`${board}/${stated.id}/candidates`))).toMatchObject({
      status: 403,
    });
    const matches = () =>
      story.supplier.get<{ items: { id: string; buyerId: string }[] }>(`${story.path}/matches`);
    expect((await matches()).items).toContainEqual(
      expect.objectContaining({ id: stated.id, buyerId: mill.organisationId }),
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
  }, 30_000);
});
