import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createListener, isIP, type AddressInfo, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent } from 'request-filtering-agent';
import { leadsOutside } from '#platform';
import { postWebhook } from './post.js';

const CASES = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  'localhost',
  'localhost.',
  '0.0.0.0',
];
const SPELLINGS = [...CASES, '0', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'];

describe('sending a webhook', () => {
  let server: Server;
  let url: string;
  let seen: IncomingMessage[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const post = (over: Partial<Parameters<typeof postWebhook>[0]> = {}) =>
    postWebhook({ url, headers: { 'x-a': 'b' }, body: '{"a":"ខ"}', allowLoopback: true, ...over });

  beforeAll(async () => {
    server = createServer((asked, response) => {
      seen.push(asked);
      answer(asked, response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?a=b`;
  });
  beforeEach(() => {
    seen = [];
    answer = (_request, response) => void response.end();
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('sends the bytes as they are, and tells the status and what was answered', async () => {
    let body = '';
    answer = (request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => response.writeHead(202, { 'retry-after': '7' }).end('thanks'));
    };
    expect(await post()).toEqual({ statusCode: 202, retryAfter: '7', body: Buffer.from('thanks') });
    expect(body).toBe('{"a":"ខ"}');
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/hook?a=b', headers: { 'x-a': 'b' } });
  });

  it.each([301, 302, 303, 307, 308])('never follows a redirect: %i', async (status) => {
    answer = (_request, response) => void response.writeHead(status, { location: url }).end();
    expect(await post()).toMatchObject({ statusCode: status });
    expect(seen).toHaveLength(1);
  });

  it('keeps the first 8 kB, and does not listen to who talks without end', async () => {
    answer = (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    const came = await post();
    expect(came).toMatchObject({ statusCode: 200 });
    expect('body' in came && came.body).toHaveLength(8192);
  });

  it.each([
    ['reset', (request: IncomingMessage) => void request.socket.destroy()],
    ['malformed-answer', (request: IncomingMessage) => void request.socket.end('nonsense\r\n\r\n')],
    [
      'reset',
      ({ socket }: IncomingMessage) =>
        void socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    ],
  ])('says why no answer came: %s', async (error, act) => {
    answer = act;
    expect(await post()).toEqual({ error });
  });

  it('says when nobody listens, when a name is nobody’s, and when the other side speaks no TLS', async () => {
    const listener = createListener().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    await new Promise((resolve) => listener.close(resolve));
    expect(await post({ url: `http://127.0.0.1:${port}/` })).toEqual({ error: 'refused' });
    const nobody: LookupFunction = (_name, _options, done) =>
      done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '', 0);
    expect(await post({ url: 'https://a.example/', lookup: nobody })).toEqual({ error: 'name-unknown' });
    expect(await post({ url: url.replace('http:', 'https:') })).toEqual({ error: 'tls' });
  });

  it.each(SPELLINGS)('does not reach this machine as %s without the flag', async (host) => {
    const { port } = server.address() as AddressInfo;
    for (const at of [
      `https://${host}/`,
      `https://${host}:8443/`,
      `https://${host}:${port}/`,
      `http://${host}:${port}/`,
    ])
      expect([at, await post({ url: at, allowLoopback: false })]).toEqual([
        at,
        { error: 'address-forbidden' },
      ]);
    expect(seen).toEqual([]);
  });

  it('does not connect where a name leads now, whatever it led to when it was saved', async () => {
    let asked = 0;
    const rebinding: LookupFunction = (_name, _options, done) =>
      done(null, [{ address: asked++ === 0 ? '1.1.1.1' : '127.0.0.1', family: 4 }]);
    const at = 'https://rebound.example/';
    expect(await leadsOutside(at, false, rebinding)).toBe(true);
    expect(await post({ url: at, allowLoopback: false, lookup: rebinding })).toEqual({
      error: 'address-forbidden',
    });
    expect(asked).toBe(2);
  });

  it.each(['::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'fe80::1', '100.64.0.1', '169.254.169.254'])(
    'does not connect to what a name hides: %s',
    async (address) => {
      const hiding: LookupFunction = (_name, _options, done) =>
        done(null, [{ address, family: isIP(address) }]);
      const at = { url: 'https://a.example/', allowLoopback: false, lookup: hiding };
      expect(await post(at)).toEqual({ error: 'address-forbidden' });
    },
  );

  it('has a second guard below the first: the agent refuses an address by itself', async () => {
    const agent = new RequestFilteringHttpAgent();
    const lookup: LookupFunction = (_name, _options, done) =>
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    for (const at of [url, url.replace('127.0.0.1', 'a.example')]) {
      const failed = new Promise((resolve) => request(at, { agent, lookup }).on('error', resolve).end());
      expect(await failed).toMatchObject({ message: expect.stringContaining('is not allowed') });
    }
    expect(seen).toEqual([]);
  });
});
