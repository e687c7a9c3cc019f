import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Browsers } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

/** No other spec is at home there. */
const HERE = { province: 'KH-23' } as const;
/** What a spreadsheet would run, had it the chance. */
const DANGEROUS = '=1+1 Kep Threads Co., Ltd.';
const FUNNEL = 'From application to qualification';

describe('the programme in figures', () => {
  let world: World;
  let browsers: Browsers;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    const trims = await Story.open(world, { ...HERE, name: DANGEROUS });
    await trims.qualified();
    await (await Story.open(world, { ...HERE, category: 'PACKAGING' })).submit();
    const left = await (await Story.open(world, { ...HERE, category: 'PACKAGING' })).submit();
    await left.supplier.ask(left.id, { type: 'withdraw', reason: 'cost' });
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });

  const figure = (page: Page, name = FUNNEL) => page.getByRole('region', { name }).first();
  const cell = (page: Page, row: string, number: string) =>
    figure(page)
      .getByRole('row', { name: new RegExp(`^${row}`) })
      .getByRole('link', { name: `${number}, ${row}` });
  /** All figures are there: each is asked for when the one before it has come. */
  const all = (page: Page) => page.getByText('As of').nth(10).waitFor();

  it('are narrowed by filters that the address keeps', async () => {
    const seat = await browsers.as(world.parties.officer);
    const page = await seat.see(`/app/programme?province=${HERE.province}`);
    await all(page);
    expect(await cell(page, 'Application', 'Came here').innerText()).toBe('3');
    await page.getByLabel('Input', { exact: true }).selectOption({ label: 'Packaging' });
    await page.getByText('Only cases of: Kep · Packaging.').waitFor();
    await cell(page, 'Application', 'Came here').getByText('2', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('category')).toBe('PACKAGING');
    await page.reload();
    await all(page);
    expect(await cell(page, 'Application', 'Came here').innerText()).toBe('2');
    expect(await seat.barriers()).toEqual([]);
    await page.goBack();
    await cell(page, 'Application', 'Came here').getByText('3', { exact: true }).waitFor();
    await seat.context.close();
  });

  it('stand without one that did not come, which is asked for once more', async () => {
    const seat = await browsers.as(world.parties.officer);
    const refusal = { type: 'about:blank', title: 'Conflict', status: 409, code: 'busy' };
    const headers = { 'content-type': 'application/problem+json' };
    await seat.page.route('**/v1/programme/figures/funnel?*', (route) =>
      route.fulfill({ status: 409, headers, body: JSON.stringify(refusal) }),
    );
    const page = await seat.see(`/app/programme?province=${HERE.province}`);
    await page.getByText('As of').nth(9).waitFor();
    expect(await page.getByText('As of').count()).toBe(10);
    await page.unroute('**/v1/programme/figures/funnel?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await all(page);
    expect(await cell(page, 'Application', 'Came here').innerText()).toBe('3');
    await seat.context.close();
  });

  it('lead to exactly as many cases as a number says, and back to the same figures', async () => {
    const seat = await browsers.as(world.parties.officer);
    const page = await seat.see(`/app/programme?province=${HERE.province}&split-funnel=category`);
    const number = figure(page)
      .getByRole('row', { name: /^Packaging Application/ })
      .getByRole('link', { name: 'Came here, Application, Packaging' });
    const count = Number(await number.innerText());
    expect(count).toBe(2);
    await number.click();
    await page.getByText('Came here · Application · Packaging').waitFor();
    await page.getByText(`${count} cases`).waitFor();
    const listed = page.getByRole('listitem').filter({ hasText: 'SQ-' });
    await listed.nth(count - 1).waitFor();
    expect(await listed.count()).toBe(count);
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('link', { name: 'Back to the figures' }).click();
    await page.getByText('Only cases of: Kep.').waitFor();
    await page.getByLabel('Split by: ' + FUNNEL).selectOption({ label: 'Not split' });
    await cell(page, 'Application', 'Went on').click();
    await page.getByText(DANGEROUS).click();
    await page.waitForURL(/\/qualifications\//);
    await page.getByRole('heading', { level: 1, name: DANGEROUS }).waitFor();
    await seat.context.close();
  });

  it('are sorted by a column with a click or a key, as the address says, until they are few', async () => {
    const seat = await browsers.as(world.parties.officer);
    const asked = `/app/programme?province=${HERE.province}&split-funnel=category`;
    const page = await seat.see(`${asked}&sort-funnel=nothing.desc`);
    await all(page);
    const table = figure(page).getByRole('table');
    const head = (name: string) => table.getByRole('columnheader', { name, exact: true });
    const sorted = (how: string) => table.getByRole('status').getByText(how, { exact: true }).waitFor();
    /** Of each row its group, its stage, and how many came there. */
    const rows = async () =>
      (await table.locator('tbody tr').allInnerTexts()).map((row) =>
        row
          .split(/\s*\t\s*/)
          .slice(0, 3)
          .join(' '),
      );
    const asTheyCome = await rows();
    expect(asTheyCome).toHaveLength(6);
    expect(await head('Came here').getAttribute('aria-sort')).toBeNull();

    await head('Came here').getByRole('button').click();
    await sorted('Sorted by “Came here”, largest first');
    expect(await head('Came here').getAttribute('aria-sort')).toBe('descending');
    expect(new URL(page.url()).searchParams.get('sort-funnel')).toBe('entered.desc');
    const counts = (await rows()).map((row) => Number(row.split(' ').at(-1)));
    expect((await rows())[0]).toBe('Packaging Application 2');
    expect(counts).toEqual([2, 1, 1, 1, 1, 1]);
    expect(await seat.barriers()).toEqual([]);

    await head('Came here').getByRole('button').press('Enter');
    await sorted('Sorted by “Came here”, smallest first');
    expect(await head('Came here').getAttribute('aria-sort')).toBe('ascending');
    expect((await rows()).at(-1)).toBe('Packaging Application 2');
    expect(await page.locator('button:focus').innerText()).toContain('Came here');
    await page.keyboard.press('Space');
    await sorted('Press the name of a column to sort by it.');
    expect(await rows()).toEqual(asTheyCome);
    expect(new URL(page.url()).searchParams.has('sort-funnel')).toBe(false);

    await head('Stage').getByRole('button').click();
    await sorted('Sorted by “Stage”, earliest first');
    expect((await rows()).slice(0, 3)).toEqual([
      expect.stringContaining(' Application '),
      expect.stringContaining(' Application '),
      expect.stringContaining(' Audit and checks '),
    ]);
    await page.reload();
    await sorted('Sorted by “Stage”, earliest first');
    await table.getByRole('link', { name: 'Came here, Application, Packaging' }).click();
    await page.getByRole('link', { name: 'Back to the figures' }).click();
    await sorted('Sorted by “Stage”, earliest first');
    await page.getByLabel('Split by: ' + FUNNEL).selectOption({ label: 'Not split' });
    await table.getByRole('row', { name: /^Application/ }).waitFor();
    expect(await table.getByRole('button').count()).toBe(0);
    expect(await head('Stage').getAttribute('aria-sort')).toBeNull();
    await seat.context.close();
  });

  it('name no case behind a share, whatever the address says', async () => {
    const seat = await browsers.as(world.parties.officer);
    const page = await seat.see('/app/programme/funnel/cases?key=application&measure=passedShare');
    await page.getByText('This address names no number of this figure.').waitFor();
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('are kept as tables in which nothing is a formula', async () => {
    const seat = await browsers.as(world.parties.officer);
    const page = await seat.see(
      `/app/programme/funnel/cases?province=${HERE.province}&key=qualified&measure=entered`,
    );
    await page.getByText('1 case', { exact: true }).waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as CSV' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('funnel-cases.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain(`'${DANGEROUS}`);
    expect(text.split(/\r?\n/).filter((line) => /(?:^|,)"?[=+@-]\D/.test(line))).toEqual([]);
    expect(text.trim().split('\r\n')).toHaveLength(2);
    await seat.context.close();
  });

  it('say on a phone in Khmer all that the bars show, and are printed whole', async () => {
    const seat = await browsers.as(world.parties.officer, { width: 360, language: 'km' });
    const page = await seat.see(`/app/programme?province=${HERE.province}`);
    await page.getByText('គិតត្រឹម').nth(10).waitFor();
    const bars = page.getByRole('listitem').filter({ hasText: 'មកដល់ទីនេះ' });
    expect(await bars.first().innerText()).toContain('3');
    const table = page.getByRole('columnheader', { name: 'មកដល់ទីនេះ' }).first();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(360);
    const print = page.getByRole('button', { name: 'បោះពុម្ព' });
    expect([await table.isVisible(), await print.isVisible()]).toEqual([false, true]);
    expect(await seat.barriers()).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await table.isVisible()).toBe(true);
    expect(await print.isVisible()).toBe(false);
    await seat.context.close();
  });

  it.each(['auditor', 'buyer'] as const)('are no page for this %s', async (who) => {
    const { auditor, mill } = world.parties;
    const seat = await browsers.as(who === 'auditor' ? auditor : mill.requester);
    const page = await seat.see('/app/programme');
    await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
    expect(await page.getByRole('link', { name: 'Programme', exact: true }).count()).toBe(0);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });
});
