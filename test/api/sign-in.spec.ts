import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Browser, type Page } from '../../apps/dev/src/play/browser.js';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { startDevelopmentProvider } from '../../apps/dev/src/sign-in/development-provider.js';
import { askWith, SESSION_COOKIE } from '../support/browser-session.js';
import { openOwnApi } from '../support/own-api.js';
import { problemFaults, raw } from '../support/raw.js';
import { World } from '../support/world.js';

const FLOW_COOKIE = '__Host-selvedge-sign-in';
const CALLBACK = '/v1/sign-in/oidc/callback';

describe('signing in at the provider', () => {
  let world: World;
  let supplier: Member;
  beforeAll(async () => {
    world = await World.open();
    const registry = registryOf(world.parties);
    supplier = await registry.member(
      await registry.organisation('supplier', 'Sign-in Trim'),
      'Vanna',
      'supplier',
    );
  });
  afterAll(() => world.close());

  const api = (): string => world.stack.apiUrl;
  const outcome = ({ status, headers, text }: Page): string => {
    if (status < 400) return `${status} ${headers.get('location') ?? ''}`.trim();
    const body = JSON.parse(text) as Record<string, unknown>;
    expect(problemFaults({ status, headers, text, body })).toEqual([]);
    return `${status} ${String(body['code'])}`;
  };
  const cookiesOf = ({ headers }: Page): string[] => headers.getSetCookie();
  const sessionOf = (page: Page): string =>
    new RegExp(`${SESSION_COOKIE}=([\\w-]{43});`).exec(cookiesOf(page).join('\n'))?.[1] ?? '';
  const sessions = async ({ personId }: Member): Promise<number> =>
    (await world.rows('select 1 from session where person_id = $1', [personId])).length;
  /** Walk until the provider sends back, and give the address of the callback without asking for it. */
  async function untilBack(
    browser: Browser,
    subject: string,
    change: (url: URL) => void = () => undefined,
  ): Promise<URL> {
    const sent = await browser.ask(new URL('/v1/sign-in/oidc', api()));
    const provider = new URL(sent.headers.get('location') ?? '');
    change(provider);
    const page = await browser.go(provider);
    const back = (next: URL): boolean => next.pathname === CALLBACK;
    const last = await browser.go(page.url, { method: 'POST', body: new URLSearchParams({ subject }) }, back);
    return new URL(last.headers.get('location') ?? '', last.url);
  }

  it('begins a session with a cookie that no page can read and no other site sends along', async () => {
    const browser = new Browser(api());
    const end = await browser.signIn(supplier.personId, '/v1/me');
    expect(outcome(end)).toBe('303 /v1/me');
    const [cookie = ''] = cookiesOf(end).filter((line) => line.startsWith(`${SESSION_COOKIE}=`));
    expect(cookie.replace(/Expires=[^;]+/, 'Expires=...')).toMatch(
      new RegExp(`^${SESSION_COOKIE}=[\\w-]{43}; Path=/; Expires=...; HttpOnly; Secure; SameSite=Lax$`),
    );
    expect(cookiesOf(end).some((line) => line.startsWith(`${FLOW_COOKIE}=;`))).toBe(true);
    expect(await browser.client().get('/v1/me')).toMatchObject({
      person: { id: supplier.personId },
      secondFactor: 'not-wanted',
    });
    const [row] = await world.rows<{ days: number; idle: number; method: string }>(
      `select round(extract(epoch from ends_at - created_at) / 86400)::int as days, idle_seconds as idle, method
         from session where token_hash = sha256($1::text::bytea)`,
      [sessionOf(end)],
    );
    expect(row).toEqual({ days: 90, idle: 14 * 86_400, method: 'oidc' });
  });

  it('asks the provider for a code with PKCE, state and nonce, and tells it nothing else', async () => {
    const sent = await raw('GET', '/v1/sign-in/oidc?returnTo=/a');
    expect(sent.status).toBe(303);
    const { searchParams } = new URL(sent.headers.get('location') ?? '');
    expect([...searchParams.keys()].sort()).toEqual([
      ...['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type'],
      ...['scope', 'state'],
    ]);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ response_type: 'code', scope: 'openid', code_challenge_method: 'S256' },
      redirect_uri: `${api()}${CALLBACK}`,
    });
    expect(sent.headers.getSetCookie().join()).toMatch(
      new RegExp(`^${FLOW_COOKIE}=[\\w.-]+; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax$`),
    );
    expect(sent.headers.getSetCookie().join()).not.toContain(searchParams.get('state') ?? '');
  });

  it.each([
    ...['https://evil.example/', '//evil.example', '/\\evil.example', '\\/evil.example', 'evil', ''],
    ...[
      '/\t/evil.example',
      'javascript:alert(1)',
      '/ok\r\nset-cookie: a=b',
      '/..\\evil',
      `/${'x'.repeat(500)}`,
    ],
  ])('does not come back to %j', async (returnTo) => {
    const answer = await raw('GET', `/v1/sign-in/oidc?returnTo=${encodeURIComponent(returnTo)}`);
    expect(answer.status).toBe(422);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('gives a new secret each time, and whatever the browser had before is worthless', async () => {
    const browser = new Browser(api());
    const first = sessionOf(await browser.signIn(supplier.personId));
    const second = sessionOf(await browser.signIn(supplier.personId));
    expect(second).not.toBe(first);
    expect((await askWith(first)('GET', '/v1/me')).status).toBe(401);
    expect((await askWith(second)('GET', '/v1/me')).status).toBe(200);
    // One that somebody planted in the browser does not become a session.
    const planted = 'B'.repeat(43);
    const callback = await untilBack(browser, supplier.personId);
    const credentials = browser.credentials()['cookie'] ?? '';
    const cookie = credentials.replace(/(__Host-selvedge)=[\w-]+/, `$1=${planted}`);
    const end = await raw('GET', callback.pathname + callback.search, { headers: { cookie } });
    expect(end.status).toBe(303);
    expect((await askWith(planted)('GET', '/v1/me')).status).toBe(401);
  });

  it('is refused to somebody whom the provider knows and nobody registered, and no account is made', async () => {
    const stranger = randomUUID();
    const [{ at } = { at: '' }] = await world.rows<{ at: string }>('select now()::text as at');
    const end = await new Browser(api()).signIn(stranger);
    expect([outcome(end), sessionOf(end)]).toEqual(['403 identity-unknown', '']);
    expect(await world.rows('select 1 from identity where subject = $1', [stranger])).toEqual([]);
    // Whoever is registered meanwhile belongs to somebody.
    const nobodys = `select name from person p where created_at >= $1
      and not exists (select 1 from membership m where m.person_id = p.id)`;
    expect(await world.rows(nobodys, [at])).toEqual([]);
  });

  it('is refused to somebody who belongs to no organisation any more', async () => {
    const member = await registryOf(world.parties).member(supplier.organisationId, 'Gone', 'supplier');
    const path = `/v1/people/${member.personId}/memberships/${supplier.organisationId}`;
    await world.parties.officer.api.request('DELETE', path);
    expect(outcome(await new Browser(api()).signIn(member.personId))).toBe('403 identity-unknown');
  });

  describe('is refused when the browser comes back', () => {
    const FAILED = '400 sign-in-failed';
    const failing = async (browser: Browser, callback: URL): Promise<void> => {
      const before = await sessions(supplier);
      const end = await browser.ask(callback);
      expect([outcome(end), sessionOf(end)]).toEqual([FAILED, '']);
      expect(await sessions(supplier)).toBe(before);
    };

    it('with another state', async () => {
      const browser = new Browser(api());
      const callback = await untilBack(browser, supplier.personId);
      callback.searchParams.set('state', 'other');
      await failing(browser, callback);
    });

    it('without a state', async () => {
      const browser = new Browser(api());
      const callback = await untilBack(browser, supplier.personId);
      callback.searchParams.delete('state');
      await failing(browser, callback);
    });

    it('from another issuer, or from one that does not say who it is', async () => {
      for (const change of [
        (url: URL) => url.searchParams.set('iss', 'https://evil.example'),
        (url: URL) => url.searchParams.delete('iss'),
      ]) {
        const browser = new Browser(api());
        const callback = await untilBack(browser, supplier.personId);
        change(callback);
        await failing(browser, callback);
      }
    });

    it('with a token made for another nonce', async () => {
      const browser = new Browser(api());
      const other = (url: URL): void => url.searchParams.set('nonce', 'other');
      await failing(browser, await untilBack(browser, supplier.personId, other));
    });

    it('with a code that another browser asked for', async () => {
      const [mine, theirs] = [new Browser(api()), new Browser(api())];
      const stolen = await untilBack(theirs, supplier.personId);
      const own = await untilBack(mine, supplier.personId);
      own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
      await failing(mine, own);
    });

    it('without having begun here: a sign-in cannot be planted', async () => {
      const stolen = await untilBack(new Browser(api()), supplier.personId);
      await failing(new Browser(api()), stolen);
    });

    it('a second time with the same code, also when it kept its cookie', async () => {
      const browser = new Browser(api());
      const callback = await untilBack(browser, supplier.personId);
      const path = callback.pathname + callback.search;
      const { cookie = '' } = browser.credentials();
      expect((await browser.ask(callback)).status).toBe(303);
      await failing(browser, callback);
      const before = await sessions(supplier);
      expect((await raw('GET', path, { headers: { cookie } })).body['code']).toBe('sign-in-failed');
      expect(await sessions(supplier)).toBe(before);
    });

    it('with a cookie that was made up or changed', async () => {
      const browser = new Browser(api());
      const callback = await untilBack(browser, supplier.personId);
      const { cookie = '' } = browser.credentials();
      // In the middle: the last character of base64 may hold bits that mean nothing.
      const middle = Math.floor((FLOW_COOKIE.length + cookie.length) / 2);
      const changed =
        cookie.slice(0, middle) + (cookie[middle] === 'A' ? 'B' : 'A') + cookie.slice(middle + 1);
      for (const wrong of [changed, `${FLOW_COOKIE}=x`]) {
        const end = await raw('GET', callback.pathname + callback.search, { headers: { cookie: wrong } });
        expect(end.body['code']).toBe('sign-in-failed');
      }
    });

    it('with an error of the provider, whose words are not passed on', async () => {
      const browser = new Browser(api());
      const callback = await untilBack(browser, supplier.personId);
      callback.searchParams.delete('code');
      callback.searchParams.set('error', 'access_denied');
      callback.searchParams.set('error_description', 'canary words');
      const end = await browser.ask(callback);
      expect(outcome(end)).toBe(FAILED);
      expect(end.text).not.toContain('canary');
    });
  });

  describe('needs the provider only for itself:', () => {
    let silent: Server | undefined;
    afterAll(() => void silent?.close());

    it('one that is away is told with 503, and asked again', async () => {
      const gone = await startDevelopmentProvider();
      await gone.stop();
      const own = await openOwnApi({ ...gone.variables });
      try {
        const answer = await fetch(`${own.url}/v1/sign-in/oidc`, { redirect: 'manual' });
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
        expect(await answer.json()).toMatchObject({ code: 'sign-in-unavailable' });
        expect((await fetch(`${own.url}/health/ready`)).status).toBe(200);
        const { port } = new URL(gone.variables.OIDC_ISSUER);
        silent = createServer((_request, response) => response.writeHead(302, { location: api() }).end());
        silent.listen(Number(port), '127.0.0.1');
        await once(silent, 'listening');
        expect((silent.address() as AddressInfo).port).toBe(Number(port));
        // It answers now, but with a redirect, and those are not followed.
        expect((await fetch(`${own.url}/v1/sign-in/oidc`, { redirect: 'manual' })).status).toBe(503);
      } finally {
        await own.close();
      }
    });

    it('without one nobody signs in, and everything else works', async () => {
      const own = await openOwnApi({ OIDC_ISSUER: '' });
      try {
        for (const path of ['/v1/sign-in/oidc', CALLBACK]) {
          const answer = await fetch(own.url + path, { redirect: 'manual' });
          expect([path, answer.status]).toEqual([path, path === CALLBACK ? 400 : 404]);
        }
      } finally {
        await own.close();
      }
    });

    it('the one of development does not start in production', async () => {
      await expect(startDevelopmentProvider({ NODE_ENV: 'production' })).rejects.toThrow(
        /not start in production/,
      );
    });
  });
});
