import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openOwnApi, type OwnApi } from '../support/own-api.js';
import { Story } from '../support/story.js';
import { metadata, TUS } from '../support/uploads.js';
import { World } from '../support/world.js';

describe('limits', () => {
  let world: World;
  let api: OwnApi | undefined;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  afterEach(() => api?.close());

  const ask = (path: string, token?: string) =>
    fetch(api?.url + path, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  const announce = (token: string) =>
    fetch(`${api?.url}/v1/uploads`, {
      method: 'POST',
      headers: {
        ...{ ...TUS, authorization: `Bearer ${token}`, 'upload-length': '100' },
        'upload-metadata': metadata({ filename: 'a.pdf', filetype: 'application/pdf' }),
      },
    });

  it('hold one person back and not another, nor who is not signed in', async () => {
    api = await openOwnApi({ RATE_LIMIT_PER_MINUTE: '5' });
    const { officer, mill } = world.parties;
    const lefts: (string | null)[] = [];
    for (let i = 0; i < 5; i++) {
      const { headers, status } = await ask('/v1/me', officer.token);
      expect([status, headers.get('ratelimit-policy')]).toEqual([200, '"person";q=5;w=60']);
      lefts.push(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1] ?? null);
    }
    expect(lefts).toEqual(['4', '3', '2', '1', '0']);
    const refused = await ask('/v1/me', officer.token);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.headers.get('ratelimit')).toMatch(/^"person";r=0;t=\d+$/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests' });
    expect((await ask('/v1/me', mill.requester.token)).status).toBe(200);
    const guesses: number[] = [];
    for (let i = 0; i < 7; i++) guesses.push((await ask('/v1/me', `svg_${i}`)).status);
    expect(guesses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await ask('/problems')).status).toBe(429);
    expect((await ask('/health/live')).status).toBe(200);
  });

  it('take the word of a named proxy about the caller, and of nobody else', async () => {
    const last = async (forwarded: readonly string[]): Promise<number | undefined> => {
      const statuses: number[] = [];
      for (const address of forwarded)
        statuses.push(
          (await fetch(`${api?.url}/problems`, { headers: { 'x-forwarded-for': address } })).status,
        );
      return statuses.at(-1);
    };
    const four = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'];
    api = await openOwnApi({ RATE_LIMIT_PER_MINUTE: '3' });
    expect(await last(four)).toBe(429);
    await api.close();
    api = await openOwnApi({ RATE_LIMIT_PER_MINUTE: '3', TRUSTED_PROXIES: '127.0.0.0/8' });
    expect(await last(four)).toBe(200);
    expect(await last(Array.from({ length: 4 }, () => '192.0.2.9'))).toBe(429);
  });

  it('let no organisation take what the others need', async () => {
    api = await openOwnApi({ ORGANISATION_IN_FLIGHT: '2', DATABASE_POOL: '4' });
    const { mill } = world.parties;
    const { supplierId, member } = (await Story.open(world)).applicant;
    // An organisation's uploads begin one after the other: nobody else waits for its turn.
    const turn = [`documents/${supplierId}`];
    await world.rows('select pg_advisory_lock(hashtextextended($1, 0))', turn);
    const burst = Array.from({ length: 12 }, () => announce(member.token));
    try {
      const first = await Promise.race(burst);
      expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
      // Two of the four connections wait for the lock: the other organisation has the rest.
      expect((await ask('/v1/me', mill.requester.token)).status).toBe(200);
    } finally {
      await world.rows('select pg_advisory_unlock(hashtextextended($1, 0))', turn);
    }
    const statuses = (await Promise.all(burst)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(2);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(8);
    expect((await announce(member.token)).status).toBe(201);
  });
});
