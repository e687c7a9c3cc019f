import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Seat } from './browsers.js';
import type { Story } from './story.js';

/** A photo of a telephone, each another one. */
export async function somePhoto(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const noise = Buffer.from(Array.from({ length: 64 * 48 * 3 }, () => Math.floor(Math.random() * 256)));
  const buffer = await sharp(noise, { raw: { width: 64, height: 48, channels: 3 } })
    .resize(2000, 1500)
    .jpeg()
    .toBuffer();
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer };
}

/** Opens the app with a network, until all of it and the audit are on the device. */
export async function takeAlong(seat: Seat, { path, applicant }: Story, kept: RegExp): Promise<void> {
  const page = await seat.see('/app/');
  // The same auditor may have others, which are kept one after the other.
  await page
    .getByRole('listitem')
    .filter({ hasText: applicant.profile.name })
    .getByText(kept)
    .first()
    .waitFor();
  await page.evaluate(`navigator.serviceWorker.ready.then(() => new Promise((done) =>
    navigator.serviceWorker.controller ? done() : navigator.serviceWorker.addEventListener('controllerchange', () => done())))`);
  await openChecklist(seat.page, seat.origin, path);
}

/** `path` of the API: the app's own is the same below /app. */
const pathInApp = (path: string): string => path.replace('/v1', '/app');

export async function openChecklist(page: Page, origin: string, path: string, more = ''): Promise<void> {
  await page.goto(`${origin}${pathInApp(path)}/checklist${more}`);
  await page.locator('article').first().waitFor();
}
export const openPage = async (page: Page, origin: string, path: string, part = ''): Promise<void> => {
  await page.goto(`${origin}${pathInApp(path)}${part}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};

export const itemOn = (page: Page, item: string) => page.locator(`#item-${item}`);

/** Chooses an answer, and waits until the device or the API has it. */
export async function answer(
  page: Page,
  item: string,
  value: string,
  { kept, note, reason }: { readonly kept: RegExp; readonly note?: string; readonly reason?: string },
): Promise<void> {
  const card = itemOn(page, item);
  await card.locator(`input[value="${value}"]`).check();
  if (reason) await card.locator('textarea').first().fill(reason);
  if (note) await card.locator('textarea').last().fill(note);
  await card.getByRole('status').filter({ hasText: kept }).first().waitFor();
}

/** Opens a section of the checklist; ids of its items, once they are shown. */
export async function openSection(page: Page, nth: number): Promise<readonly string[]> {
  const tab = page.locator('.section-tab').nth(nth);
  const section = /[?&]section=(\w+)/.exec((await tab.getAttribute('href')) ?? '')?.[1];
  await tab.click();
  const all = Number(/\d+\D*$/.exec(await tab.innerText())?.[0].replace(/\D/g, ''));
  // As many as the section before may have had.
  await page
    .locator(`article[id^="item-${section}-"]`)
    .nth(all - 1)
    .waitFor();
  await page.locator('article').nth(all).waitFor({ state: 'detached' });
  const shown = await page.locator('article').all();
  const ids = await Promise.all(shown.map((one) => one.getAttribute('id')));
  return ids.map((id) => (id ?? '').replace('item-', ''));
}

/** Answers every item of every section: all is as it should be. */
export async function answerSections(page: Page, kept: RegExp): Promise<void> {
  const sections = await page.locator('.section-tab').count();
  for (let nth = 0; nth < sections; nth += 1)
    for (const item of await openSection(page, nth)) await answer(page, item, 'conform', { kept });
}

export async function takePhoto(page: Page, item: string): Promise<void> {
  const card = itemOn(page, item);
  await card
    .locator('input[type=file]')
    .first()
    .setInputFiles(await somePhoto());
  await card.locator('img.evidence-photo').first().waitFor();
}

/** How much of each kind this device keeps of somebody. */
export const heldOn = (page: Page, personId: string): Promise<Record<string, number>> =>
  page.evaluate(`new Promise((done, failed) => {
    const asked = indexedDB.open('selvedge.${personId}');
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = async () => {
      const db = asked.result;
      const count = (name) => new Promise((told) => {
        const one = db.transaction(name).objectStore(name).count();
        one.onsuccess = () => told([name, one.result]);
      });
      const all = await Promise.all(['packs', 'queue', 'known'].map(count));
      db.close();
      done(Object.fromEntries(all));
    };
  })`);

/** Draws a signature into the field for one. */
export async function sign(field: Locator): Promise<void> {
  const { mouse } = field.page();
  // Scrolls there, and waits until nothing moves it any more.
  await field.hover();
  const box = await field.boundingBox();
  if (!box) throw new Error('there is no field to sign on');
  await mouse.move(box.x + 20, box.y + 20);
  await mouse.down();
  for (let n = 1; n <= 20; n += 1) await mouse.move(box.x + 20 + n * 6, box.y + 20 + (n % 5) * 8);
  await mouse.up();
}
