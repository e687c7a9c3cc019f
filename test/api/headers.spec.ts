import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { raw } from '../support/raw.js';
import { testStack } from '../support/world.js';

const NOTHING = "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'";
const EVERYWHERE = {
  'content-security-policy': NOTHING,
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** The headers that are not as they must be, by name; empty when all are. */
function faults(headers: Headers, wanted: Record<string, string> = EVERYWHERE): readonly string[] {
  const wrong = Object.keys(wanted).filter((name) => headers.get(name) !== wanted[name]);
  const there = ['permissions-policy', 'cache-control'].filter((name) => !headers.has(name));
  return [...wrong, ...there, ...['server', 'x-powered-by'].filter((name) => headers.has(name))];
}

describe('the headers of an answer', () => {
  it('are strict on every route of the document', async () => {
    const { paths } = (await raw('GET', '/openapi.json')).body as { paths: Record<string, object> };
    let routes = 0;
    for (const [path, item] of Object.entries(paths))
      for (const method of Object.keys(item).map((name) => name.toUpperCase())) {
        const { headers } = await raw(method, path.replace(/\{\w+\}/g, 'x'));
        expect({ route: `${method} ${path}`, faults: faults(headers) }).toMatchObject({ faults: [] });
        routes++;
      }
    expect(routes).toBeGreaterThan(40);
  });

  it('are strict on what is not there or cannot be read', async () => {
    const JSON_TYPE = { 'content-type': 'application/json' };
    for (const { headers } of [
      await raw('GET', '/openapi.json'),
      await raw('GET', '/v1/nothing'),
      await raw('GET', '/%zz'),
      await raw('POST', '/v1/qualifications', { body: '{"', headers: JSON_TYPE }),
    ])
      expect(faults(headers)).toEqual([]);
  });

  it('let the worker that reads PDF run WebAssembly, and no other file of the app', async () => {
    const files = readdirSync('dist/web/assets').filter((name) => /\.m?js$/.test(name));
    const policies = new Map<string, string[]>();
    for (const name of files) {
      const { headers } = await raw('GET', `/app/assets/${name}`);
      const policy = headers.get('content-security-policy') ?? '';
      policies.set(policy, [...(policies.get(policy) ?? []), name]);
    }
    const own = "default-src 'none';script-src 'self' 'wasm-unsafe-eval';connect-src 'self'";
    expect([...policies.keys()].sort()).toEqual([NOTHING, own].sort());
    expect(policies.get(own)).toEqual([expect.stringMatching(/^pdf\.worker/)]);
  });

  it('are strict on what is not even HTTP', async () => {
    const { hostname, port } = new URL(testStack().apiUrl);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('NONSENSE\r\n\r\n');
    const [head = ''] = (await text(socket)).split('\r\n\r\n');
    const fields = head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(': ') as [string, string]);
    expect(faults(new Headers(fields))).toEqual([]);
  });

  it('let the page of the document load what it needs, from here only', async () => {
    const page = await raw('GET', '/docs');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy.split(';').sort()).toEqual(
      [...NOTHING.split(';'), "script-src 'self'", "connect-src 'self'", "img-src 'self' data:"]
        .concat("style-src 'self' 'unsafe-inline'")
        .sort(),
    );
    const ofPage = { ...EVERYWHERE, 'content-security-policy': policy };
    expect(faults(page.headers, ofPage)).toEqual([]);
    expect(page.text.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    for (const file of files) {
      const asset = await raw('GET', new URL(file, 'http://here/docs').pathname);
      expect({ file, faults: faults(asset.headers, ofPage) }).toEqual({ file, faults: [] });
    }
  });
});
