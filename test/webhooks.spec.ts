import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HTTP } from 'cloudevents';
import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import type { NewWebhookEndpointView, WebhookDeliveryDetail, WebhookDeliveryView } from '#contracts';
import { NOBODY, openDatabase, statement, webhookEnded, webhookToAttempt } from '#persistence';
import { WEBHOOK_WORKFLOW, webhookWorkflowId } from '#workflows';
import { until, type ApiClient } from '../apps/dev/src/play/api-client.js';
import { registryOf } from '../apps/dev/src/play/parties.js';
import * as roles from '../apps/dev/src/play/roles.js';
import { answering, Receiver, type Received } from './support/receiver.js';
import { Story } from './support/story.js';
import { refusal, testStack, World } from './support/world.js';

const ENDPOINTS = '/v1/webhook-endpoints';
const type = (name: string): string => `org.selvedge.qualification.${name}.v1`;
const TEST = 'org.selvedge.webhook.test.v1';
const DISABLED = 'org.selvedge.webhook.endpoint-disabled.v1';

/** Whether two libraries that others wrote accept a message with this secret. */
function accepted(secret: string, { raw, headers }: Received): boolean {
  const given = headers as Record<string, string>;
  const tries = [new Webhook(secret), new SvixWebhook(secret)].map((webhook) => {
    try {
      webhook.verify(raw, given);
      return true;
    } catch {
      return false;
    }
  });
  expect(new Set(tries).size).toBe(1); // they agree
  return tries[0] ?? false;
}

