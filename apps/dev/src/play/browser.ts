import { TOTP, URI } from 'otpauth';
import { ApiClient, ApiProblem, type Costs } from './api-client.js';

/** Where a browser ended up. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}
const MOST_REDIRECTS = 10;

/**
 * As much of a browser as a sign-in needs: it keeps cookies, each for the server that gave it, and goes where it is sent.
 */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(readonly apiUrl: string) {}

  /** One request, without following where it sends. */
  async ask(url: URL, init: RequestInit = {}): Promise<Page> {
    const headers = new Headers(init.headers);
    const cookies = [...this.jarOf(url)].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(url, line);
    return { url, status: response.status, text: await response.text(), headers: response.headers };
  }

  /** As `ask`, and wherever it sends, until a page answers or `until` says that this is far enough. */
  async go(url: URL, init?: RequestInit, until: (next: URL) => boolean = () => false): Promise<Page> {
    let page = await this.ask(url, init);
    for (let hops = 0; page.status >= 300 && page.status < 400; hops++) {
      if (hops === MOST_REDIRECTS) throw new Error(`${url.origin} sends in a circle`);
      const next = new URL(page.headers.get('location') ?? '', page.url);
      if (until(next)) return page;
      page = await this.ask(next);
    }
    return page;
  }

  /**
   * Sign in as the one whom the provider of development knows by this subject.
   * @returns the answer of the callback: 303 to `returnTo`, or a problem
   */
  async signIn(subject: string, returnTo = '/'): Promise<Page> {
    const begin = new URL('/v1/sign-in/oidc', this.apiUrl);
    begin.searchParams.set('returnTo', returnTo);
    const page = await this.go(begin);
    if (page.url.origin === begin.origin) return page;
    const back = (next: URL): boolean =>
      next.origin === begin.origin && next.pathname !== '/v1/sign-in/oidc/callback';
    return this.go(page.url, { method: 'POST', body: new URLSearchParams({ subject }) }, back);
  }

  /** Ask for a code by message to this number. */
  askForCode(phone: string): Promise<unknown> {
    return this.send('/v1/sign-in/phone', { phone });
  }

  /**
   * Sign in with the code of a message and, with the secret of one, accept an invitation to that number.
   * @throws ApiProblem 422 when the code is not good
   */
  async enterCode(phone: string, code: string, invitation?: string): Promise<void> {
    await this.send('/v1/sign-in/phone/code', { phone, code, ...(invitation && { invitation }) });
  }

  /** A client that asks as this browser does from a page of the service. */
  client(costs?: Costs): ApiClient {
    return new ApiClient(this.apiUrl, () => this.credentials(), costs);
  }

  /** What a page of the service sends along without its doing. */
  credentials(): Record<string, string> {
    const cookies = [...this.jarOf(new URL(this.apiUrl))].map(([name, value]) => `${name}=${value}`);
    return { cookie: cookies.join('; '), 'sec-fetch-site': 'same-origin' };
  }

  /** Set up a second factor, as one does at one's first sign-in, and give it. Returns the app that makes the codes. */
  async setUpSecondFactor(): Promise<TOTP> {
    const { uri } = await this.send<{ uri: string }>('/v1/me/second-factor');
    const app = URI.parse(uri);
    if (!(app instanceof TOTP)) throw new Error('an app that counts was offered');
    await this.send('/v1/me/second-factor/confirmation', { code: app.generate() });
    return app;
  }

  /** A post of a page of the service; the answer may change the cookie. */
  private async send<T>(path: string, body?: unknown): Promise<T> {
    const page = await this.ask(new URL(path, this.apiUrl), {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (page.status >= 400) throw new ApiProblem(page.status, JSON.parse(page.text) as never, `POST ${path}`);
    return (page.text ? JSON.parse(page.text) : undefined) as T;
  }

  private jarOf({ origin }: URL): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }

  private keep(url: URL, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const expires = /;\s*expires=([^;]+)/i.exec(line)?.[1];
    const gone = /;\s*max-age=0(?:;|$)/i.test(line) || (expires && Date.parse(expires) <= Date.now());
    if (gone) this.jarOf(url).delete(name);
    else this.jarOf(url).set(name, value);
  }
}
