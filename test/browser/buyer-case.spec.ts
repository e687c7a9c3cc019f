import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browsers, type Screen, type Seat } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

const SCREENS: readonly Screen[] = [
  { width: 360, language: 'km' },
  { width: 1280, language: 'en' },
];

describe('a case on one page, as its buyer decides by it', () => {
  let world: World;
  let browsers: Browsers;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    story = await (await Story.open(world)).decision();
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const see = async (who: 'requester' | 'approver', screen?: Screen): Promise<Seat> => {
    const seat = await browsers.as(world.parties.mill[who], screen);
    await seat.see(`/app/qualifications/${story.id}`);
    await seat.page.getByRole('heading', { level: 1, name: story.applicant.profile.name }).waitFor();
    return seat;
  };

  it.each(SCREENS)('can be used by everybody and logs no error: $width px, $language', async (screen) => {
    const seat = await see('requester', screen);
    await seat.page.getByRole('heading', { level: 2 }).nth(10).waitFor();
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('tells in words what was found, checked and ordered, and what the supplier did not open', async () => {
    const seat = await see('requester');
    const { page } = seat;
    const part = (title: string) => page.getByRole('region', { name: title, exact: true });
    await part('At a glance').getByText('No zero-tolerance finding').waitFor();
    await part('Audit score').getByText('of 100 points').waitFor();
    await part('Compliance checks').getByText('Taxpayer number: clear').waitFor();
    const row = part('Your pilot orders').getByRole('row', { name: /^Major/ });
    expect(await row.innerText()).toMatch(/80\s+3\s+4\s+1\s+within/);
    await part('Origin of the goods').getByText('did not open this to you').waitFor();
    await part('What happened').getByText('The pilot order succeeded').waitFor();
    const pdf = await page.getByRole('link', { name: /^PDF English/ }).getAttribute('href');
    expect(pdf).toBe(`/v1/qualifications/${story.id}/one-page.pdf?language=en`);
    await seat.context.close();
  });

  it('is recommended by one person, refused to the same person, and approved by another', async () => {
    const wong = await see('approver');
    await wong.page.getByText('You can decide when a colleague has recommended').waitFor();
    expect(await wong.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);

    const li = await see('requester');
    const { page } = li;
    const recommend = page.getByRole('button', { name: 'Recommend approval' });
    expect(await recommend.isDisabled()).toBe(true);
    await page.getByLabel('Most US dollars a month').fill('២០,០០០');
    await page.getByLabel('Most units a month').fill('1000');
    await page.getByLabel('Tier 2: delivers to factories that sew or assemble').check();
    const until = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Valid until').fill(until);
    await page
      .getByRole('status')
      .filter({ hasText: /Received \d/ })
      .waitFor();
    await recommend.click();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByText('You recommended it, so another person has to decide.').waitFor();
    expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    expect((await story.see()).approvals[world.parties.mill.organisationId]?.phase).toBe('recommended');

    await wong.page.reload();
    await wong.page.getByText('USD 20,000.00').waitFor();
    expect(await wong.barriers()).toEqual([]);
    await wong.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await wong.page.getByRole('button', { name: 'No', exact: true }).click();
    await wong.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await wong.page.getByRole('button', { name: 'Yes, do it' }).click();
    await wong.page.getByText('Your firm approved this supplier.').waitFor();
    expect((await story.see()).approvals[world.parties.mill.organisationId]?.phase).toBe('approved');
    expect(await li.barriers()).toEqual([]);
    await li.context.close();
    await wong.context.close();
  });
});
