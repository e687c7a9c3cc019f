import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { deliver, placePilot } from '../../apps/dev/src/play/roles.js';
import { Browsers } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

describe('pilot orders of a buyer', () => {
  let world: World;
  let browsers: Browsers;
  let story: Story;
  let pilotId: string;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    story = await (await Story.open(world)).ready();
    const buyerId = world.parties.mill.organisationId;
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId });
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const yes = (page: Page) => page.getByRole('button', { name: 'Yes, do it' }).click();

  it('are placed with terms that save themselves, on the plan that was drawn', async () => {
    const seat = await browsers.as(world.parties.mill.requester);
    const page = await seat.see(`/app/qualifications/${story.id}/pilot-order`);
    const place = page.getByRole('button', { name: 'Place the order' });
    await place.waitFor();
    expect(await place.isDisabled()).toBe(true);
    // What is missing is said once, field by field.
    await page.getByText(/^Still missing or not right: Lots/).waitFor();
    expect(await page.getByText('This is not possible yet').count()).toBe(0);
    await page.getByLabel('Units you would order a month').fill('16000');
    await page.getByLabel('Price of a unit in US dollars').fill('4');
    await page.getByRole('button', { name: 'Use this' }).click();
    expect(await page.getByLabel('Units in lot 3').inputValue()).toBe('400');
    for (const lot of [3, 2]) await page.getByRole('button', { name: `Remove lot ${lot}` }).click();
    await page.getByLabel('Units in lot 1').fill('1200');
    const by = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Delivery by').fill(by);
    await page.getByLabel('Where the goods are handed over').selectOption('DAP');
    await page.getByText('What is usual unless you say otherwise').click();
    await page.getByLabel('Days before that it may come').fill('');
    expect(await page.getByRole('row', { name: /^Major/ }).innerText()).toMatch(/80\s+3\s+4/);
    await page
      .getByRole('status')
      .filter({ hasText: /Received \d/ })
      .waitFor();
    expect(await seat.barriers()).toEqual([]);
    await place.click();
    await yes(page);
    await page.getByText('Placed; the supplier has to confirm').waitFor();
    await page.waitForURL(/\/pilots\//);
    pilotId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const seen = await story.see();
    expect(seen.pilots[pilotId]).toMatchObject({ phase: 'placed', lots: [{ lot: 1, size: 1200 }] });
    await seat.see('/app/pilots');
    await page.getByRole('region', { name: 'Placed' }).getByText(story.applicant.profile.name).waitFor();
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('cannot be placed twice, nor by an approver', async () => {
    for (const who of ['requester', 'approver'] as const) {
      const seat = await browsers.as(world.parties.mill[who]);
      const page = await seat.see(`/app/qualifications/${story.id}/pilot-order`);
      await page.getByText('No pilot order can be placed now').waitFor();
      expect(await page.getByRole('button', { name: 'Place the order' }).count()).toBe(0);
      await seat.context.close();
    }
  });

  it('are inspected with a verdict that follows each count, and keep the counts without a line', async () => {
    await story.supplier.ask(story.id, { type: 'confirm-pilot', pilotId });
    await story.supplier.ask(story.id, { type: 'deliver-lot', pilotId, lot: 1, quantity: 1200 });
    const seat = await browsers.as(world.parties.mill.requester, { width: 360, language: 'en' });
    const page = await seat.see(`/app/pilots/${story.id}/${pilotId}/lots/1`);
    const next = page.getByRole('button', { name: /next unit$/ });
    const major = page.getByRole('button', { name: 'One more defect: Major' });
    await page.getByText('Within the limits so far').waitFor();
    await next.click();
    await page.getByText('1 of 80 units done').waitFor();
    for (const question of ['Are the measurements', 'Are the labels', 'Is the packing'])
      await page
        .getByRole('radiogroup', { name: `${question} right?` })
        .getByLabel('Yes')
        .check();
    await page
      .getByRole('status')
      .filter({ hasText: /Received \d/ })
      .waitFor();

    await seat.context.setOffline(true);
    for (let found = 0; found < 4; found += 1) await major.click();
    await page.getByText('Rejected by these counts').waitFor();
    await page.getByText('Major: 4 found, at most 3 accepted.').waitFor();
    await page.getByText('Saved on this device').waitFor();
    expect((await story.see()).pilots[pilotId]?.lots[0]?.phase).toBe('awaiting-inspection');
    await seat.context.setOffline(false);
    await page
      .getByRole('status')
      .filter({ hasText: /Received \d/ })
      .waitFor();

    await page.getByRole('button', { name: 'One defect less: Major' }).click();
    await page.getByText('Correct the numbers by hand').click();
    await page.getByLabel('Units done, of 80').fill('80');
    await page.getByText('Accepted by these counts').waitFor();
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('radiogroup', { name: 'Are the delivery papers right?' }).getByLabel('Yes').check();
    await page.getByRole('button', { name: 'Judge the lot' }).click();
    await yes(page);
    await page.getByText('Accepted · Passed').waitFor();
    expect((await story.see()).pilots[pilotId]).toMatchObject({ phase: 'accepted', result: 'pass' });
    await seat.context.close();
  });

  it('are inspected by inspectors only', async () => {
    const other = await (await Story.open(world)).ready();
    const buyer = world.parties.mill;
    const id = await placePilot(other.applicant, other.id, buyer, [1200]);
    await deliver(other.applicant, other.id, { pilotId: id, lot: 1 });
    const seat = await browsers.as(buyer.approver);
    const page = await seat.see(`/app/pilots/${other.id}/${id}/lots/1`);
    await page.getByText('Only inspectors record what is found').waitFor();
    expect(await page.getByRole('button', { name: 'Judge the lot' }).count()).toBe(0);
    await seat.context.close();
  });
});
