import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { onePageHtml } from '../apps/api/src/one-page/print/page.js';
import { somePage } from '../apps/api/src/one-page/print/page.fixture.js';
import { fontFaces } from '../apps/api/src/printing/fonts.js';
import { Printer } from '../apps/api/src/printing/printer.js';
import { fillIn, sectionsOf } from '../apps/dev/src/play/supplier.js';
import { openOwnApi } from './support/own-api.js';
import { pdfText } from './support/pdf-text.js';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** Where lines end is a matter of the paper. */
const solid = (text: string): string => text.normalize('NFC').replace(/[\s\u200b]/g, '');
/** Every text of a page, as its source has it. */
const textsOf = (html: string): readonly string[] =>
  html
    .slice(html.indexOf('<body>'))
    .split(/<[^>]*>/)
    .map((text) => solid(text.replace(/&(#?\w+);/g, (_, name: string) => ENTITIES[name] ?? '')))
    .filter((text) => text !== '');

describe('one page as PDF', () => {
  let world: World;
  let printer: Printer;
  beforeAll(async () => {
    world = await World.open();
    printer = new Printer({ script: 'dist/apps/api/src/printing/printer-child.js' });
  });
  afterAll(async () => {
    printer.close();
    await world.close();
  });

  it.each(['km', 'en'] as const)('has every text of its source in it, sign by sign: %s', async (language) => {
    const html = onePageHtml(somePage(language), fontFaces());
    const pages = pdfText(await printer.print(html)).map(solid);
    const texts = textsOf(html);
    const khmer = texts.filter((text) => /\p{Script=Khmer}/u.test(text));
    expect(khmer.length).toBeGreaterThan(language === 'km' ? 90 : 8);
    expect(texts.filter((text) => !pages.some((page) => page.includes(text)))).toEqual([]);
    // Glyphs alone would not say it: they come in the order in which they are drawn.
    expect(khmer).toContain(solid('ក្រុមហ៊ុន ស្រ្តីខ្មែរត្បាញ ឯ.ក'));
    const number = (n: number): string => (language === 'km' ? n.toLocaleString('km-u-nu-khmr') : String(n));
    pages.forEach((page, i) => {
      expect(page).toContain(`${number(i + 1)}/${number(pages.length)}`);
      expect(page).toContain('SQ-2026-000000123');
    });
  });

  it('asks nothing of any network, and runs no script', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as { port: number };
    const at = `http://127.0.0.1:${port}`;
    const html = `<!doctype html><html><head><link rel="stylesheet" href="${at}/style.css">
      <style>@import url(${at}/more.css); p { background: url(${at}/picture.png) }</style></head>
      <body><p>before</p><img src="${at}/image.png"><iframe src="${at}/frame"></iframe><iframe src="file:///etc/hostname"></iframe>
      <script>document.querySelector('p').textContent = 'after'; fetch('${at}/script')</script></body></html>`;
    const [text = ''] = pdfText(await printer.print(html));
    server.close();
    expect(solid(text)).toBe('before');
    expect(asked).toEqual([]);
  });

  it('is what the API sends of a case, in Khmer, to whom the page is for', async () => {
    const story = await Story.open(world);
    const legalNameKm = 'ក្រុមហ៊ុន ស្រ្តីខ្មែរត្បាញស្លាក ឯ.ក';
    await fillIn(story.applicant, story.id);
    const { profile } = sectionsOf(story.applicant);
    await story.supplier.put(`${story.path}/sections/profile`, { ...profile, legalNameKm }, 2);
    const { mill, brand } = world.parties;
    await story.supplier.ask(story.id, { type: 'submit-application' });
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill.organisationId });
    const printed = (token: string, query = '?language=km', base = testStack().apiUrl) =>
      fetch(`${base}${story.path}/one-page.pdf${query}`, { headers: { authorization: `Bearer ${token}` } });
    const answer = await printed(mill.requester.token);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'content-language': 'km', 'cache-control': 'no-store' },
      'content-disposition': expect.stringMatching(/^inline; filename="SQ-\d{4}-\d+-km\.pdf"/),
    });
    const text = solid(pdfText(Buffer.from(await answer.arrayBuffer())).join(''));
    expect(text).toContain(solid(legalNameKm));
    expect(text).toContain(solid('អ្នកផ្គត់ផ្គង់មិនទាន់បើកឱ្យអ្នកមើលផ្នែកនេះទេ។'));
    expect(text).toContain(solid('បង្ហាញតាមអ្វីដែលអ្នកផ្គត់ផ្គង់បានបើកឱ្យក្រុមហ៊ុនរបស់អ្នក។'));
    expect(text).not.toContain('SokhaExample');

    const refused = await printed(brand.requester.token);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    expect((await printed(mill.requester.token, '?language=zh')).status).toBe(422);
    const accesses = await story.supplier.get<{ items: { operation: string }[] }>(`${story.path}/accesses`);
    expect(accesses.items.map(({ operation }) => operation)).toContain('printOnePage');

    const bare = await openOwnApi({ CHROMIUM_PATH: '/nowhere/chromium' });
    try {
      const without = await printed(mill.requester.token, '', bare.url);
      expect(without.status).toBe(503);
      expect(without.headers.get('retry-after')).toBe('30');
      expect(await without.json()).toMatchObject({ code: 'printing-unavailable' });
    } finally {
      await bare.close();
    }
  });
});
