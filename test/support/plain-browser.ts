import { Browser, type Page } from '../../apps/dev/src/play/browser.js';
import { testStack } from './world.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const decoded = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => ENTITIES[entity] ?? entity);
const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
};

/** A form of a page, with what stands in its fields. */
export interface PageForm {
  readonly method: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}
export const formsOf = (markup: string): readonly PageForm[] =>
  [...markup.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', content = '']) => ({
    method: attribute(tag, 'method') ?? 'get',
    action: attribute(tag, 'action') ?? '',
    fields: Object.fromEntries(
      [...content.matchAll(/<input([^>]*)>/g)].map(([, input = '']) => [
        attribute(input, 'name') ?? '',
        attribute(input, 'value') ?? '',
      ]),
    ),
  }));

/** What a page says, without its markup and in one line. */
export const wordsOf = (markup: string): string =>
  decoded(markup.replace(/<head>.*<\/head>/s, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');

const POLICY =
  "default-src 'none';style-src 'self';img-src 'self';frame-ancestors 'none';base-uri 'none';form-action 'self'";
/** Why this is no page that works without scripts, for everybody; empty when it is one. */
export function pageFaults({ headers, text }: Pick<Page, 'headers' | 'text'>): readonly string[] {
  const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  const named = [...text.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id);
  const typed = [...text.matchAll(/<input(?![^>]*type="hidden")([^>]*)>/g)].map(([, tag = '']) =>
    attribute(tag, 'id'),
  );
  const described = [...text.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, list = '']) =>
    list.split(' '),
  );
  const holds: Readonly<Record<string, boolean>> = {
    'content type': headers.get('content-type') === 'text/html; charset=utf-8',
    policy: headers.get('content-security-policy') === POLICY,
    'no-store': headers.get('cache-control') === 'no-store',
    'no script': !/<script|\son\w+=|javascript:/i.test(text),
    'no style of its own': !/<style|\sstyle=/i.test(text),
    'nothing from elsewhere': !/(?:src|<link[^>]*href)="(?!\/(?!\/))/.test(text),
    'one language': new RegExp(`<html lang="${headers.get('content-language')}">`).test(text),
    'one heading': text.match(/<h1>/g)?.length === 1,
    'a title': /<title>\s*\S/.test(text),
    'a name for every field': typed.every((id) => id !== undefined && named.includes(id)),
    'ids of one': new Set(ids).size === ids.length && described.every((id) => ids.includes(id)),
  };
  return Object.keys(holds).filter((name) => !holds[name]);
}

/** A browser without scripts: it opens pages, fills in the forms that stand there, and goes where it is sent. */
export class PlainBrowser {
  readonly browser: Browser;
  private page: Page | undefined;

  constructor(
    readonly origin = testStack().apiUrl,
    private readonly headers: Readonly<Record<string, string>> = { 'accept-language': 'en' },
  ) {
    this.browser = new Browser(origin);
  }

  get now(): Page {
    if (!this.page) throw new Error('no page was opened');
    return this.page;
  }
  get words(): string {
    return wordsOf(this.now.text);
  }
  /** Where it is, as it stands in the address. */
  get at(): string {
    const { origin, pathname, search } = this.now.url;
    return `${origin === this.origin ? '' : origin}${pathname}${search}`;
  }

  /** @param path or an address, as a link has it */
  async open(path: string): Promise<Page> {
    return this.go(new URL(path, this.page?.url ?? this.origin));
  }

  /**
   * Fill in the form that has these fields, and send it.
   * @param from what the browser says of where the form is
   */
  async send(fields: Readonly<Record<string, string>>, action?: string, from = 'same-origin'): Promise<Page> {
    const fits = (form: PageForm): boolean =>
      Object.keys(fields).every((name) => name in form.fields) &&
      (action === undefined || form.action.split('?')[0] === action);
    const form = formsOf(this.now.text).find(fits);
    if (!form) throw new Error(`there is no form with ${Object.keys(fields).join()} at ${this.at}`);
    const body = new URLSearchParams({ ...form.fields, ...fields });
    const to = new URL(form.action, this.now.url);
    if (form.method === 'get') return this.go(new URL(`${to.pathname}?${body.toString()}`, to));
    return this.go(to, { method: 'POST', body, headers: { 'sec-fetch-site': from } });
  }

  private async go(url: URL, init: RequestInit = {}): Promise<Page> {
    const headers = { accept: 'text/html', ...this.headers };
    let page = await this.browser.ask(url, { ...init, headers: { ...headers, ...init.headers } });
    for (let hops = 0; page.status >= 300 && page.status < 400 && hops < 10; hops++) {
      const next = new URL(page.headers.get('location') ?? '', page.url);
      page = await this.browser.ask(next, { headers });
    }
    this.page = page;
    return page;
  }
}
