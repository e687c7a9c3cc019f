import type { Locator, Page } from 'playwright-core';
import { somePhoto } from './audit-pages.js';
import type { Seat } from './browsers.js';
import { codeIn, nextMessage, secretIn, someNumber } from './messages.js';
import { wordsOf } from './web-words.js';
import type { World } from './world.js';

export const km = wordsOf('km');

/** Somebody of a firm that nobody here knows yet, who is sent an invitation by message, and opens it on a telephone. */
export async function comeByInvitation(world: World, seat: Seat, firm: string): Promise<void> {
  const { api } = world.parties.office;
  const { id: supplierId } = await api.post<{ id: string }>('/v1/suppliers', { name: firm });
  const phone = someNumber();
  const invitation = { name: 'Sreymom Example', roles: ['supplier'], contact: { phone } };
  await api.post(`/v1/organisations/${supplierId}/invitations`, invitation);
  const secret = secretIn(await nextMessage(world, phone));
  const page = await seat.go(`/invitation/${secret}?language=km`);
  await page.locator('input[name=phone]:visible').fill(phone);
  await page.locator('form:has(input[name=phone]:visible) button').click();
  const code = codeIn(await nextMessage(world, phone, 2));
  await page.locator('input[name=code]').fill(code);
  await page.locator('form:has(input[name=code]) button').click();
  await page.waitForURL(/\/app\//);
}

/** A field of a section by its name in words. */
export const field = (page: Page | Locator, path: string): Locator =>
  page.getByLabel(km(`supplier.field.${path}`)).first();

/** Answers a question with one of its choices. */
export const choose = async (page: Page, path: string, answer: 'yes' | 'no'): Promise<void> =>
  page
    .getByRole('radiogroup', { name: km(`supplier.field.${path}`) })
    .getByLabel(km(`supplier.${answer}`), { exact: true })
    .check();

/** All that was written has been received. */
export async function received(page: Page): Promise<void> {
  const marks = page.locator('span[role=status]');
  await marks.filter({ hasText: km('shell.saved.typing') }).waitFor({ state: 'detached' });
  const all = km('shell.saved.all', { at: '' }).trim();
  await page.locator('.saved-line').filter({ hasText: all }).waitFor();
}

/** Goes to the next step once everything of this one was received. */
export async function next(page: Page, step: string): Promise<void> {
  await page.getByRole('link', { name: km('supplier.apply.next') }).click();
  await page.getByRole('heading', { level: 1, name: km(`supplier.step.${step}`) }).waitFor();
}

/** Puts a photo where one is asked for, through the input of the camera, and waits until it was received. */
export async function photograph(page: Page, label: string): Promise<void> {
  const place = page.getByRole('group', { name: label, exact: true });
  await place
    .locator('input[type=file]')
    .first()
    .setInputFiles(await somePhoto());
  await place.locator('.document-picture, .document-icon').first().waitFor();
}

/** What a screen reader says of a field beside its name: its hint, and what is wrong with it. */
export async function saidOf(input: Locator): Promise<string> {
  const ids = (await input.getAttribute('aria-describedby'))?.split(/\s+/) ?? [];
  const texts = ids.map((id) => input.page().locator(`[id="${id}"]`).innerText());
  return (await Promise.all(texts)).join(' ');
}
