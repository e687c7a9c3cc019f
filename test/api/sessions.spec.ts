import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import {
  askWith,
  everyOperation,
  openSession,
  OUR_PAGE,
  SESSION_COOKIE,
} from '../support/browser-session.js';
import { setRoles } from '../support/memberships.js';
import { problemFaults, raw, type Raw } from '../support/raw.js';
import { World } from '../support/world.js';

interface Listed {
  readonly id: string;
  readonly current: boolean;
  readonly endReason: string | null;
  readonly endsAt: string;
}

/** Methods that change nothing (RFC 9110, 9.2.1). */
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Whoever asks these proves what they may in the request itself: no session counts there, so none can be misused. */
const WITHOUT_SESSION: readonly string[] = ['unsubscribe', 'issueAccessToken', 'receiveInboundEvent'];

describe('the session of a browser', () => {
  let world: World;
  let supplier: Member;
  let supplierId: string;
  beforeAll(async () => {
    world = await World.open();
    const registry = registryOf(world.parties);
    supplierId = await registry.organisation('supplier', 'Sessions Trim Co., Ltd.');
    supplier = await registry.member(supplierId, 'Vanna', 'supplier');
  });
  afterAll(() => world.close());

  /** Code of a problem that is told as it should be, or the status. */
  const outcome = (answer: Raw): string => {
    if (answer.status < 400) return String(answer.status);
    expect(problemFaults(answer)).toEqual([]);
    return `${answer.status} ${String(answer.body['code'])}`;
  };
  const GONE = '401 unauthenticated';
  /** By somebody, and not by its time: what the browser keeps for work without a network goes then. */
  const ENDED = '401 session-ended';
  const cookieOf = ({ headers }: Raw): string =>
    new RegExp(`${SESSION_COOKIE}=([\\w-]+);`).exec(headers.getSetCookie().join('\n'))?.[1] ?? '';
  const officer = () => world.parties.officer.api;
  const newcomer = (name: string): Promise<Member> =>
    registryOf(world.parties).member(supplierId, name, 'supplier');
  const stored = async (id: string) =>
    (
      await world.rows<{ reason: string | null; seen: Date }>(
        'select end_reason as reason, last_seen_at as seen from session where id = $1',
        [id],
      )
    )[0];
  const sessionsOf = async ({ api, personId }: Member): Promise<Listed[]> =>
    (await api.get<{ items: Listed[] }>(`/v1/people/${personId}/sessions`)).items;

  it('is the person with all that their roles allow', async () => {
    const { ask } = await openSession(world, supplier, { secondFactor: false });
    expect((await ask('GET', '/v1/me')).body).toMatchObject({ person: { id: supplier.personId } });
    expect(outcome(await ask('PATCH', `/v1/suppliers/${supplierId}`, { name: 'X' }))).toMatch(/^428/);
    expect(outcome(await raw('GET', '/v1/me', { headers: { cookie: `${SESSION_COOKIE}=guess` } }))).toBe(
      GONE,
    );
    const other = await askWith('A'.repeat(43))('GET', '/v1/me');
    expect([outcome(other), other.headers.get('www-authenticate')]).toEqual([
      GONE,
      'Bearer realm="selvedge", error="invalid_token"',
    ]);
  });

  it('counts for nothing beside a token: the header was set on purpose, and alone decides', async () => {
    const { ask } = await openSession(world, supplier);
    const { officer: other } = world.parties;
    const both = await ask('GET', '/v1/me', undefined, { authorization: `Bearer ${other.token}` });
    expect(both.body).toMatchObject({ person: { id: other.personId } });
    const bad = await ask('GET', '/v1/me', undefined, { authorization: 'Bearer svg_guess' });
    expect(outcome(bad)).toBe(GONE);
  });

  it('is looked up in the one statement that also notes when it was seen, once a minute', async () => {
    const { id, ask } = await openSession(world, supplier);
    const first = await ask('GET', '/v1/me');
    // The look-up; then the four of one statement with rights, in one flight.
    expect(first.headers.get('server-timing')).toBe('db;desc="5 statements in 2 flights"');
    const before = (await stored(id))?.seen;
    await ask('GET', '/v1/me');
    expect((await stored(id))?.seen).toEqual(before);
    await world.rows(`update session set last_seen_at = now() - interval '61 seconds' where id = $1`, [id]);
    await ask('GET', '/v1/me');
    expect(Date.now() - ((await stored(id))?.seen.getTime() ?? 0)).toBeLessThan(30_000);
  });

  it('ends when nothing was asked for too long, and at its own end however much is asked', async () => {
    const idle = await openSession(world, supplier);
    await world.rows(`update session set last_seen_at = now() - interval '1799 seconds' where id = $1`, [
      idle.id,
    ]);
    expect(outcome(await idle.ask('GET', '/v1/me'))).toBe('200');
    await world.rows(`update session set last_seen_at = now() - interval '1801 seconds' where id = $1`, [
      idle.id,
    ]);
    expect(outcome(await idle.ask('GET', '/v1/me'))).toBe(GONE);
    const old = await openSession(world, supplier);
    await world.rows(`update session set ends_at = now() - interval '1 second' where id = $1`, [old.id]);
    expect(outcome(await old.ask('GET', '/v1/me'))).toBe(GONE);
  });

  it('ends at once when the roles change or the membership ends, by whatever statement', async () => {
    const member = await newcomer('Sitha');
    const path = `/v1/people/${member.personId}/memberships/${supplierId}`;
    const kept = await openSession(world, member);
    const back = () =>
      setRoles(world, world.parties.officer, { ...member, organisationId: supplierId }, ['supplier']);
    await back();
    expect(outcome(await kept.ask('GET', '/v1/me'))).toBe('200');
    const ended = await openSession(world, member);
    await officer().request('DELETE', path);
    expect(outcome(await ended.ask('GET', '/v1/me'))).toBe(ENDED);
    // Back again: what was begun before does not live up again.
    await back();
    expect(outcome(await ended.ask('GET', '/v1/me'))).toBe(ENDED);
    expect((await stored(ended.id))?.reason).toBe('membership-changed');
    const { mill } = world.parties;
    const buyer = await openSession(world, mill.approver);
    const change = `update membership set roles = $2 where person_id = $1`;
    await world.rows(change, [mill.approver.personId, ['buyer-approver', 'inspector']]);
    expect(outcome(await buyer.ask('GET', '/v1/me'))).toBe(ENDED);
    await world.rows(change, [mill.approver.personId, ['buyer-approver']]);
  });

  it('ends when the person signs out, and the browser forgets its cookie', async () => {
    const { id, ask } = await openSession(world, supplier);
    const out = await ask('DELETE', '/v1/session');
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie().join()).toMatch(
      new RegExp(
        `^${SESSION_COOKIE}=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax$`,
      ),
    );
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect(outcome(await ask('GET', '/v1/me'))).toBe(GONE);
    expect((await stored(id))?.reason).toBe('signed-out');
    const token = await raw('DELETE', '/v1/session', { token: supplier.token });
    expect(outcome(token)).toBe('409 no-session');
  });

  it('is listed to its person and the office, ended by both, and is not there for others', async () => {
    const member = await newcomer('Kosal');
    const [one, two, three] = [
      await openSession(world, member),
      await openSession(world, member),
      await openSession(world, member),
    ];
    const path = `/v1/people/${member.personId}/sessions`;
    const mine = (await one.ask('GET', path)).body as unknown as { items: Listed[] };
    expect(mine.items.filter(({ current }) => current).map(({ id }) => id)).toEqual([one.id]);
    expect(mine.items.map(({ id }) => id).sort()).toEqual([one.id, two.id, three.id].sort());
    const [idleEnd = ''] = mine.items.map(({ endsAt }) => endsAt);
    expect(Date.parse(idleEnd) - Date.now()).toBeLessThanOrEqual(1_800_000);
    const stranger = world.parties.mill.requester.token;
    expect(outcome(await raw('DELETE', `/v1/sessions/${two.id}`, { token: stranger }))).toBe('404 not-found');
    expect(outcome(await raw('GET', path, { token: stranger }))).toBe('404 not-found');
    expect(outcome(await raw('GET', path, { token: supplier.token }))).toBe('403 role-not-allowed');
    expect(outcome(await raw('DELETE', path, { token: supplier.token }))).toBe('403 role-not-allowed');
    expect(outcome(await one.ask('DELETE', `/v1/sessions/${two.id}`))).toBe('204');
    expect(outcome(await two.ask('GET', '/v1/me'))).toBe(ENDED);
    expect(outcome(await one.ask('DELETE', path))).toBe('204');
    expect(outcome(await three.ask('GET', '/v1/me'))).toBe(ENDED);
    expect(outcome(await one.ask('GET', '/v1/me'))).toBe('200');
    await officer().request('DELETE', path);
    expect(outcome(await one.ask('GET', '/v1/me'))).toBe(ENDED);
    expect((await sessionsOf(member)).map(({ endReason }) => endReason).sort()).toEqual([
      ...['ended-by-office', 'ended-elsewhere', 'ended-elsewhere'],
    ]);
  });

  it('goes on for another organisation of the person under a new cookie, and for no other', async () => {
    const member = await newcomer('Two Hats');
    const registry = registryOf(world.parties);
    const second = await registry.organisation('supplier', 'Second Hat Co., Ltd.');
    const { ask, id } = await openSession(world, member);
    const path = '/v1/session/organisation';
    const refused = await ask('PUT', path, { organisationId: second });
    expect([outcome(refused), cookieOf(refused)]).toEqual(['422 validation', '']);
    expect(outcome(await ask('GET', '/v1/me'))).toBe('200');
    await setRoles(world, world.parties.officer, { ...member, organisationId: second }, ['supplier']);
    const me = (await ask('GET', '/v1/me')).body as { organisations?: { id: string; name: string }[] };
    expect(me.organisations?.map(({ id: of }) => of).sort()).toEqual([supplierId, second].sort());
    const switched = await ask('PUT', path, { organisationId: second });
    expect(outcome(switched)).toBe('204');
    const next = askWith(cookieOf(switched));
    expect((await next('GET', '/v1/me')).body).toMatchObject({ organisation: { id: second } });
    expect(outcome(await ask('GET', '/v1/me'))).toBe(GONE);
    expect((await stored(id))?.reason).toBe('switched');
  });

  it('keeps only the hash of its secret', async () => {
    const { cookie } = await openSession(world, supplier);
    const [found] = await world.rows<{ n: number }>(
      'select count(*)::int as n from session s where s::text like $1',
      [`%${cookie}%`],
    );
    expect(found).toEqual({ n: 0 });
  });

  describe('is not used by foreign pages:', () => {
    const write = async (headers: Record<string, string>): Promise<string> => {
      const { cookie } = await openSession(world, supplier);
      const answer = await raw('DELETE', '/v1/session', {
        headers: { cookie: `${SESSION_COOKIE}=${cookie}`, ...headers },
      });
      return outcome(answer);
    };

    it.each(['cross-site', 'same-site', 'nonsense'])('Sec-Fetch-Site %s', async (site) => {
      const origin = new URL(world.stack.apiUrl).origin;
      expect(await write({ 'sec-fetch-site': site, origin })).toBe('403 cross-site');
    });

    it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('Origin %s', async (origin) => {
      expect(await write({ origin })).toBe('403 cross-site');
    });

    it('whatever it is that they ask for', async () => {
      const { ask } = await openSession(world, supplier);
      const unsafe = (await everyOperation()).filter(
        ({ id, method }) => !SAFE.includes(method) && !WITHOUT_SESSION.includes(id),
      );
      expect(unsafe.length).toBeGreaterThan(30);
      for (const { id, method, path } of unsafe) {
        const answer = await ask(method, path, {}, { 'sec-fetch-site': 'cross-site' });
        expect([id, outcome(answer)]).toEqual([id, '403 cross-site']);
      }
      expect(outcome(await ask('GET', '/v1/me'))).toBe('200');
    });

    it('nothing said', async () => {
      expect(await write({})).toBe('403 cross-site');
    });

    it('and is by ours, also where the browser tells the origin alone', async () => {
      expect(await write(OUR_PAGE)).toBe('204');
      expect(await write({ 'sec-fetch-site': 'none' })).toBe('204');
      expect(await write({ origin: new URL(world.stack.apiUrl).origin })).toBe('204');
    });

    it('forms are no JSON', async () => {
      const { ask } = await openSession(world, supplier);
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
        const answer = await ask(
          'PATCH',
          `/v1/suppliers/${supplierId}`,
          { name: 'X' },
          { 'content-type': type },
        );
        expect(outcome(answer)).toBe('415 unsupported-media-type');
      }
    });
  });
});
