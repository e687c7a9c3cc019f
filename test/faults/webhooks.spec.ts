import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import type { NewWebhookEndpointView, WebhookDeliveryView, WebhookEndpointDetail } from '#contracts';
import { openDatabase, takeWebhooks, type Database } from '#persistence';
import { createLogger, TemporalGateway } from '#platform';
import { webhookWorkflowId } from '#workflows';
import { fastForward } from '../../apps/dev/src/fast-forward.js';
import { until, type ApiClient } from '../../apps/dev/src/play/api-client.js';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { WebhookRelay, type Starter } from '../../apps/worker/src/webhooks/relay.js';
import { FaultStack } from '../support/faults.js';
import { answering, Receiver, silence } from '../support/receiver.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

const ENDPOINTS = '/v1/webhook-endpoints';
const HOUR_MS = 3_600_000;
const type = (name: string): string => `org.selvedge.qualification.${name}.v1`;
/** So few that the endpoint is not left alone. */
const FEW = ['application-submitted', 'application-accepted', 'screening-cleared'].map(type);
const ACCEPTED = type('application-accepted');
const TEST = 'org.selvedge.webhook.test.v1';

/** What arrives while receivers, relays and Temporal fail: everything, at least once, and elsewhere as if nothing was. */
describe('webhooks in trouble', () => {
  let stack: FaultStack;
  let world: World;
  let story: Story;
  let administrator: ApiClient;
  let db: Database;
  const names = ['healthy', 'failing', 'hanging', 'redirecting', 'refusing', 'away'] as const;
  type Name = (typeof names)[number];
  const receivers = {} as Record<Name, Receiver>;
  const endpoints = {} as Record<Name, NewWebhookEndpointView>;

  beforeAll(async () => {
    stack = await FaultStack.start();
    world = await World.open(stack.at);
    db = await openDatabase({ url: stack.at.runtimeUrl, poolSize: 4 });
    story = await Story.open(world);
    // What is told from here on is for the endpoints.
    await until(
      () => world.rows('select 1 from outbox_event where sent_at is null'),
      (untold) => untold.length === 0,
      60_000,
    );
    const { organisationId } = story.applicant.member;
    administrator = (await registryOf(world.parties).member(organisationId, 'Manager', 'administrator')).api;
    const types: Partial<Record<Name, readonly string[]>> = {
      ...{ redirecting: FEW, refusing: FEW, hanging: FEW, away: [ACCEPTED] },
    };
    for (const name of names) {
      receivers[name] = await Receiver.open();
      endpoints[name] = await administrator.post<NewWebhookEndpointView>(ENDPOINTS, {
        ...{ url: receivers[name].url, rateLimit: 100 },
        ...(types[name] && { eventTypes: types[name] }),
      });
    }
    receivers.failing.reply = answering(500);
    receivers.hanging.reply = silence;
    receivers.redirecting.reply = answering(302, { location: receivers.healthy.url });
    await receivers.refusing.close();
    await receivers.away.close();
  });
  afterAll(async () => {
    await Promise.all(names.map((name) => receivers[name]?.close().catch(() => undefined)));
    await db?.close();
    await world?.close().catch(() => undefined);
    await stack?.close();
  });

  const deliveries = async (name: Name, query = ''): Promise<readonly WebhookDeliveryView[]> => {
    const path = `${ENDPOINTS}/${endpoints[name].id}/deliveries?limit=200${query}`;
    return (await administrator.get<{ items: WebhookDeliveryView[] }>(path)).items;
  };
  /** Of what the feed told this organisation and the endpoint wants, what did not arrive there. */
  async function missing(name: Name): Promise<readonly string[]> {
    const { eventTypes: wanted, organisationId, createdAt } = endpoints[name];
    const told = await world.rows<{ id: string; type: string }>(
      'select event_id as id, type from feed_entry where organisation_id = $1 and told_at > $2',
      [organisationId, createdAt],
    );
    const ids = told.filter((one) => !wanted || wanted.includes(type(one.type))).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    return ids.filter((id) => !receivers[name].ids.includes(id));
  }
  const allArrive = (name: Name, ms = 60_000): Promise<unknown> =>
    until(
      () => missing(name),
      (left) => left.length === 0,
      ms,
    );
  const attempted = (name: Name, times: number, ms = 60_000): Promise<unknown> =>
    until(
      () => deliveries(name),
      (all) => all.length > 0 && all.every(({ attempts }) => attempts >= times),
      ms,
    );
  const skip = async (name: Name, ms: number): Promise<void> => {
    const connection = world.temporal.connection as Connection;
    const waiting = await deliveries(name, '&status=started');
    await Promise.all(
      waiting.map(({ endpointId, eventId }) =>
        fastForward(connection, webhookWorkflowId(endpointId, eventId, 0), ms),
      ),
    );
  };
  /** Some arrive twice: they count by their ids. */
  const testsArrived = (): number => new Set(receivers.healthy.of(TEST).map(({ event }) => event.id)).size;
  /** Test events to the healthy receiver. Returns how many arrived before. */
  async function sendTests(many: number): Promise<number> {
    const before = testsArrived();
    const path = `${ENDPOINTS}/${endpoints.healthy.id}/test`;
    await Promise.all(Array.from({ length: many }, () => administrator.post(path, {})));
    return before;
  }
  /** What is left alone for a while, by a relay that waits or by one that died, is due now: PostgreSQL's clock is not moved. */
  const hurry = async (): Promise<void> => {
    await world.rows(`update webhook_delivery set next_at = now() where status = 'pending'`);
    await world.rows(`select pg_notify('webhooks', '')`);
  };
  const testsArrive = (many: number): Promise<unknown> =>
    until(
      () => hurry().then(testsArrived),
      (count) => count === many,
      90_000,
    );

  it('reach a healthy receiver within seconds, whatever others do', async () => {
    await story.submit();
    await roles.accept(world.parties, story.id);
    await story.told();
    await allArrive('healthy');
    const told = await world.rows<{ id: string; at: Date }>(
      'select event_id as id, told_at as at from feed_entry where organisation_id = $1 and told_at > $2',
      [endpoints.healthy.organisationId, endpoints.healthy.createdAt],
    );
    const delays = told
      .map(({ id, at }) => {
        const arrived = receivers.healthy.received.find(({ event }) => event.id === id)?.at ?? Infinity;
        return arrived - at.getTime();
      })
      .sort((a, b) => a - b);
    const p95 = delays[Math.floor(delays.length * 0.95)] ?? Infinity;
    console.log(`webhooks: ${delays.length} events to a healthy receiver, p95 ${p95} ms`);
    expect(p95).toBeLessThan(5_000);
  });

  it('come back to those that refuse, redirect or fail, and follow nobody', async () => {
    const toOthers = receivers.healthy.received.length;
    await Promise.all([attempted('redirecting', 2), attempted('refusing', 2), attempted('away', 2)]);
    expect(receivers.healthy.received).toHaveLength(toOthers);
    for (const name of ['redirecting', 'refusing'] as const) {
      const [one] = await deliveries(name);
      const { log } = await administrator.get<{ log: { statusCode: number; error: string }[] }>(
        `/v1/webhook-deliveries/${one?.id}`,
      );
      const wanted =
        name === 'refusing' ? { error: 'refused', statusCode: null } : { error: null, statusCode: 302 };
      expect(log.slice(-2)).toMatchObject([wanted, wanted]);
    }
    receivers.redirecting.reply = answering(200);
    await receivers.refusing.reopen();
    await Promise.all([skip('redirecting', 400_000), skip('refusing', 400_000)]);
    await Promise.all([allArrive('redirecting'), allArrive('refusing')]);
    // The same event, the same id, each time.
    const ids = receivers.redirecting.received.map(({ headers, event }) => [headers['webhook-id'], event.id]);
    expect(ids.every(([header, id]) => header === id)).toBe(true);
    expect(ids.length).toBeGreaterThanOrEqual(3 * receivers.redirecting.ids.length);
  });

  it('leave a receiver alone that fails all the time, try it again, and then bring it everything', async () => {
    const seen = () => administrator.get<WebhookEndpointDetail>(`${ENDPOINTS}/${endpoints.failing.id}`);
    // Its tenth failure in a row.
    await until(
      () =>
        world.rows<{ n: number }>('select failures_in_row as n from webhook_endpoint where id = $1', [
          endpoints.failing.id,
        ]),
      ([row]) => (row?.n ?? 0) >= 10,
      60_000,
    );
    expect(await seen()).toMatchObject({ status: 'enabled', failingSince: expect.any(String) });
    receivers.failing.reply = answering(204);
    await until(
      async () => {
        await world.rows('update webhook_endpoint set open_until = now() where id = $1', [
          endpoints.failing.id,
        ]);
        await skip('failing', 400_000);
        return deliveries('failing');
      },
      (all) => all.every(({ status }) => status === 'delivered'),
      120_000,
    );
    expect(await missing('failing')).toEqual([]);
    expect(await seen()).toMatchObject({ failingSince: null, pausedUntil: null });
  });

  it('give up one attempt after fifteen seconds with who never answers', async () => {
    await attempted('hanging', 1, 90_000);
    const rows = await world.rows<{ error: string; ms: number }>(
      `select a.error, a.latency_ms as ms from webhook_attempt a join webhook_delivery d on d.id = a.delivery_id
        where d.endpoint_id = $1`,
      [endpoints.hanging.id],
    );
    for (const { error, ms } of rows) {
      expect(error).toBe('timeout');
      expect(ms).toBeGreaterThan(14_900);
      expect(ms).toBeLessThan(20_000);
    }
    receivers.hanging.reply = answering(204);
    await skip('hanging', 400_000);
    await until(
      () => deliveries('hanging'),
      (all) => all.every(({ status }) => status === 'delivered'),
      60_000,
    );
    expect(await missing('hanging')).toEqual([]);
  });

  it('find a receiver that was down for a day', async () => {
    await skip('away', 24 * HOUR_MS);
    const [waiting] = await deliveries('away');
    expect(waiting).toMatchObject({ status: 'started' });
    expect(waiting?.attempts).toBeGreaterThanOrEqual(7);
    await receivers.away.reopen();
    await skip('away', 15 * HOUR_MS);
    await allArrive('away');
    expect(receivers.away.received).toHaveLength(1);
  });

  it('end after five days without one success, which others hear of', async () => {
    const dead = await administrator.post<NewWebhookEndpointView>(ENDPOINTS, {
      ...{ url: 'http://127.0.0.1:9/', eventTypes: [ACCEPTED] },
    });
    await world.rows(`update webhook_endpoint set failing_since = now() - interval '5 days' where id = $1`, [
      dead.id,
    ]);
    await administrator.post(`${ENDPOINTS}/${dead.id}/test`, {});
    const disabled = 'org.selvedge.webhook.endpoint-disabled.v1';
    await until(
      () => Promise.resolve(receivers.healthy.of(disabled)),
      (all) => all.some(({ event }) => event.data['endpointId'] === dead.id),
    );
    expect(await administrator.get(`${ENDPOINTS}/${dead.id}`)).toMatchObject({
      ...{ status: 'disabled', disabledReason: 'failing' },
    });
  });

  it('wait for Temporal when it is away, and nothing is lost', async () => {
    await stack.kill9('temporal');
    const before = await sendTests(5);
    // As many rounds as a delivery may fail in for a reason of its own.
    await until(
      () => hurry().then(() => stack.logOf('worker').split('webhooks wait for Temporal').length - 1),
      (rounds) => rounds >= 5,
      120_000,
    );
    const rows = await world.rows(
      `select start_failures as failures from webhook_delivery where type = $1 and status = 'pending'`,
      [TEST],
    );
    expect(rows).toEqual(Array(5).fill({ failures: 0 }));
    await stack.restart('temporal');
    await testsArrive(before + 5);
  });

  it('survive relays that die, and one that cannot be started keeps no other', async () => {
    await stack.kill9('worker');
    const before = await sendTests(3);
    // One relay takes all three and dies before it starts one.
    expect(await takeWebhooks(db, 100)).toHaveLength(3);
    await sendTests(2);
    const poison = (
      await world.rows<{ id: string; event: string }>(
        `select id, event_id as event from webhook_delivery where type = $1 and status = 'pending' order by created_at desc limit 1`,
        [TEST],
      )
    )[0];
    const gateway = new TemporalGateway(world.temporal);
    const starter: Starter = {
      start: (id, start, ms) =>
        id.includes(poison?.event ?? '-')
          ? Promise.reject(Object.assign(new Error('no'), { code: 3 }))
          : gateway.start(id, start, ms),
    };
    const relays = [1, 2].map(() => new WebhookRelay(db, starter, createLogger('relays of a test')));
    const parked = () =>
      world.rows<{ reason: string }>(
        `select parked_reason as reason from webhook_delivery where status = 'parked'`,
      );
    await until(
      async () => {
        await hurry();
        await Promise.all(relays.map((relay) => relay.relay()));
        return parked();
      },
      (rows) => rows.length === 1,
      90_000,
    );
    expect(await parked()).toEqual([{ reason: 'invalid-argument' }]);
    await stack.restart('worker');
    await testsArrive(before + 4);
    const { officer } = world.parties;
    const { items } = await officer.api.get<{ items: WebhookDeliveryView[] }>('/v1/webhook-deliveries');
    expect(items.map(({ id }) => id)).toEqual([poison?.id]);
    await officer.api.post(`/v1/webhook-deliveries/${poison?.id}/retry`, {});
    await testsArrive(before + 5);
  });

  it('are started once each by two relays at a time', async () => {
    const gateway = new TemporalGateway(world.temporal);
    const second = new WebhookRelay(db, gateway, createLogger('second relay'));
    const earlier = receivers.healthy.ids; // what was under way when a worker was killed may still come again
    let sending = true;
    const relaying = (async () => {
      while (sending) await second.relay();
    })();
    const before = await sendTests(40);
    await testsArrive(before + 40).finally(() => (sending = false));
    await relaying;
    const sent = receivers.healthy.of(TEST).map(({ event }) => event.id);
    expect(sent.filter((id) => !earlier.includes(id))).toHaveLength(40);
  });

  it('park what cannot be made into a message, and say why', async () => {
    const id = randomUUID();
    await world.rows(
      `insert into webhook_delivery (id, endpoint_id, organisation_id, event_id, type, about_id)
       values ($1, $2, $3, $1, 'org.selvedge.nonsense.v9', $2)`,
      [id, endpoints.healthy.id, endpoints.healthy.organisationId],
    );
    await world.rows(`select pg_notify('webhooks', '')`);
    const status = () =>
      world.rows<{ status: string; reason: string }>(
        'select status, parked_reason as reason from webhook_delivery where id = $1',
        [id],
      );
    await until(status, ([row]) => row?.status === 'parked');
    expect(await status()).toEqual([{ status: 'parked', reason: 'cannot-be-made' }]);
  });

  it('have brought everything to everybody in the end, each event under one id', async () => {
    for (const name of names) {
      expect([name, await missing(name)]).toEqual([name, []]);
      for (const { headers, event } of receivers[name].received) expect(headers['webhook-id']).toBe(event.id);
    }
  });
});
