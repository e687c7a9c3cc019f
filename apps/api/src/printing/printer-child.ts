import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import type { PrintAnswer, PrintRequest } from './printing.js';

/** The only address that there is for a page that is printed; nobody answers there but we. */
const PAGE = 'https://page.invalid/';
/** Of the page itself only its styles, and pictures and fonts that stand in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

let browser: Promise<Browser> | undefined;

/** One browser for all pages, in its sandbox unless we are root, whom the sandbox does not take. */
function launched(executablePath: string): Promise<Browser> {
  browser ??= chromium
    .launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
    .then((one) => one.on('disconnected', () => (browser = undefined)));
  browser.catch(() => (browser = undefined));
  return browser;
}

/** No script runs, and nothing is asked of any network. */
async function print(executablePath: string, html: string): Promise<Uint8Array> {
  const context = await (await launched(executablePath)).newContext({ javaScriptEnabled: false });
  try {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
    await context.route('**/*', (route) =>
      route.request().url() === PAGE ? route.fulfill({ body: html, headers }) : route.abort(),
    );
    const page = await context.newPage();
    await page.goto(PAGE, { waitUntil: 'load' });
    // Chromium writes beside each cluster of glyphs which text it is: what is copied is what was written. Tagged, headings
    // and tables are told to those who hear the page.
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await context.close();
  }
}

async function answered({ id, html }: PrintRequest): Promise<PrintAnswer> {
  const found = process.env['CHROMIUM_PATH'] ?? chromium.executablePath();
  if (!existsSync(found)) return { id, failed: 'no-chromium' };
  try {
    return { id, pdf: await print(found, html) };
  } catch (error) {
    return { id, failed: 'failed', detail: String(error).slice(0, 2000) };
  }
}

process.on('message', (request: PrintRequest) => {
  void answered(request).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => {
  void Promise.resolve(browser)
    .then((one) => one?.close())
    .finally(() => process.exit());
});
