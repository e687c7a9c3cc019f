import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Ports that receivers listen on. */
const PORTS: readonly string[] = ['', '443', '8443'];
const LONGEST_URL = 2000;

/** IPv4 that is not of the public Internet (IANA's special-purpose registry). */
const FORBIDDEN_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...[
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
  ],
  ...['192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Within the one block of IPv6 that is public: tunnels, benchmarks, documentation and the like. */
const FORBIDDEN_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '2620:4f:8000::/48'];
const PUBLIC_V6 = '2000::/3';

function blocks(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}
const forbiddenV4 = blocks('ipv4', FORBIDDEN_V4);
const forbiddenV6 = blocks('ipv6', FORBIDDEN_V6);
const publicV6 = blocks('ipv6', [PUBLIC_V6]);
const loopbackV4 = blocks('ipv4', ['127.0.0.0/8']);

/** Whether an address is of the public Internet. What carries an IPv4 address inside IPv6 is none. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !forbiddenV4.check(address, 'ipv4');
  return isIP(address) === 6 && publicV6.check(address, 'ipv6') && !forbiddenV6.check(address, 'ipv6');
}
const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && loopbackV4.check(address, 'ipv4'));

/** Why a URL is none that we send to; the name itself may lead anywhere, which `forbiddenIn` tells. */
export type UrlFault = 'not-a-url' | 'not-https' | 'port' | 'credentials' | 'fragment' | 'address';
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
const namesThisMachine = (url: URL): boolean => {
  const host = hostOf(url).toLowerCase();
  return host === 'localhost' || host.endsWith('.localhost') || isLoopback(host);
};

/**
 * What is wrong with a URL to send to, as far as it says itself: https on 443 or 8443, no name and password, no address
 * that is not public, however it is spelt (`URL` makes one spelling of them).
 * @param allowLoopback this machine as well, over http and on any port
 */
export function urlFault(text: string, allowLoopback: boolean): UrlFault | undefined {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return 'not-a-url';
  const url = new URL(text);
  if (url.username || url.password) return 'credentials';
  if (url.hash) return 'fragment';
  const here = namesThisMachine(url);
  if (here && allowLoopback) return ['http:', 'https:'].includes(url.protocol) ? undefined : 'not-https';
  if (url.protocol !== 'https:') return 'not-https';
  if (!PORTS.includes(url.port)) return 'port';
  const host = hostOf(url);
  return here || (isIP(host) !== 0 && !isPublicAddress(host)) ? 'address' : undefined;
}

/** Which addresses this machine may be reached at besides, when it may. */
const admits = (address: string, allowLoopback: boolean): boolean =>
  isPublicAddress(address) || (allowLoopback && isLoopback(address));

/** Somebody's name for it is an address that we do not send to. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
  readonly code = 'ADDRESS_FORBIDDEN';
}

/**
 * A `lookup` for connections that gives a name's addresses only when each of them may be connected to: what a name meant
 * when it was saved says nothing of what it means now.
 */
export const guardedLookup =
  (allowLoopback: boolean, lookup: LookupFunction = systemLookup as LookupFunction): LookupFunction =>
  (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      const addresses = found as unknown as LookupAddress[];
      if (error) return done(error, '', 0);
      const admitted =
        addresses.length > 0 && addresses.every(({ address }) => admits(address, allowLoopback));
      if (!admitted) return done(new ForbiddenAddressError('The name leads to no public address.'), '', 0);
      if ((options as LookupOptions).all) return done(null, addresses);
      const [first] = addresses;
      done(null, first?.address ?? '', first?.family);
    });

const LOOKUP_MS = 3_000;
/**
 * Whether the host of a URL, which `urlFault` finds nothing wrong with, leads to public addresses now. A name that leads
 * nowhere, or that nobody answers for in time, does not.
 */
export async function leadsOutside(
  text: string,
  allowLoopback: boolean,
  lookup?: LookupFunction,
): Promise<boolean> {
  const host = hostOf(new URL(text));
  if (isIP(host) !== 0) return admits(host, allowLoopback);
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), LOOKUP_MS);
    guardedLookup(allowLoopback, lookup)(host, { all: true }, (error) => {
      clearTimeout(late);
      resolve(!error);
    });
  });
}
