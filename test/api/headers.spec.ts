import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { raw, type Raw } from '../support/raw.js';

const EVERYWHERE: Readonly<Record<string, RegExp>> = {
  'strict-transport-security': /^max-age=63072000; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy': /geolocation=\(\)/,
  'content-security-policy': /^default-src 'none';.*frame-ancestors 'none'/,
  'cache-control': /no-store|no-cache|max-age/,
  'x-request-id': /./,
};
const missing = ({ headers }: Raw): string[] =>
  Object.entries(EVERYWHERE)
    .filter(([name, wanted]) => !wanted.test(headers.get(name) ?? ''))
    .map(([name]) => `${name}: ${headers.get(name)}`);

describe('every answer', () => {
  let routes: { method: string; path: string }[];
  beforeAll(async () => {
    const { paths } = (await raw('GET', '/openapi.json')).body as {
      paths: Record<string, Record<string, unknown>>;
    };
    routes = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => ({
        method: method.toUpperCase(),
        path: path.replace(/\{\w+\}/g, randomUUID()),
      })),
    );
  });

  it('of every route says what a browser may do with it: nothing', async () => {
    expect(routes.length).toBeGreaterThan(50);
    const faults = await Promise.all(
      routes.map(async ({ method, path }) => ({
        at: `${method} ${path}`,
        missing: missing(await raw(method, path)),
      })),
    );
    expect(faults.filter((fault) => fault.missing.length > 0)).toEqual([]);
  });

  it.each([
    ['an address that is not there', 'GET', '/nowhere', {}],
    [
      'a body that is no JSON',
      'POST',
      '/v1/suppliers',
      { body: '{', headers: { 'content-type': 'application/json' } },
    ],
    [
      'a type that is not taken',
      'POST',
      '/v1/suppliers',
      { body: 'x', headers: { 'content-type': 'text/plain' } },
    ],
    ['a token that is unknown', 'GET', '/v1/me', { token: `svg_${'A'.repeat(43)}` }],
  ] as const)('says so on %s', async (_, method, path, request) => {
    const answer = await raw(method, path, request);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(missing(answer)).toEqual([]);
  });

  it('with a page lets scripts of this server run and no inline ones', async () => {
    const page = await raw('GET', '/docs');
    expect(missing(page)).toEqual([]);
    const scripts = /script-src ([^;]*)/.exec(page.headers.get('content-security-policy') ?? '')?.[1];
    expect(scripts).toBe("'self'");
    const inline = [...page.text.matchAll(/<script([^>]*)>/g)].filter(
      ([, attributes = '']) => !/src=/.test(attributes),
    );
    expect(inline).toEqual([]);
  });
});
