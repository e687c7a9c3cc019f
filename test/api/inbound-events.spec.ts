import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { localDate } from '#domain';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import { until } from '../../apps/dev/src/play/api-client.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { raw, type Raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Source {
  readonly id: string;
  readonly source: string;
  readonly secret?: string;
}
const TYPE = 'org.selvedge.inbound';
const CLOUD_EVENT = 'application/cloudevents+json';

describe('an event that comes in', () => {
  let world: World;
  let story: Story;
  let source: Source;
  let receipt: Record<string, unknown>;
  let on: string;
  beforeAll(async () => {
    world = await World.open();
    story = await (await Story.open(world)).decision();
    source = await requester().post<Source>('/v1/inbound-sources', { name: 'ERP' });
    const { caseTime, pilots } = await story.see();
    on = localDate(caseTime);
    const [pilotId = ''] = Object.keys(pilots);
    receipt = { qualificationId: story.id, pilotId, lot: 1, quantity: 1190, date: on };
  });
  afterAll(() => world.close());

  const requester = () => world.parties.mill.requester.api;
  const eventOf = (type: string, data: unknown, id: string = randomUUID(), from = source.source) =>
    JSON.stringify({ specversion: '1.0', id, source: from, type: `${TYPE}.${type}.v1`, data });
  const signed = (body: string, secret = source.secret ?? '', at = new Date()): Record<string, string> => ({
    ...{ 'content-type': CLOUD_EVENT, 'webhook-id': 'm-1' },
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('m-1', at, body),
  });
  const send = (body: string, headers = signed(body)): Promise<Raw> =>
    raw('POST', '/v1/inbound-events', { body, headers });
  const said = async (asking: Promise<Raw>) => {
    const { status, body } = await asking;
    return [status, body['code'] ?? body['status'], ...(body['refusal'] ? [body['refusal']] : [])];
  };
  const pointers = async (body: string) => {
    const { status, body: problem } = await send(body);
    expect(status).toBe(422);
    return (problem['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
  };
  const delivery = (change: object = {}) => ({
    ...{ dueOn: on, deliveredOn: on, ordered: 500, delivered: 500, accepted: true, valueUsd: 900 },
    ...{ inspected: 50, defective: 0, answeredInTime: true, priceKept: true, ...change },
  });
  const delivered = (number: string, change?: object) => ({
    ...{ qualificationId: story.id, number, delivery: delivery(change) },
  });
  const complaint = (change: object = {}) => ({
    ...{ qualificationId: story.id, delivery: 'D-1', number: 'C-1', reason: 'damaged', units: 25, ...change },
  });

  it('is refused when its signature is not that of its source, or too old, and nothing is kept of it', async () => {
    const body = eventOf('goods-receipt', receipt);
    const stranger = eventOf('goods-receipt', receipt, 'x', `urn:uuid:${randomUUID()}`);
    const other = await requester().post<Source>('/v1/inbound-sources', { name: 'Other' });
    const minutes = (n: number) => new Date(Date.now() + n * 60_000);
    const wrong = [
      send(body, signed(body, other.secret)),
      send(body, signed(`${body} `)),
      send(body, signed(body, source.secret, minutes(-5.1))),
      send(body, signed(body, source.secret, minutes(5.1))),
      send(body, { 'content-type': CLOUD_EVENT }),
      send(stranger),
      send(eventOf('goods-receipt', receipt, 'x', 'https://erp.example')),
    ];
    for (const one of wrong) expect(await said(one)).toEqual([401, 'signature-invalid']);
    const kept = await world.rows('select 1 from inbound_event where qualification_id = $1', [story.id]);
    expect(kept).toEqual([]);
  });

  it('is refused by its field when it is not what it should be', async () => {
    expect(await said(send('{oops'))).toEqual([400, 'malformed-request']);
    expect(await said(send('[]'))).toEqual([400, 'malformed-request']);
    const json = { ...signed('{}'), 'content-type': 'application/json' };
    expect(await said(send('{}', json))).toEqual([415, 'unsupported-media-type']);
    const elsewhere = raw('POST', '/v1/tasks', { body: '{}', headers: { 'content-type': CLOUD_EVENT } });
    expect([404, 405, 415]).toContain((await elsewhere).status);
    const anonymous = { ...(JSON.parse(eventOf('goods-receipt', receipt)) as object), id: undefined };
    expect(await pointers(JSON.stringify(anonymous))).toEqual(['#/id']);
    expect(await pointers(eventOf('strike', receipt))).toEqual(['#/type']);
    expect((await send(eventOf('strike', receipt))).text).toContain(`${TYPE}.strike.v1 is not known`);
    expect(await pointers(eventOf('goods-receipt', { ...receipt, lot: 0, extra: 1 }))).toEqual([
      ...['#/data/lot', '#/data/extra'],
    ]);
    expect(await pointers(eventOf('delivery', delivered('D-1', { defective: 51 })))).toEqual([
      '#/data/delivery/defective',
    ]);
  });

  it('confirms the receipt of a lot of the pilot order, once however often it comes', async () => {
    const body = eventOf('goods-receipt', { ...receipt, claim: { reason: 'short', units: 10, usd: 12 } });
    const first = await send(body);
    expect(first.status).toBe(202);
    const place = first.headers.get('location') ?? '';
    expect(place).toBe(`/v1/inbound-events/${String(first.body['id'])}`);
    const found = await until(
      () => requester().get<{ status: string; commandId: string }>(place),
      ({ status }) => status !== 'received',
    );
    expect(found).toMatchObject({ status: 'taken', source: source.source, qualificationId: story.id });
    const again = await send(body, signed(body));
    expect([again.status, again.body]).toEqual([202, found]);
    const events = await story.events('receipt-confirmed');
    expect(events.map(({ params }) => params)).toMatchObject([{ quantity: 1190, claimReason: 'short' }]);
    const [entry] = (await story.journal()).filter((row) => row.entry.command === 'confirm-receipt');
    expect(entry?.entry.actor).toMatchObject({ personId: world.parties.mill.requester.personId });
    const other = await send(eventOf('goods-receipt', receipt));
    const refused = { status: 'refused', refusal: 'receipt-given' };
    expect(
      await until(
        () => requester().get<{ status: string }>(other.headers.get('location') ?? ''),
        ({ status }) => status !== 'received',
      ),
    ).toMatchObject(refused);
  });

  it('is not another event under an id that was used', async () => {
    const id = randomUUID();
    const strange = { ...receipt, qualificationId: randomUUID() };
    expect(await said(send(eventOf('goods-receipt', strange, id)))).toEqual([202, 'refused', 'not-found']);
    expect(await said(send(eventOf('goods-receipt', strange, id)))).toEqual([202, 'refused', 'not-found']);
    expect(await said(send(eventOf('goods-receipt', receipt, id)))).toEqual([422, 'idempotency-key-reused']);
  });

  it('writes deliveries and complaints down, and the scorecard judges by them', async () => {
    const early = eventOf('delivery', delivered('D-0'));
    expect(await said(send(early))).toEqual([202, 'refused', 'paper-not-open']);
    await roles.approve(story.id, world.parties.mill);
    expect(await said(send(early))).toEqual([202, 'refused', 'paper-not-open']);
    for (const number of ['D-1', 'D-2', 'D-3', 'D-3'])
      expect(await said(send(eventOf('delivery', delivered(number))))).toEqual([202, 'taken']);
    const differs = send(eventOf('delivery', delivered('D-3', { priceKept: false })));
    expect(await said(differs)).toEqual([202, 'refused', 'already-exists']);
    const complaints = [
      complaint(),
      complaint(),
      complaint({ delivery: 'D-2', reason: 'wrong-goods', units: 0 }),
    ];
    for (const one of complaints) expect(await said(send(eventOf('complaint', one)))).toEqual([202, 'taken']);
    const changed = send(eventOf('complaint', complaint({ units: 26 })));
    expect(await said(changed)).toEqual([202, 'refused', 'already-exists']);
    expect(await said(send(eventOf('delivery', delivered('D-1'))))).toEqual([202, 'taken']);
    const unknown = send(eventOf('complaint', complaint({ delivery: 'D-9' })));
    expect(await said(unknown)).toEqual([202, 'refused', 'not-found']);
    const together = Array.from({ length: 4 }, (_, n) =>
      complaint({ delivery: 'D-3', number: `C-${n}`, units: 1 }),
    );
    const answers = await Promise.all(together.map((one) => said(send(eventOf('complaint', one)))));
    expect(answers).toEqual(together.map(() => [202, 'taken']));
    const question = `/v1/approvals?supplierId=${story.applicant.supplierId}&category=TRIMS`;
    expect(await requester().get(question)).toMatchObject({
      approvals: [{ deliveredThisMonth: { units: 1500, usd: 2700, withoutValue: 0 } }],
    });
    await world.pass(story.id, { days: 37 });
    type Cards = { items: { months: { parts: Record<string, number> }[] }[] };
    const { items } = await requester().get<Cards>(`${story.path}/scorecards`);
    // One of three not accepted; 29 bad units of 179 leave nothing of the half for defects.
    expect(items[0]?.months[0]?.parts).toMatchObject({ delivery: 20, quality: 11.7, service: 10 });
  });

  it('comes from a source until that is disabled, by the old secret only for the overlap', async () => {
    const one = await requester().post<Source>('/v1/inbound-sources', { name: 'Third' });
    const event = () => eventOf('complaint', complaint(), randomUUID(), one.source);
    const by = (secret: string | undefined) => {
      const body = event();
      return said(send(body, signed(body, secret)));
    };
    const rotate = async (overlapHours: number) =>
      (await requester().post<Source>(`/v1/inbound-sources/${one.id}/rotation`, { overlapHours })).secret;
    const next = await rotate(1);
    for (const secret of [one.secret, next]) expect(await by(secret)).toEqual([202, 'taken']);
    const last = await rotate(0);
    expect(await by(one.secret)).toEqual([401, 'signature-invalid']);
    expect(await by(next)).toEqual([401, 'signature-invalid']);
    expect(await by(last)).toEqual([202, 'taken']);
    await requester().request('DELETE', `/v1/inbound-sources/${one.id}`);
    expect(await by(last)).toEqual([401, 'signature-invalid']);
    const stored = await world.rows<{ text: string }>('select s::text as text from inbound_source s');
    expect(stored.some(({ text }) => text.includes('whsec_'))).toBe(false);
  });

  it('is of nobody else, and sources are made by whoever orders', async () => {
    const { mill, brand, officer } = world.parties;
    const path = `/v1/inbound-sources/${source.id}`;
    const [event] = await world.rows<{ id: string }>('select id from inbound_event where source_id = $1', [
      source.id,
    ]);
    for (const asked of [
      brand.requester.api.get(`/v1/inbound-events/${event?.id}`),
      brand.requester.api.post(`${path}/rotation`, {}),
      brand.requester.api.request('DELETE', path),
    ])
      expect(await refusal(asked)).toMatchObject({ status: 404 });
    for (const { api } of [mill.approver, officer, story.applicant.member])
      expect(await refusal(api.post('/v1/inbound-sources', { name: 'No' }))).toMatchObject({ status: 403 });
    const colleague = await registryOf(world.parties).member(mill.organisationId, 'Cora', 'buyer-requester');
    expect(await refusal(colleague.api.post(`${path}/rotation`, {}))).toMatchObject({ status: 403 });
    expect(await refusal(colleague.api.request('DELETE', path))).toMatchObject({ status: 404 });
    const manager = await registryOf(world.parties).member(mill.organisationId, 'Mia', 'administrator');
    const { items } = await manager.api.get<{ items: Source[] }>('/v1/inbound-sources');
    expect(items.map(({ id }) => id)).toContain(source.id);
    await manager.api.request('DELETE', path);
    expect(await said(send(eventOf('complaint', complaint())))).toEqual([401, 'signature-invalid']);
  });
});