/** One organisation that wants to be told of its cases, and others that must not hear of it. */
describe('webhooks', () => {
  let world: World;
  let story: Story;
  let receiver: Receiver;
  let administrator: ApiClient;
  let endpoint: NewWebhookEndpointView;
  const opened: Receiver[] = [];
  const open = async (): Promise<Receiver> => {
    const one = await Receiver.open();
    opened.push(one);
    return one;
  };
  const create = (by: ApiClient, body: object): Promise<NewWebhookEndpointView> =>
    by.post<NewWebhookEndpointView>(ENDPOINTS, body);
  const deliveries = async (id: string, query = ''): Promise<readonly WebhookDeliveryView[]> =>
    (await administrator.get<{ items: WebhookDeliveryView[] }>(`${ENDPOINTS}/${id}/deliveries${query}`))
      .items;
  const delivery = (id: string, by = administrator): Promise<WebhookDeliveryDetail> =>
    by.get<WebhookDeliveryDetail>(`/v1/webhook-deliveries/${id}`);
  const becomes = (id: string, status: string, by = administrator): Promise<WebhookDeliveryDetail> =>
    until(
      () => delivery(id, by),
      (seen) => seen.status === status,
    );
  const arrives = (at: Receiver, wanted: string, many = 1): Promise<readonly Received[]> =>
    until(
      () => Promise.resolve(at.of(wanted)),
      (all) => all.length >= many,
    );

  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    const { organisationId } = story.applicant.member;
    administrator = (await registryOf(world.parties).member(organisationId, 'Manager', 'administrator')).api;
    receiver = await open();
    endpoint = await create(administrator, {
      url: receiver.url,
      description: 'ERP',
      v1a: true,
      rateLimit: 100,
    });
    await story.submit();
    await story.supplier.ask(story.id, {
      type: 'grant-consent',
      buyerId: world.parties.mill.organisationId,
    });
    await roles.accept(world.parties, story.id);
    await story.told();
    // What was told before there was an endpoint.
    const since = new Date(Date.now() - 3_600_000).toISOString();
    await administrator.post(`${ENDPOINTS}/${endpoint.id}/recover`, { since });
  });
  afterAll(async () => {
    await Promise.all(opened.map((one) => one.close()));
    await world.close();
  });

  it('tell an organisation what its feed tells it, signed so that others’ libraries accept it', async () => {
    const told = await until(
      () =>
        world.rows<{ id: string; at: string }>(
          `select event_id as id, lpad(seq::text, 9, '0') || lpad(part::text, 3, '0') as at from feed_entry
            where organisation_id = $1 and qualification_id = $2 order by position`,
          [endpoint.organisationId, story.id],
        ),
      (rows) => rows.length > 5 && rows.every(({ id }) => receiver.ids.includes(id)),
    );
    const bySequence = [...receiver.received].sort((a, b) => (a.event.sequence < b.event.sequence ? -1 : 1));
    expect([...new Set(bySequence.map(({ event }) => event.id))]).toEqual(told.map(({ id }) => id));
    for (const message of receiver.received) {
      expect(accepted(endpoint.secret ?? '', message)).toBe(true);
      expect(message.headers['webhook-id']).toBe(message.event.id);
      expect(message.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
      const event = HTTP.toEvent({ headers: message.headers, body: message.raw });
      expect(event).toMatchObject({
        id: message.event.id,
        source: `${world.stack.apiUrl}/v1/qualifications`,
      });
    }
  });

  it('are signed with Ed25519 as well, for an endpoint that wants it', () => {
    const publicKey = endpoint.secrets.find(({ kind }) => kind === 'v1a')?.publicKey ?? '';
    const bytes = Buffer.from(publicKey.replace(/^whpk_/, ''), 'base64');
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') },
      format: 'jwk',
    });
    const { headers, raw } = receiver.received[0] as Received;
    const signature = /v1a,(\S+)/.exec(String(headers['webhook-signature']))?.[1] ?? '';
    const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`);
    expect(verify(null, signed, key, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it('show a secret once, and nothing of an endpoint to anybody but its administrators', async () => {
    expect(endpoint.secret).toMatch(/^whsec_/);
    const { officer, mill } = world.parties;
    const other = (await registryOf(world.parties).member(mill.organisationId, 'Other', 'administrator')).api;
    const [sent] = await deliveries(endpoint.id);
    const paths = [
      `${ENDPOINTS}/${endpoint.id}`,
      `${ENDPOINTS}/${endpoint.id}/deliveries`,
      `/v1/webhook-deliveries/${sent?.id}`,
    ];
    for (const path of paths) {
      expect(JSON.stringify(await administrator.get(path))).not.toContain('whsec_');
      for (const stranger of [other, story.supplier, mill.requester.api])
        expect([path, await refusal(stranger.get(path))]).toMatchObject([path, { status: 404 }]);
    }
    expect((await other.get<{ items: unknown[] }>(ENDPOINTS)).items).toEqual([]);
    expect(await refusal(story.supplier.get(ENDPOINTS))).toMatchObject({ status: 403 });
    expect(await refusal(other.post(`/v1/webhook-deliveries/${sent?.id}/resend`, {}))).toMatchObject({
      status: 404,
    });
    const seen = await officer.api.get<object>(`${ENDPOINTS}/${endpoint.id}`);
    expect(seen).toMatchObject({
      url: new URL(receiver.url).origin,
      secrets: [],
      lastDay: { delivered: expect.any(Number) },
    });
    expect(await delivery(sent?.id ?? '', officer.api)).toMatchObject({ log: [] });
    expect(await refusal(officer.api.post(`${ENDPOINTS}/${endpoint.id}/test`, {}))).toMatchObject({
      status: 403,
    });
  });

  it('keep a log of what was answered, and send one again under the same id', async () => {
    receiver.reply = answering(201);
    const [sent] = await deliveries(endpoint.id, '?status=delivered&limit=1');
    const before = receiver.ids.length;
    await administrator.post(`/v1/webhook-deliveries/${sent?.id}/resend`, {});
    const { log } = await becomes(sent?.id ?? '', 'delivered');
    expect(log.map(({ round, statusCode, answer }) => ({ round, statusCode, answer }))).toEqual([
      { round: 1, statusCode: 201, answer: 'answered 201' },
      { round: 0, statusCode: 204, answer: '' },
    ]);
    expect(receiver.ids).toHaveLength(before);
    const same = receiver.received.filter(({ event }) => event.id === sent?.eventId);
    expect(same).toHaveLength(2);
    expect(same[1]?.raw).toBe(same[0]?.raw);
    const workflow = webhookWorkflowId(endpoint.id, sent?.eventId ?? '', 0);
    expect(await world.temporal.workflow.getHandle(workflow).describe()).toMatchObject({
      type: WEBHOOK_WORKFLOW,
    });
  });

  it('are signed with the former secret as well for as long as a rotation overlaps', async () => {
    const rotate = (overlapHours: number) =>
      administrator.post<NewWebhookEndpointView>(`${ENDPOINTS}/${endpoint.id}/rotate-secret`, {
        overlapHours,
      });
    const send = async (): Promise<Received> => {
      const many = receiver.of(TEST).length;
      await administrator.post(`${ENDPOINTS}/${endpoint.id}/test`, {});
      return (await arrives(receiver, TEST, many + 1)).at(-1) as Received;
    };
    const second = await rotate(24);
    const during = await send();
    expect([endpoint.secret, second.secret].map((secret) => accepted(secret ?? '', during))).toEqual([
      true,
      true,
    ]);
    expect(during.event).toMatchObject({ data: { endpointId: endpoint.id } });
    const third = await rotate(0);
    const after = await send();
    const secrets = [endpoint.secret, second.secret, third.secret];
    expect(secrets.map((secret) => accepted(secret ?? '', after))).toEqual([false, false, true]);
  });

  it('are only of the types that were asked for, and there must be such a type', async () => {
    const narrow = await open();
    const accept = type('application-accepted');
    const unknown = create(administrator, { url: narrow.url, eventTypes: [accept, type('nonsense')] });
    await expect(unknown).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '#/eventTypes/1', detail: expect.stringContaining('nonsense') }] },
    });
    const { id, eventTypes } = await create(administrator, { url: narrow.url, eventTypes: [accept] });
    expect(eventTypes).toEqual([accept]);
    const since = new Date(Date.now() - 3_600_000).toISOString();
    const recover = () => administrator.post<object>(`${ENDPOINTS}/${id}/recover`, { since });
    expect(await recover()).toEqual({ recovered: 1, more: false });
    await arrives(narrow, accept);
    expect(narrow.received.map(({ event }) => event.type)).toEqual([accept]);
    expect(await recover()).toEqual({ recovered: 0, more: false });
  });

  it.each([
    ['http://erp.example/hook', 'not-https'],
    ['https://10.0.0.1/', 'address'],
    ['https://[::ffff:169.254.169.254]/', 'address'],
    ['https://erp.example:22/', 'port'],
    ['https://me:secret@erp.example/', 'credentials'],
    ['https://nobody.invalid/', 'address'],
    ['nonsense', 'not-a-url'],
  ])('go nowhere that is not public: %s', async (url, code) => {
    const wrong = { status: 422, problem: { errors: [{ pointer: '#/url', code }] } };
    await expect(create(administrator, { url })).rejects.toMatchObject(wrong);
    const change = { url };
    const { etag } = await administrator.request('GET', `${ENDPOINTS}/${endpoint.id}`);
    const changing = administrator.request('PATCH', `${ENDPOINTS}/${endpoint.id}`, change, {
      'if-match': etag ?? '',
    });
    await expect(changing).rejects.toMatchObject(wrong);
  });

  it('end at once where nobody wants them any more, which others hear of; nothing is lost', async () => {
    const gone = await open();
    gone.reply = answering(410);
    const { id, version } = await create(administrator, {
      url: gone.url,
      eventTypes: [type('consent-withdrawn')],
    });
    const watching = receiver.of(DISABLED).length;
    await story.supplier.ask(story.id, {
      type: 'withdraw-consent',
      buyerId: world.parties.mill.organisationId,
    });
    const told = await arrives(receiver, DISABLED, watching + 1);
    expect(told.at(-1)?.event).toMatchObject({ data: { endpointId: id } });
    expect(await administrator.get(`${ENDPOINTS}/${id}`)).toMatchObject({
      ...{ status: 'disabled', disabledReason: 'gone', version: version + 1 },
    });
    expect(await deliveries(id)).toMatchObject([{ status: 'gone', attempts: 1 }]);
    expect(await refusal(administrator.post(`${ENDPOINTS}/${id}/test`, {}))).toMatchObject({ status: 409 });
    const since = new Date(Date.now() - 3_600_000).toISOString();
    const recover = () => administrator.post<object>(`${ENDPOINTS}/${id}/recover`, { since });
    expect(await refusal(recover())).toMatchObject({ status: 409 });
    gone.reply = answering(204);
    await administrator.post(`${ENDPOINTS}/${id}/enable`, {});
    expect(await recover()).toEqual({ recovered: 1, more: false });
    await becomes((await deliveries(id))[0]?.id ?? '', 'delivered');
    expect(gone.ids).toHaveLength(1);
    expect(gone.received).toHaveLength(2);
  });

  it('hold nothing back that was held at the moment when an endpoint was enabled again', async () => {
    const late = await open();
    late.reply = answering(503, { 'retry-after': '3600' });
    const { id } = await create(administrator, { url: late.url, eventTypes: [TEST] });
    const sent = await administrator.post<WebhookDeliveryView>(`${ENDPOINTS}/${id}/test`, {});
    await until(
      () => delivery(sent.id),
      ({ attempts }) => attempts === 1,
    );
    await administrator.post(`${ENDPOINTS}/${id}/disable`, {});
    late.reply = answering(204);
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const enabling = await db.transaction(NOBODY, async (tx) => {
      const [we] = await tx.run<{ pid: number }>(statement('own-pid', 'select pg_backend_pid() as pid'), []);
      const waitsForUs = () =>
        world.rows('select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))', [we?.pid]);
      await webhookToAttempt(tx, sent.id, 0);
      const asked = administrator.post(`${ENDPOINTS}/${id}/enable`, {});
      await until(waitsForUs, (waiting) => waiting.length > 0, 30_000);
      await webhookEnded(tx, sent.id, 'held');
      return { asked };
    });
    await db.close();
    expect(await enabling.asked).toMatchObject({ status: 'enabled' });
    await becomes(sent.id, 'delivered');
  });

  it('tell nobody what their organisation may not know at the moment they are sent', async () => {
    const { mill } = world.parties;
    const reader = (await registryOf(world.parties).member(mill.organisationId, 'Reader', 'administrator'))
      .api;
    const buyer = await open();
    const { id } = await create(reader, { url: buyer.url, eventTypes: [type('application-accepted')] });
    const recover = (): Promise<{ recovered: number }> =>
      reader.post(`${ENDPOINTS}/${id}/recover`, { since: new Date(Date.now() - 3_600_000).toISOString() });
    // Consent was withdrawn: the entry is in its feed, and not for it to see.
    expect(await recover()).toMatchObject({ recovered: 0 });
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill.organisationId });
    expect(await recover()).toMatchObject({ recovered: 1 });
    const [sent] = await arrives(buyer, type('application-accepted'));
    const [row] = await world.rows<{ id: string }>(
      'select id from webhook_delivery where endpoint_id = $1 and event_id = $2',
      [id, sent?.event.id],
    );
    await becomes(row?.id ?? '', 'delivered', reader);
    await story.supplier.ask(story.id, { type: 'withdraw-consent', buyerId: mill.organisationId });
    await reader.post(`/v1/webhook-deliveries/${row?.id}/resend`, {});
    await becomes(row?.id ?? '', 'withheld', reader);
    expect(buyer.received).toHaveLength(1);
  });

  it('keep who changes an endpoint from undoing another change, and repeat nothing under one key', async () => {
    const path = `${ENDPOINTS}/${endpoint.id}`;
    const { etag } = await administrator.request('GET', path);
    const change = (rateLimit: number) =>
      administrator.request<{ rateLimit: number }>('PATCH', path, { rateLimit }, { 'if-match': etag ?? '' });
    expect((await change(50)).body.rateLimit).toBe(50);
    expect(await refusal(change(20))).toMatchObject({ status: 412, code: 'precondition-failed' });
    expect(await refusal(administrator.request('PATCH', path, { rateLimit: 20 }))).toMatchObject({
      status: 428,
    });
    const key = randomUUID();
    const body = { url: receiver.url, eventTypes: [DISABLED] };
    const [one, again] = [
      await administrator.post<NewWebhookEndpointView>(ENDPOINTS, body, key),
      await administrator.post(ENDPOINTS, body, key),
    ];
    expect(again).toEqual(one);
    await administrator.request('DELETE', `${ENDPOINTS}/${one.id}`);
    expect(await refusal(administrator.get(`${ENDPOINTS}/${one.id}`))).toMatchObject({ status: 404 });
    const left = await world.rows('select 1 from webhook_secret where endpoint_id = $1', [one.id]);
    expect(left).toEqual([]);
    const { items } = await administrator.get<{ items: unknown[] }>(ENDPOINTS);
    for (let n = items.length; n < 10; n++) await create(administrator, body);
    expect(await refusal(create(administrator, body))).toMatchObject({ status: 409, code: 'limit-reached' });
  });
});
