import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Browsers } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

/** By the buyer's number: units delivered, and what was invoiced for them. */
const CAME: Readonly<Record<string, readonly [units: number, valueUsd?: number]>> = {
  ...{ 'D-1': [500, 2_000], 'D-2': [90, 900], 'D-10': [1_000, 150], 'D-11': [80], 'D-3': [120, 1_200] },
};

describe('what came under an approval', () => {
  let world: World;
  let browsers: Browsers;
  let story: Story;
  let on: string;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    story = await (await Story.open(world)).qualified();
    on = (await story.see()).caseTime.slice(0, 10);
    for (const [number, [units, valueUsd]] of Object.entries(CAME)) await write(number, units, valueUsd);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const write = (number: string, delivered: number, valueUsd?: number) =>
    world.parties.mill.requester.api.put(`${story.path}/deliveries/${number}`, {
      ...{ dueOn: on, deliveredOn: on, ordered: 1_000, delivered, inspected: 50, defective: 0 },
      ...{
        accepted: true,
        answeredInTime: true,
        priceKept: true,
        ...(valueUsd !== undefined && { valueUsd }),
      },
    });
  const table = (page: Page) => page.getByRole('table').filter({ hasText: 'D-10' });
  const numbers = async (page: Page) => table(page).getByRole('rowheader').allInnerTexts();
  const sort = async (page: Page, column: string, how: string) => {
    await table(page).getByRole('columnheader', { name: column }).getByRole('button').click();
    await table(page).getByRole('status').getByText(how, { exact: true }).waitFor();
  };

  it('is a table to read while it is short, and one to sort when it is not', async () => {
    const seat = await browsers.as(world.parties.mill.requester);
    const page = await seat.see(`/app/qualifications/${story.id}/deliveries`);
    await table(page).waitFor();
    expect(await table(page).getByRole('row').count()).toBe(6);
    expect(await table(page).getByRole('button').count()).toBe(0);
    await write('D-20', 700, 70);
    await page.reload();
    await table(page).getByRole('rowheader', { name: 'D-20' }).waitFor();

    await sort(page, 'Units delivered', 'Sorted by “Units delivered”, largest first');
    expect(await numbers(page)).toEqual(['D-10', 'D-20', 'D-1', 'D-3', 'D-2', 'D-11']);
    await sort(page, 'Delivery', 'Sorted by “Delivery”, in the order of the alphabet');
    expect(await numbers(page)).toEqual(['D-1', 'D-2', 'D-3', 'D-10', 'D-11', 'D-20']);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('has what was not told last, whichever way it is sorted, and fits a phone', async () => {
    const seat = await browsers.as(world.parties.mill.approver, { width: 360, language: 'en' });
    const page = await seat.see(`/app/qualifications/${story.id}/deliveries`);
    await sort(page, 'Invoiced', 'Sorted by “Invoiced”, largest first');
    expect(await numbers(page)).toEqual(['D-1', 'D-3', 'D-2', 'D-10', 'D-20', 'D-11']);
    await sort(page, 'Invoiced', 'Sorted by “Invoiced”, smallest first');
    expect(await numbers(page)).toEqual(['D-20', 'D-10', 'D-2', 'D-3', 'D-1', 'D-11']);
    expect(new URL(page.url()).searchParams.get('sort-deliveries')).toBe('value.asc');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });
});
