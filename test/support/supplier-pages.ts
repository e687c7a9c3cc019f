import { randomInt } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { SupplierProfile } from '../../apps/dev/src/play/supplier.js';
import { somePhoto } from './audit-pages.js';
import type { Seat } from './browsers.js';
import { codeIn, nextMessage, secretIn, someNumber } from './messages.js';
import { wordsOf, type Said } from './web-words.js';
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

/** The year in Phnom Penh, which the patent has to be of: on new year's eve it is another one in Greenwich for a while. */
export const patentYear = (): string => String(new Date(Date.now() + 7 * 3_600_000).getUTCFullYear());

/** A field of a section by its name in words. */
export const field = (page: Page | Locator, path: string): Locator =>
  page.getByLabel(km(`supplier.field.${path}`)).first();

/** Of all the schemes that tests publish, the one that the others of this world work with. */
export async function chooseScheme({ parties }: World, page: Page, say: Said = km): Promise<void> {
  const choice = page.getByLabel(say('supplier.start.scheme'));
  // A scheme that is the only one is not asked for.
  if ((await choice.count()) > 0) await choice.selectOption(parties.schemeVersionId);
}

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
  const shown = place.locator('.document-picture, .document-icon');
  const before = await shown.count();
  await place
    .locator('input[type=file]')
    .first()
    .setInputFiles(await somePhoto());
  await shown.nth(before).waitFor();
}

/** What a screen reader says of a field beside its name: its hint, and what is wrong with it. */
export async function saidOf(input: Locator): Promise<string> {
  const ids = (await input.getAttribute('aria-describedby'))?.split(/\s+/) ?? [];
  const texts = ids.map((id) => input.page().locator(`[id="${id}"]`).innerText());
  return (await Promise.all(texts)).join(' ');
}

/**
 * Begins an application for a site that nobody knew, and fills it in on its pages with all that it needs, up to the signature.
 * @returns the id of the case
 */
export async function fillInOnPages(
  world: World,
  { page }: Seat,
  { name, address, province }: SupplierProfile,
): Promise<string> {
  // Of this firm alone: what is alike is a duplicate.
  const digits = String(randomInt(100_000_000)).padStart(9, '0');
  const button = (text: string) => page.getByRole('button', { name: km(text) });
  await page.getByRole('link', { name: km('supplier.start.new') }).click();
  await page.getByRole('radio', { name: km('supplier.category.TRIMS') }).click();
  await chooseScheme(world, page);
  await page.getByLabel(km('supplier.start.another-site')).check();
  await field(page, 'site.name').fill('រោងចក្រទី ១');
  await field(page, 'site.province').selectOption(province);
  await field(page, 'site.address').fill(address);
  await button('supplier.place.here').click();
  await button('supplier.start.add-site').click();
  await page.getByLabel(km('supplier.market.EU')).check();
  await button('supplier.start.go').click();
  await page.waitForURL(/\/apply$/);
  const [, id = ''] = /qualifications\/([^/]+)/.exec(page.url()) ?? [];

  await page.getByRole('link', { name: km('supplier.apply.go-on') }).click();
  await page.getByRole('heading', { level: 1, name: km('supplier.step.who') }).waitFor();
  await field(page, 'profile.legalName').fill(name);
  await field(page, 'profile.businessRegistrationNumber').fill(digits.slice(1));
  await field(page, 'profile.workers').fill('42');
  await field(page, 'profile.womenWorkers').fill('31');
  await field(page, 'profile.contactPhone').fill(someNumber());
  await received(page);
  await next(page, 'site');
  await next(page, 'make');
  await field(page, 'capacity.products').fill('ស្លាកត្បាញ');
  const search = page.getByPlaceholder(km('supplier.hs.search'));
  await search.fill('ស្លាក');
  await page.getByRole('button', { name: /^5807 / }).click();
  await field(page, 'capacity.monthlyCapacity').fill('400000');
  await field(page, 'capacity.capacityUnit').selectOption('pieces');
  await received(page);
  await next(page, 'owners');
  await button('supplier.entries.owners.add').click();
  await field(page, 'owners.kind').selectOption('person');
  await field(page, 'owners.name').fill(`ស្រីមុំ ${digits}`);
  await field(page, 'owners.sharePercent').fill('100');
  await choose(page, 'owners.pep', 'no');
  await received(page);
  await next(page, 'papers');
  await page.getByRole('link', { name: new RegExp(`^${km('supplier.step.tax')}`) }).click();
  await field(page, 'tax.tin').fill(`K001-${digits}`);
  await field(page, 'tax.patentYear').fill(patentYear());
  await photograph(page, km('supplier.photo.tax'));
  await received(page);
  await page.getByRole('link', { name: km('supplier.apply.back') }).click();
  await page.getByRole('link', { name: new RegExp(`^${km('supplier.step.certificates')}`) }).click();
  await button('supplier.entries.certificates.none').click();
  await received(page);
  await page.getByRole('link', { name: km('supplier.apply.back') }).click();
  await next(page, 'consent');
  await field(page, 'declaration.consentToChecks').check();
  await received(page);
  await next(page, 'send');
  await field(page, 'declaration.truthful').check();
  await field(page, 'declaration.signedBy').fill('ស្រីមុំ ឧទាហរណ៍');
  return id;
}
