import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { pageText, type Language } from '#wording';
import { openOwnApi } from '../support/own-api.js';
import { pageFaults, PlainBrowser } from '../support/plain-browser.js';
import { problemFaults, raw } from '../support/raw.js';

const PAGES = ['/', '/check', '/check/SQ-2020-000000001', '/sign-in', '/invitation', '/nowhere'];
const LANGUAGES: readonly Language[] = ['km', 'en', 'zh'];
const html = (path: string, headers: Record<string, string> = {}) =>
  raw('GET', path, { headers: { accept: 'text/html', ...headers } });

describe('the public pages', () => {
  it.each(LANGUAGES)('are plain HTML without scripts, in %s', async (language) => {
    for (const path of PAGES) {
      const page = await html(`${path}?language=${language}`);
      expect({ path, language, faults: pageFaults(page) }).toEqual({ path, language, faults: [] });
      expect(page.headers.get('content-language')).toBe(language);
      expect(page.text).toContain(pageText(language, 'public.frame.programme'));
    }
  });

  it.each([
    ['chosen', '?language=zh', 'km', 'zh'],
    ['chosen by nobody, and the first of the browser that there is', '', 'fr, zh-Hans;q=0.5, en;q=0.9', 'en'],
    ['none that there is', '', 'fr, de;q=0.8', 'km'],
    ['one that the browser does not want', '', 'en;q=0, fr', 'km'],
    ['no word of the browser', '', '', 'km'],
    ['a language that there is not', '?language=xx', 'zh', 'zh'],
  ])('are read in the language that was chosen, else the browser’s, else Khmer: %s', async (...given) => {
    const [, query, accepted, language] = given;
    const page = await html(`/${query}`, { 'accept-language': accepted });
    expect(page.headers.get('content-language')).toBe(language);
    expect(page.headers.get('vary')).toBe('accept, accept-language');
  });

  it('keep a language that was chosen in their links and forms, and offer each page in the others', async () => {
    const { text } = await html('/sign-in?returnTo=/a&language=zh', { 'accept-language': 'en' });
    expect(text).toContain('href="/check?language=zh"');
    expect(text).toContain('action="/sign-in/phone?language=zh"');
    expect(text).toContain('href="/sign-in?returnTo=%2Fa&amp;language=km"');
    expect((await html('/sign-in', { 'accept-language': 'en' })).text).toContain('href="/check"');
  });

  it('load one stylesheet and one icon, from here, which browsers may keep', async () => {
    const { text } = await html('/');
    const files = [...text.matchAll(/<link[^>]*href="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toHaveLength(2);
    for (const file of files) {
      const { status, headers } = await raw('GET', file);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(headers.get('content-type')).toMatch(/^(?:text\/css|image\/svg\+xml)/);
    }
  });

  it('tell how the programme office is reached, where that was said', async () => {
    const api = await openOwnApi({ OFFICE_CONTACT: '<b>023 000 000</b>' });
    try {
      const page = await fetch(`${api.url}/?language=en`, { headers: { accept: 'text/html' } });
      expect(await page.text()).toContain('Programme office: &lt;b&gt;023 000 000&lt;/b&gt;');
    } finally {
      await api.close();
    }
    expect((await html('/?language=en')).text).not.toContain('Programme office:');
  });
});

describe('a browser that asks for what is not there', () => {
  it('gets a page with a way home, and a program the problem', async () => {
    for (const path of [
      '/nowhere',
      '/v1/nowhere',
      '/problems/no-such-code',
      `/invitation/${'x'.repeat(9)}`,
    ]) {
      const page = await html(path, { 'accept-language': 'en' });
      expect([page.status >= 400, pageFaults(page)]).toEqual([true, []]);
      expect(page.text).toContain('href="/"');
      const told = await raw('GET', path);
      expect([told.status, problemFaults(told)]).toEqual([page.status, []]);
    }
  });

  it('says nothing of what it typed unless as text', async () => {
    const path = `/check/${encodeURIComponent('"><script>alert(1)</script>')}`;
    const page = await html(path);
    expect(pageFaults(page)).toEqual([]);
    expect(page.text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('is sent to the sign-in and back when it must be signed in; a program is answered 401', async () => {
    const path = `/v1/qualifications/${randomUUID()}/letters/1?lang=km`;
    const sent = await html(path);
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `/sign-in?returnTo=${encodeURIComponent(path)}`,
    ]);
    expect((await raw('GET', path)).status).toBe(401);
    expect((await html(path, { authorization: 'Bearer svg_x' })).status).toBe(401);
  });

  it('is led on where links of messages lead', async () => {
    const id = randomUUID();
    for (const [path, to] of [
      [`/qualifications/${id}`, `/app/qualifications/${id}`],
      ['/notifications', '/app/notifications'],
    ] as const) {
      const { status, headers } = await raw('GET', path);
      expect([status, headers.get('location')]).toEqual([303, to]);
    }
    expect((await html('/qualifications/..%2f..%2fevil')).status).toBe(422);
  });

  it('hears when it asked too often, as a page', async () => {
    const api = await openOwnApi({ RATE_LIMIT_PER_MINUTE: '3' });
    try {
      const browser = new PlainBrowser(api.url);
      const statuses: number[] = [];
      for (let asked = 0; asked < 4; asked += 1)
        statuses.push((await browser.open('/check/7K3MQ9XT2VBA')).status);
      expect(statuses).toEqual([404, 404, 404, 429]);
      expect(pageFaults(browser.now)).toEqual([]);
      expect(Number(browser.now.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await api.close();
    }
  });
});
