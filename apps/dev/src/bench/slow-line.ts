import { chromium, type Browser as Chromium, type Page } from 'playwright-core';
import { Browser } from '../play/browser.js';
import { enterSupplier, openCase } from '../play/supplier.js';
import { registryOf, type Parties } from '../play/parties.js';
import { needChromium } from '../stack/chromium.js';

/** A poor mobile line: 400 kbit/s each way, 400 ms there and back. */
const BYTES_PER_S = 400_000 / 8;
const LATENCY_MS = 400;
const COOKIE = '__Host-selvedge';
const PROFILE = {
  name: 'Slow Line Trims Co., Ltd.',
  category: 'TRIMS',
  ...{ address: 'National Road 6', province: 'KH-17', latitude: 13.36, longitude: 103.86 },
} as const;

export interface PageLoad {
  readonly page: string;
  /** Until the page can be used, in seconds: on this machine's own line, on the poor one, and there a second time. */
  readonly own: number;
  readonly poor: number;
  readonly again: number;
  /** What came over the line the first time, in bytes. */
  readonly bytes: number;
}

async function slowDown(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    ...{
      offline: false,
      latency: LATENCY_MS,
      downloadThroughput: BYTES_PER_S,
      uploadThroughput: BYTES_PER_S,
    },
  });
  return () => bytes;
}

async function seconds(page: Page, url: string, usable: string): Promise<number> {
  const since = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(usable).first().waitFor({ timeout: 60_000 });
  return (performance.now() - since) / 1000;
}

interface Visit {
  readonly name: string;
  readonly url: string;
  /** What must be there before somebody can begin. */
  readonly usable: string;
  readonly cookie?: string;
  /** A page that is read before, until nothing comes any more: it brings what this one begins with. */
  readonly after?: string;
}
async function load(chrome: Chromium, { name, url, usable, cookie, after }: Visit): Promise<PageLoad> {
  const open = async () => {
    const context = await chrome.newContext({ viewport: { width: 360, height: 740 }, locale: 'km' });
    // Chromium takes a `__Host-` cookie by hand for https only, and sends it to this machine without TLS too.
    const at = { url: new URL(url).origin.replace('http:', 'https:'), secure: true, httpOnly: true } as const;
    if (cookie) await context.addCookies([{ name: COOKIE, value: cookie, sameSite: 'Lax', ...at }]);
    return context.newPage();
  };
  const read = async (page: Page) => {
    if (after) await page.goto(after, { waitUntil: 'networkidle' });
  };
  const quick = await open();
  await read(quick);
  const own = await seconds(quick, url, usable);
  await quick.context().close();
  const page = await open();
  const bytes = await slowDown(page);
  await read(page);
  const before = bytes();
  const poor = await seconds(page, url, usable);
  const first = bytes() - before;
  const again = await seconds(page, url, usable);
  await page.context().close();
  return { page: name, own, poor, again, bytes: first };
}

/** How long the first screens take on a poor line: the sign-in, and a supplier's home with one case. */
export async function measureSlowLine(parties: Parties): Promise<readonly PageLoad[]> {
  const applicant = await enterSupplier(parties, PROFILE);
  await openCase(parties, applicant);
  const { personId } = applicant.member;
  await registryOf(parties).identity(personId);
  const browser = new Browser(parties.baseUrl);
  await browser.signIn(personId);
  const [, cookie = ''] = new RegExp(`${COOKIE}=([^;]+)`).exec(browser.credentials()['cookie'] ?? '') ?? [];
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const chrome = await chromium.launch({ executablePath: needChromium(console.log), args });
  try {
    const signIn = `${parties.baseUrl}/sign-in`;
    const home = { url: `${parties.baseUrl}/app/`, usable: '.status-line', cookie };
    return [
      await load(chrome, { name: 'sign-in', url: signIn, usable: 'form' }),
      await load(chrome, { name: 'home of a supplier who signed in', ...home, after: signIn }),
      await load(chrome, { name: 'home in a browser that forgot all but who it is', ...home }),
    ];
  } finally {
    await chrome.close();
  }
}
