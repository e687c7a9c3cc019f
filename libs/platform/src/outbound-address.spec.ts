import { describe, expect, it } from '@jest/globals';
import type { LookupFunction } from 'node:net';
import { guardedLookup, isPublicAddress, leadsOutside, urlFault } from './outbound-address.js';

/** A resolver that answers so, whatever it is asked. */
const resolver =
  (...addresses: readonly string[]): LookupFunction =>
  (_name, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
const nobody: LookupFunction = (_name, _options, done) =>
  done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '', 0);

/** Ways to write this machine, and others that are nobody's business outside. */
export const NOT_OUTSIDE = [
  ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '2130706433', '0x7f000001', '0x7f.0.0.1'],
  ...['0177.0.0.1', '017700000001', '127.0.0.1.', '①②⑦.0.0.①', '0', '0.0.0.0', 'localhost', 'LOCALHOST'],
  ...['localhost.', 'a.localhost', '[::1]', '[0:0:0:0:0:0:0:1]', '[::]', '[::ffff:127.0.0.1]'],
  ...['[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:1]', '[::127.0.0.1]', '[::7f00:1]', '[64:ff9b::7f00:1]'],
  ...['[2002:7f00:1::]', '[::ffff:0:7f00:1]', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254'],
  ...[
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
  ],
  ...['[ff02::1]', '[2001:db8::1]', '[2001::1]', '[fec0::1]', '[::ffff:10.0.0.1]'],
];

describe('an address to send to', () => {
  it.each(NOT_OUTSIDE)('is not %s, at save already', (host) => {
    expect(urlFault(`https://${host}/hook`, false)).toBe('address');
    expect(urlFault(`https://${host}:8443/`, false)).toBe('address');
  });

  it.each([
    'https://1.1.1.1/',
    'https://[2606:4700::1111]/',
    'https://erp.example:8443/a?b=c',
    'https://a.b/',
  ])('may be %s', (url) => expect(urlFault(url, false)).toBeUndefined());

  it.each([
    ['http://erp.example/', 'not-https'],
    ['ftp://erp.example/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['gopher://erp.example/', 'not-https'],
    ['https://erp.example:22/', 'port'],
    ['https://erp.example:8080/', 'port'],
    ['https://me:secret@erp.example/', 'credentials'],
    ['https://me@erp.example/', 'credentials'],
    ['https://erp.example/#part', 'fragment'],
    ['//erp.example/', 'not-a-url'],
    ['erp.example', 'not-a-url'],
    ['', 'not-a-url'],
    [`https://erp.example/${'a'.repeat(2000)}`, 'not-a-url'],
    ['https://[::1', 'not-a-url'],
  ])('is not %s: %s', (url, fault) => expect(urlFault(url, false)).toBe(fault));

  it('may be this machine with the flag of development, over http and on any port, and nothing else of what is not public', () => {
    for (const url of ['http://127.0.0.1:8080/', 'http://localhost:3000/', 'https://[::1]:9000/'])
      expect([url, urlFault(url, true)]).toEqual([url, undefined]);
    expect(urlFault('http://erp.example/', true)).toBe('not-https');
    expect(urlFault('https://10.0.0.1/', true)).toBe('address');
    expect(urlFault('https://[::ffff:127.0.0.1]/', true)).toBe('address');
    expect(urlFault('https://0.0.0.0/', true)).toBe('address');
    expect(urlFault('http://me:secret@127.0.0.1/', true)).toBe('credentials');
  });
});

describe('a name to send to', () => {
  const url = 'https://127-0-0-1.name.example/';

  it('must lead to public addresses, all of them', async () => {
    expect(await leadsOutside(url, false, resolver('1.1.1.1'))).toBe(true);
    expect(await leadsOutside(url, false, resolver('1.1.1.1', '2606:4700::1111'))).toBe(true);
    for (const inside of [
      '127.0.0.1',
      '::1',
      '10.0.0.1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '169.254.169.254',
      '::',
    ])
      for (const addresses of [[inside], ['1.1.1.1', inside], [inside, '1.1.1.1']])
        expect([addresses, await leadsOutside(url, false, resolver(...addresses))]).toEqual([
          addresses,
          false,
        ]);
  });

  it('that leads nowhere is refused', async () => {
    expect(await leadsOutside(url, false, nobody)).toBe(false);
    expect(await leadsOutside(url, false, resolver())).toBe(false);
  });

  it('is judged again whenever a connection is made', async () => {
    let asked = 0;
    const changing: LookupFunction = (name, options, done) =>
      resolver(asked++ === 0 ? '1.1.1.1' : '127.0.0.1')(name, options, done);
    expect(await leadsOutside(url, false, changing)).toBe(true);
    const connecting = new Promise((resolve) => guardedLookup(false, changing)('a.example', {}, resolve));
    expect(await connecting).toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
  });

  it('is looked up as the connection wants it: all addresses, or the first', async () => {
    const look = (options: object) =>
      new Promise((resolve) =>
        guardedLookup(false, resolver('1.1.1.1', '2606:4700::1111'))('a.example', options, (...answer) =>
          resolve(answer),
        ),
      );
    expect(await look({ all: true })).toMatchObject([null, [{ address: '1.1.1.1' }, { family: 6 }]]);
    expect(await look({})).toEqual([null, '1.1.1.1', 4]);
  });

  it('may be this machine with the flag alone', async () => {
    expect(await leadsOutside('http://localhost:80/', true, resolver('127.0.0.1', '::1'))).toBe(true);
    expect(await leadsOutside(url, true, resolver('10.0.0.1'))).toBe(false);
  });

  it.each(['not an address', '', '999.1.1.1', 'example.org'])('is no address: %j', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});
