import { AxeBuilder } from '@axe-core/playwright';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  type Locator,
  type Page,
} from 'playwright-core';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { needChromium } from '../../apps/dev/src/stack/chromium.js';
import { openSession, SESSION_COOKIE } from './browser-session.js';
import type { World } from './world.js';

export type ScreenLanguage = 'km' | 'en' | 'zh';
export interface Screen {
  /** In CSS pixels. 360 is a small phone, 1280 a desk. */
  readonly width?: 360 | 1280;
  readonly language?: ScreenLanguage;
}
const HEIGHTS = { 360: 740, 1280: 900 } as const;
/**
 * Told by a browser that lost its line on purpose, or of something sent again while the first time was still worked on (409 in-flight),
 * which the queue asks once more; nothing is wrong with the page.
 */
const OF_THE_LINE = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED|status of 409/;

/** Of a stream that there is no room for until the server heard that the last page is gone; it is asked for again. */
const isFullStream = (line: ConsoleMessage): boolean =>
  line.location().url.includes('/v1/events/stream') && /status of 429/.test(line.text());

/** What axe found that keeps somebody from using a page, one line each. No page has frames of others: the quick way sees all. */
async function barriersIn(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
}

/**
 * Goes on through a list that others add to as well, until what is looked for is on the page.
 * @param within the part of the page with the list, where there are several
 */
export async function findInList(within: Page | Locator, wanted: Locator): Promise<Locator> {
  const more = within.getByRole('button', { name: 'Show more' });
  // No button can be pressed while more is on its way, and there is none after the last of it.
  while ((await wanted.count()) === 0) await Promise.race([more.click(), wanted.first().waitFor()]);
  return wanted;
}

/** One person at one browser, which keeps what it holds when its pages are closed. */
export class Seat {
  /** What was wrong with any page, in the browser's words: errors, and what the content security policy stopped. */
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    public page: Page,
    readonly origin: string,
  ) {}

  static async of(context: BrowserContext, origin: string): Promise<Seat> {
    const seat = new Seat(context, await context.newPage(), origin);
    seat.watch(seat.page);
    return seat;
  }

  /** One more tab. */
  async tab(): Promise<Page> {
    const page = await this.context.newPage();
    this.watch(page);
    return page;
  }

  /** Closes the page in the middle of whatever somebody does there, and opens another one at the same place. */
  async reopen(): Promise<Page> {
    const address = this.page.url();
    await this.page.close();
    this.page = await this.tab();
    await this.page.goto(address);
    return this.page;
  }

  async go(path: string): Promise<Page> {
    await this.page.goto(`${this.origin}${path}`);
    return this.page;
  }

  /** Goes there, and waits until the page shows all that it has. A stream of events stays open: the line is never idle. */
  async see(path: string): Promise<Page> {
    const page = await this.go(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    return page;
  }

  /** The page as it is has nothing that axe calls serious or critical; nothing went wrong so far. */
  async barriers(page = this.page): Promise<readonly string[]> {
    return [...this.faults, ...(await barriersIn(page))];
  }

  private watch(page: Page): void {
    page.on('pageerror', ({ message }) => this.faults.push(`error: ${message}`));
    page.on('console', (line) => {
      if (line.type() !== 'error' || OF_THE_LINE.test(line.text()) || isFullStream(line)) return;
      this.faults.push(`console: ${line.text()}`);
    });
  }
}

/** Chromium, for the specs of one file. */
export class Browsers {
  private constructor(
    private readonly browser: Browser,
    private readonly world: World,
  ) {}

  static async open(world: World): Promise<Browsers> {
    const executablePath = needChromium((line) => process.stdout.write(`${line}\n`));
    // Chromium's sandbox does not start as root, which containers are.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return new Browsers(await chromium.launch({ executablePath, args }), world);
  }

  close = (): Promise<void> => this.browser.close();

  /** Somebody who is not signed in. */
  async stranger({ width = 1280, language = 'en' }: Screen = {}): Promise<Seat> {
    const context = await this.browser.newContext({
      viewport: { width, height: HEIGHTS[width] },
      locale: language,
      timezoneId: 'Asia/Phnom_Penh',
    });
    // Only against what would hang, as everywhere: how long a step takes says something of the machine.
    context.setDefaultTimeout(60_000);
    const chosen = `localStorage.setItem('selvedge.language', ${JSON.stringify(language)})`;
    await context.addInitScript({ content: chosen });
    return Seat.of(context, this.world.stack.apiUrl);
  }

  /** Somebody who signed in, second factor given. */
  async as(member: Pick<Member, 'personId' | 'organisationId'>, screen: Screen = {}): Promise<Seat> {
    const seat = await this.stranger(screen);
    await this.signIn(seat, member);
    return seat;
  }

  /** The same browser goes on for somebody, second factor given. */
  async signIn(seat: Seat, member: Pick<Member, 'personId' | 'organisationId'>): Promise<void> {
    const { cookie } = await openSession(this.world, member);
    // Chromium takes a `__Host-` cookie by hand for https only, and sends it to this machine without TLS too.
    const url = seat.origin.replace('http:', 'https:');
    const flags = { secure: true, httpOnly: true, sameSite: 'Lax' } as const;
    await seat.context.addCookies([{ name: SESSION_COOKIE, value: cookie, url, ...flags }]);
  }
}
