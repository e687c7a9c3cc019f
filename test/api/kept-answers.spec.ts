import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { forgetWhatEnded, openDatabase } from '#persistence';
import { until } from '../../apps/dev/src/play/api-client.js';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import { patiently } from '../support/in-flight.js';
import { setRoles } from '../support/memberships.js';
import { JSON_TYPE, raw, type Raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { testStack, World } from '../support/world.js';

/** All of an answer that a repeat must get to the byte. */
const bytes = ({ status, headers, text }: Raw) => ({
  status,
  text,
  headers: ['content-type', 'location', 'etag', 'x-command-id'].map((name) => headers.get(name)),
});

describe('an answer under an Idempotency-Key', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  interface Asked {
    readonly path: string;
    readonly body: object | string;
    readonly key: string;
    readonly token?: string;
  }
  const options = ({ body, key, token = story.applicant.member.token }: Asked) => ({
    ...{ token, headers: { ...JSON_TYPE, 'idempotency-key': key } },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const send = (asked: Asked): Promise<Raw> => raw('POST', asked.path, options(asked));
  const sendPatiently = (asked: Asked): Promise<Raw> => patiently('POST', asked.path, options(asked));
  const sitesPath = (): string => `/v1/suppliers/${story.applicant.supplierId}/sites`;
  let spot = 0;
  const site = (name: string) => ({
    ...{ name, address: 'Elsewhere', province: 'KH-12', latitude: 50 + (spot += 0.01), longitude: 20 },
  });
  /** What is kept of the requests of this story's applicant. */
  const set = (change: string): Promise<unknown> =>
    world.rows(`update idempotency_record set ${change} where person_id = $1`, [
      story.applicant.member.personId,
    ]);
  const kept = async (): Promise<number> =>
    (
      await world.rows('select 1 from idempotency_record where person_id = $1', [
        story.applicant.member.personId,
      ])
    ).length;
  const sites = async (): Promise<number> =>
    (await story.supplier.get<{ items: unknown[] }>(`${sitesPath()}?limit=200`)).items.length;

  it('is the same to the byte, headers included: for what was made, decided, refused and not valid', async () => {
    const { token } = world.parties.officer;
    const path = `${story.path}/commands`;
    const asked: readonly (Omit<Asked, 'key'> & { readonly status: number })[] = [
      { status: 201, path: sitesPath(), body: site('Second hall') },
      { status: 201, path: '/v1/organisations', body: { kind: 'buyer', name: 'Same Bytes' }, token },
      { status: 200, path, body: { type: 'grant-consent', buyerId: world.parties.mill.organisationId } },
      { status: 409, path, body: { type: 'submit-application' } },
      { status: 403, path, body: { type: 'accept-application' } },
      { status: 422, path: sitesPath(), body: { name: '' } },
      { status: 404, path: `/v1/suppliers/${randomUUID()}/sites`, body: site('Nowhere') },
    ];
    for (const { status, ...one } of asked) {
      const key = randomUUID();
      const first = await send({ ...one, key });
      expect({ path: one.path, status: first.status }).toEqual({ path: one.path, status });
      expect(bytes(await send({ ...one, key }))).toEqual(bytes(first));
      expect(bytes(await send({ ...one, key: `"${key}"` }))).toEqual(bytes(first));
    }
    // The look-up of the token, and one flight for what is kept.
    const key = randomUUID();
    const again = { path: sitesPath(), body: site('Third hall'), key };
    await send(again);
    const { headers } = await send(again);
    expect(headers.get('server-timing')).toBe('db;desc="5 statements in 2 flights"');
  });

  it('is the same for the same body in other words, and 422 for another body', async () => {
    const key = randomUUID();
    const body = site('Hall');
    const first = await send({ path: sitesPath(), body, key });
    const turned = JSON.stringify(Object.fromEntries(Object.entries(body).reverse()), null, 2);
    expect(bytes(await send({ path: sitesPath(), body: turned, key }))).toEqual(bytes(first));
    const other = await send({ path: sitesPath(), body: { ...body, name: 'Other' }, key });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await sites()).toBe(2);
  });

  it('is what it was when the thing itself has changed since', async () => {
    const asked = { path: sitesPath(), body: site('Old name'), key: randomUUID() };
    const first = await send(asked);
    await story.supplier.request(
      'PATCH',
      `${sitesPath()}/${String(first.body['id'])}`,
      { name: 'New' },
      { 'if-match': '"1"' },
    );
    expect(bytes(await send(asked))).toEqual(bytes(first));
    expect(first.headers.get('etag')).toBe('"1"');
  });

  it('is 409 with Retry-After for a twin while the first is worked on', async () => {
    const lock = new Client({ connectionString: testStack().databaseUrl });
    await lock.connect();
    const asked = { path: sitesPath(), body: site('Twin hall'), key: randomUUID() };
    try {
      // A site refers to its supplier, whose row is held: the first request waits for it.
      await lock.query('begin');
      await lock.query('select 1 from organisation where id = $1 for update', [story.applicant.supplierId]);
      const before = await kept();
      const first = send(asked);
      await until(kept, (now) => now > before);
      const twin = await send(asked);
      expect(twin).toMatchObject({ status: 409, body: { code: 'in-flight' } });
      expect(twin.headers.get('retry-after')).toBe('1');
      const other = await send({ ...asked, body: site('Other twin') });
      expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
      await lock.query('commit');
      expect(bytes(await sendPatiently(asked))).toEqual(bytes(await first));
    } finally {
      await lock.end();
    }
    expect(await sites()).toBe(2);
  });

  it('is given anew, and nothing done twice, when the process died before it was kept', async () => {
    const asked = { path: sitesPath(), body: site('Lost hall'), key: randomUUID() };
    const first = await send(asked);
    await set('answer = null, claimed_at = now()');
    expect(await send(asked)).toMatchObject({ status: 409, body: { code: 'in-flight' } });
    await set(`claimed_at = now() - interval '16 seconds'`);
    const other = await send({ ...asked, body: site('Other hall') });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    const again = await send(asked);
    expect(again).toMatchObject({ status: 201, body: { id: first.body['id'] } });
    expect(bytes(await send(asked))).toEqual(bytes(again));
    expect(await sites()).toBe(2);
  });

  it('is not kept for ever: after that the ids of the services still know the key', async () => {
    const path = `${story.path}/commands`;
    const { mill, brand } = world.parties;
    const [key, second] = [randomUUID(), randomUUID()];
    const consent = { path, key, body: { type: 'grant-consent', buyerId: mill.organisationId } };
    expect((await send(consent)).status).toBe(200);
    await send({ path: sitesPath(), body: site('Hall'), key: second });
    await set(`expires_at = now() - interval '1 second'`);
    const other = await send({ ...consent, body: { ...consent.body, buyerId: brand.organisationId } });
    expect(other).toMatchObject({ status: 409, body: { code: 'command-id-reused' } });
    await set(`expires_at = now() - interval '1 second'`);
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    await forgetWhatEnded(db).finally(() => db.close());
    expect(await kept()).toBe(0);
    const reused = await send({ path: sitesPath(), body: site('Other hall'), key: second });
    expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('is not given to a body without a canonical text', async () => {
    const body = `{"name":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    const answer = await send({ path: sitesPath(), body, key: randomUUID() });
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
  });

  it('is not for another token that is good for less: no secret of a token that decides', async () => {
    const { officer } = world.parties;
    const { personId, organisationId } = officer;
    const scopes = ['read', 'administer'];
    const { token = '' } = await officer.api.post<{ token?: string }>(`/v1/people/${personId}/tokens`, {
      ...{ organisationId, expiresInDays: 1, scopes },
    });
    const { member } = story.applicant;
    const asked = {
      path: `/v1/people/${member.personId}/tokens`,
      body: { organisationId: member.organisationId, expiresInDays: 1, scopes: ['decide'] },
      key: randomUUID(),
    };
    const first = await send({ ...asked, token: officer.token });
    expect(first).toMatchObject({ status: 201, body: { token: expect.any(String) } });
    const less = await send({ ...asked, token });
    expect(less).toMatchObject({ status: 403, body: { code: 'scope-missing', items: ['decide'] } });
    expect(less.text).not.toContain(String(first.body['token']));
    expect(bytes(await send({ ...asked, token: officer.token }))).toEqual(bytes(first));
  });

  it('is not for somebody whose roles no longer allow it', async () => {
    const { member } = story.applicant;
    const asked = { path: sitesPath(), body: site('Former hall'), key: randomUUID() };
    const first = await send(asked);
    expect(first.status).toBe(201);
    await registryOf(world.parties).member(member.organisationId, 'Administrator', 'administrator');
    await setRoles(world, world.parties.officer, member, ['administrator']);
    expect(await send(asked)).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
    await setRoles(world, world.parties.officer, member, ['supplier']);
    expect(bytes(await send(asked))).toEqual(bytes(first));
    expect(await sites()).toBe(2);
  });

  it('cannot be read from the table, nor what was asked', async () => {
    await send({ path: sitesPath(), body: site('Canary hall'), key: 'canary-key' });
    const rows = await world.rows<{ line: string }>(
      'select r::text as line from idempotency_record r where person_id = $1',
      [story.applicant.member.personId],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ line }) => /canary/i.test(line))).toEqual([]);
  });

  it('is given once whatever is repeated, in whatever order, however much at once', async () => {
    const once = fc.record({
      repeats: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom('site', 'consent', 'other'),
    });
    const plan = fc.array(once, { minLength: 1, maxLength: 6 });
    let requests = 0;
    await fc.assert(
      fc.asyncProperty(plan, fc.infiniteStream(fc.nat()), async (wanted, order) => {
        const asked = wanted.map(({ repeats, kind }, n): Asked & { readonly repeats: number } => ({
          ...{ repeats, key: randomUUID() },
          ...(kind === 'site'
            ? { path: sitesPath(), body: site(`Hall ${n}`) }
            : {
                path: `${story.path}/commands`,
                body:
                  kind === 'consent'
                    ? { type: 'grant-consent', buyerId: world.parties.mill.organisationId }
                    : { type: 'submit-application' },
              }),
        }));
        const [before, entries] = [await sites(), (await story.journal()).length];
        const all = asked.flatMap((one, n) => Array.from({ length: one.repeats }, () => ({ one, n })));
        const shuffled = all
          .map((each) => ({ each, place: order.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each);
        requests += shuffled.length;
        const answers = await Promise.all(
          shuffled.map(async ({ one, n }) => ({ n, bytes: bytes(await sendPatiently(one)) })),
        );
        for (const [n] of asked.entries()) {
          const mine = answers
            .filter((answer) => answer.n === n)
            .map((answer) => JSON.stringify(answer.bytes));
          expect(new Set(mine).size).toBe(1);
        }
        const made = answers.filter(({ bytes: { status } }) => status === 201).map(({ n }) => n);
        const decided = answers.filter(({ bytes: { status } }) => status === 200).map(({ n }) => n);
        expect(await sites()).toBe(before + new Set(made).size);
        expect((await story.journal()).length).toBe(entries + new Set(decided).size);
      }),
      { numRuns: 25 },
    );
    console.log(`idempotency: ${requests} requests, 0 violations`);
  });
});
