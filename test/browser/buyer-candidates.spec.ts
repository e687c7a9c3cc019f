import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browsers } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

describe('the candidates of a buyer', () => {
  let world: World;
  let browsers: Browsers;
  let trims: Story;
  let packaging: Story;
  const nameOf = ({ applicant }: Story): string => applicant.profile.name;
  const opened = async (story: Story): Promise<Story> => {
    const buyerId = world.parties.mill.organisationId;
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId });
    return story;
  };
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    trims = await opened(await (await Story.open(world)).ready());
    packaging = await opened(
      await (await Story.open(world, { category: 'PACKAGING', province: 'KH-8' })).accept(),
    );
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });

  it('are narrowed by filters that the address keeps and Back undoes', async () => {
    const seat = await browsers.as(world.parties.mill.requester);
    const page = await seat.see('/app/');
    await page.getByText(nameOf(trims)).waitFor();
    await page.getByText(nameOf(packaging)).waitFor();
    await page.getByLabel('Input', { exact: true }).selectOption({ label: 'Packaging' });
    await page.getByText(nameOf(trims)).waitFor({ state: 'detached' });
    await page.waitForURL(({ searchParams }) => searchParams.get('category') === 'PACKAGING');
    await page.getByText(nameOf(packaging)).waitFor();
    await page.reload();
    await page.getByText(nameOf(packaging)).waitFor();
    expect(await page.getByText(nameOf(trims)).count()).toBe(0);
    await page.getByLabel('Grade', { exact: true }).selectOption({ label: 'B or better' });
    await page.getByText('fits these filters').waitFor();
    await page.goBack();
    await page.getByText(nameOf(packaging)).waitFor();
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('are not looked for by what is no HS code', async () => {
    const seat = await browsers.as(world.parties.mill.requester);
    const page = await seat.see('/app/');
    await page.getByLabel('HS code').fill('58');
    await page.getByLabel('HS code').press('Enter');
    await page.getByText('4, 6 or 8 digits').waitFor();
    expect(new URL(page.url()).searchParams.has('hs')).toBe(false);
    await page.getByText(nameOf(trims)).waitFor();
    await seat.context.close();
  });

  it('stand side by side, as many as were chosen, under an address that keeps them', async () => {
    const seat = await browsers.as(world.parties.mill.requester);
    const page = await seat.see('/app/');
    // What is chosen stands in the address, and is shown a moment later.
    for (const [nth, story] of [trims, packaging].entries()) {
      await page.getByLabel(`Compare ${nameOf(story)}`).click();
      await page.getByText(`${nth + 1} chosen`).waitFor();
    }
    await page.getByRole('link', { name: 'Compare side by side' }).click();
    await page.getByRole('columnheader', { name: nameOf(packaging) }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: nameOf(trims) }).waitFor();
    expect(await page.getByRole('row', { name: /^Grade Grade A Not graded yet/ }).count()).toBe(1);
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('button', { name: `Remove ${nameOf(trims)}` }).click();
    await page.getByRole('columnheader', { name: nameOf(trims) }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: nameOf(packaging) }).click();
    await page.getByRole('heading', { level: 1, name: nameOf(packaging) }).waitFor();
    await seat.context.close();
  });

  it('are none for a buyer that no supplier opened its case to, on a phone in Khmer', async () => {
    const seat = await browsers.as(world.parties.brand.requester, { width: 360, language: 'km' });
    const page = await seat.see('/app/');
    await page.getByText('អ្នកផ្គត់ផ្គង់ដែលអនុញ្ញាតឱ្យអ្នកមើលនឹងបង្ហាញនៅទីនេះ').waitFor();
    expect(await page.getByText(nameOf(trims)).count()).toBe(0);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });
});
