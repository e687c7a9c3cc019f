import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hashToken, mintToken } from '#platform';
import { until } from '../../apps/dev/src/play/api-client.js';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { raw, type Raw } from '../support/raw.js';
import { refusal, World } from '../support/world.js';

interface Client {
  readonly id: string;
  readonly secret?: string;
  readonly revokedAt: string | null;
  readonly scopes: readonly string[];
}
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const GRANT = 'grant_type=client_credentials';

describe('an OAuth client', () => {
  let world: World;
  let manager: Member;
  beforeAll(async () => {
    world = await World.open();
    const { mill } = world.parties;
    manager = await registryOf(world.parties).member(mill.organisationId, 'Mara', 'administrator');
  });
  afterAll(() => world.close());

  const make = (by = manager, more: object = {}): Promise<Client> =>
    by.api.post<Client>('/v1/oauth-clients', { name: 'ERP', scopes: ['read'], ...more });
  const basic = (id: string, secret = ''): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  });
  const get = ({ id, secret }: Client, body = GRANT): Promise<Raw> =>
    raw('POST', '/v1/oauth/token', { body, headers: { ...FORM, ...basic(id, secret) } });
  const tokenOf = async (client: Client, body?: string): Promise<string> =>
    String((await get(client, body)).body['access_token']);
  const me = async (token: string): Promise<number> => (await raw('GET', '/v1/me', { token })).status;
  const error = async (asking: Promise<Raw>) => {
    const { status, body, headers } = await asking;
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('cache-control')).toBe('no-store');
    return [status, body['error']];
  };

  it('gets a token of an hour that acts as the member who made it, and reads', async () => {
    const client = await make();
    const { status, body, headers } = await get(client);
    expect(status).toBe(200);
    const seconds = Number(body['expires_in']);
    expect(seconds > 3590 && seconds <= 3600).toBe(true);
    expect(body).toEqual({
      ...{ access_token: expect.stringMatching(/^svg_/), token_type: 'Bearer', scope: 'read' },
      expires_in: seconds,
    });
    expect(headers.get('cache-control')).toBe('no-store');
    const token = String(body['access_token']);
    const who = await raw('GET', '/v1/me', { token });
    expect(who.body).toMatchObject({ person: { id: manager.personId } });
    const wanted = await raw('POST', '/v1/oauth-clients', {
      ...{ token, headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ name: 'More', scopes: ['read'] }),
    });
    expect(wanted).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
    const question = `/v1/approvals?supplierId=${randomUUID()}&category=TRIMS`;
    expect((await raw('GET', question, { token })).body).toMatchObject({ reasons: ['no-approval'] });
    const [row] = await world.rows<{ hours: number; kept: boolean }>(
      `select extract(epoch from expires_at - created_at)::integer / 3600 as hours, strpos(t::text, $2) > 0 as kept
         from api_token t where client_id = $1`,
      [client.id, token],
    );
    expect(row).toEqual({ hours: 1, kept: false });
    const { items } = await manager.api.get<{ items: unknown[] }>(`/v1/people/${manager.personId}/tokens`);
    expect(JSON.stringify(items)).not.toContain(token.slice(0, 12));
  });

  it('is told what is wrong in the words of RFC 6749', async () => {
    const client = await make();
    const post = (body: string, headers: Record<string, string>) =>
      raw('POST', '/v1/oauth/token', { body, headers });
    const known = basic(client.id, client.secret);
    expect(await error(get({ ...client, secret: 'svs_wrong' }))).toEqual([401, 'invalid_client']);
    expect(await error(get({ ...client, id: randomUUID() }))).toEqual([401, 'invalid_client']);
    expect(await error(get({ ...client, id: 'nobody' }))).toEqual([401, 'invalid_client']);
    expect(await error(post(GRANT, FORM))).toEqual([401, 'invalid_client']);
    expect((await post(GRANT, FORM)).headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(await error(get(client, 'grant_type=password'))).toEqual([400, 'unauthorized_client']);
    expect(await error(get(client, 'grant_type=magic'))).toEqual([400, 'unsupported_grant_type']);
    expect(await error(get(client, 'a=b'))).toEqual([400, 'invalid_request']);
    expect(await error(get(client, `${GRANT}&scope=decide`))).toEqual([400, 'invalid_scope']);
    expect(await error(get(client, `${GRANT}&${GRANT}`))).toEqual([400, 'invalid_request']);
    const inBody = `${GRANT}&client_id=${client.id}&client_secret=${client.secret}`;
    expect(await error(post(inBody, FORM))).toEqual([400, 'invalid_request']);
    const json = { ...known, 'content-type': 'application/json' };
    expect(await error(post('{}', json))).toEqual([400, 'invalid_request']);
    expect((await raw('POST', '/v1/uploads', { body: GRANT, headers: { ...FORM, ...known } })).status).toBe(
      415,
    );
  });

  it('is told where to ask', async () => {
    const { status, body } = await raw('GET', '/.well-known/oauth-authorization-server');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_endpoint: `${String(body['issuer'])}/v1/oauth/token`,
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      grant_types_supported: ['client_credentials'],
    });
  });

  it('is not guessed at without end, and nobody else is locked out by it', async () => {
    const [guessed, other] = [await make(), await make()];
    const wrong = { ...guessed, secret: 'svs_wrong' };
    // However it is written, it is the same client.
    const capitals = { ...wrong, id: guessed.id.toUpperCase() };
    const { authorization = '' } = basic(wrong.id, wrong.secret);
    const odd = { ...FORM, authorization: authorization.replace(' ', ' ~') };
    for (let n = 0; n < 10; n++) expect((await get(wrong)).status).toBe(401);
    for (let n = 0; n < 5; n++) expect((await get(capitals)).status).toBe(401);
    for (let n = 0; n < 5; n++)
      expect((await raw('POST', '/v1/oauth/token', { body: GRANT, headers: odd })).status).toBe(401);
    const { status, headers } = await get(guessed);
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await get(other)).status).toBe(200);
  });

  it('goes on with the old secret for the overlap, and no longer', async () => {
    const client = await make();
    const rotate = (overlapHours: number, key: string = randomUUID()) =>
      manager.api.request<Client>(
        ...(['POST', `/v1/oauth-clients/${client.id}/rotation`, { overlapHours }] as const),
        { 'idempotency-key': key },
      );
    const key = randomUUID();
    const next = (await rotate(2, key)).body;
    expect((await rotate(2, key)).body).toEqual(next);
    for (const one of [client, next]) expect((await get(one)).status).toBe(200);
    const last = (await rotate(0)).body;
    expect(await Promise.all([client, next, last].map(async (one) => (await get(one)).status))).toEqual([
      401, 401, 200,
    ]);
  });

  it('ends with every token when it is revoked', async () => {
    const client = await make();
    const token = await tokenOf(client);
    expect(await me(token)).toBe(200);
    await manager.api.request('DELETE', `/v1/oauth-clients/${client.id}`);
    expect(await me(token)).toBe(401);
    expect(await error(get(client))).toEqual([401, 'invalid_client']);
    const { items } = await manager.api.get<{ items: Client[] }>('/v1/oauth-clients?limit=200');
    expect(items.find(({ id }) => id === client.id)?.revokedAt).not.toBeNull();
    const late = manager.api.post(`/v1/oauth-clients/${client.id}/rotation`, {});
    expect(await refusal(late)).toMatchObject({ status: 409, code: 'token-ended' });
  });

  it('ends with a token that it gets at the same moment', async () => {
    const client = await make();
    const { token, hash, prefix } = mintToken();
    await world.rows('begin');
    try {
      const [given] = await world.rows('select issue_client_token($1, $2, $3, $4, $5, $6, 3600) as issued', [
        ...[client.id, hashToken(client.secret ?? ''), randomUUID(), hash, prefix, ['read']],
      ]);
      expect(given).toEqual({ issued: true });
      const revoked = manager.api.request('DELETE', `/v1/oauth-clients/${client.id}`);
      await until(
        () =>
          world.rows(
            'select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))',
          ),
        (waiting) => waiting.length > 0,
      );
      await world.rows('commit');
      await revoked;
    } finally {
      await world.rows('rollback');
    }
    expect(await me(token)).toBe(401);
  });

  it('ends with the membership of who made it', async () => {
    const { mill, officer } = world.parties;
    const leaver = await registryOf(world.parties).member(mill.organisationId, 'Leo', 'administrator');
    const client = await make(leaver);
    const token = await tokenOf(client);
    await officer.api.request('DELETE', `/v1/people/${leaver.personId}/memberships/${mill.organisationId}`);
    expect(await me(token)).toBe(401);
    expect((await get(client)).status).toBe(401);
    await world.rows('update membership set ended_at = null where person_id = $1', [leaver.personId]);
    expect((await get(client)).status).toBe(401);
  });

  it('decides only when the office made it, and is nobody’s who may not make one', async () => {
    const { mill, officer, brand } = world.parties;
    expect(await refusal(make(manager, { scopes: ['read', 'write'] }))).toEqual({
      ...{ status: 403, code: 'role-not-allowed', items: ['write'] },
    });
    const { personId, organisationId } = mill.requester;
    const member = { personId, organisationId };
    expect(await refusal(make(manager, { member }))).toMatchObject({ status: 403, items: ['member'] });
    expect(await refusal(make(mill.requester))).toMatchObject({ status: 403, code: 'role-not-allowed' });
    const stranger = { personId, organisationId: brand.organisationId };
    expect(await refusal(make(officer, { member: stranger }))).toMatchObject({ status: 422 });
    const strong = await make(officer, { member, scopes: ['read', 'write', 'decide'] });
    const narrow = await tokenOf(strong, `${GRANT}&scope=read`);
    expect((await raw('GET', '/v1/me', { token: narrow })).body).toMatchObject({ person: { id: personId } });
    expect((await get(strong)).body['scope']).toBe('decide read write');
    const theirs = manager.api.post(`/v1/oauth-clients/${strong.id}/rotation`, {});
    expect(await refusal(theirs)).toMatchObject({ status: 403 });
    const outsider = await registryOf(world.parties).member(brand.organisationId, 'Otto', 'administrator');
    expect(await refusal(outsider.api.request('DELETE', `/v1/oauth-clients/${strong.id}`))).toMatchObject({
      status: 404,
    });
    await manager.api.request('DELETE', `/v1/oauth-clients/${strong.id}`);
    expect(await me(narrow)).toBe(401);
  });
});
