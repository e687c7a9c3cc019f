import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { TaskView } from '#contracts';
import { until } from '../../apps/dev/src/play/api-client.js';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Browsers, findInList, type Seat } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

const nameOf = ({ applicant }: Story): string => applicant.profile.name;
const rowOf = ({ page }: Seat, story: Story) => page.locator('[data-row]', { hasText: nameOf(story) });

describe('the desk of the office', () => {
  let world: World;
  let browsers: Browsers;
  const submitted = async (province: string, many: number): Promise<readonly Story[]> => {
    const stories: Story[] = [];
    for (let n = 0; n < many; n += 1) stories.push(await (await Story.open(world, { province })).submit());
    return stories;
  };
  const tasksIn = async (province: string): Promise<readonly TaskView[]> => {
    const { api } = world.parties.officer;
    return (await api.get<{ items: TaskView[] }>(`/v1/tasks?province=${province}`)).items;
  };
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });

  it('is gone through by keys, and ticked tasks go to a colleague in one go', async () => {
    await submitted('KH-22', 3);
    const { officer, office } = world.parties;
    const vuthy = `Vuthy ${randomUUID()}`;
    const colleague = await registryOf(world.parties).member(office.organisationId, vuthy, 'officer');
    const seat = await browsers.as(officer);
    const page = await seat.see('/app/?province=KH-22');
    await page.locator('[data-row]').nth(2).waitFor();
    for (const key of ['j', 'x', 'j', 'k', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('2 ticked').waitFor();
    expect(await seat.barriers()).toEqual([]);
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Give 2 tasks to a colleague' });
    await dialog.getByLabel('Colleague').selectOption({ label: `${vuthy} (officer)` });
    // No one who could not do it: reviewers check no applications.
    expect(await dialog.getByRole('option', { name: /Rith/ }).count()).toBe(0);
    expect(await seat.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('2 tasks given away').waitFor();
    await page.getByText(`Taken by ${vuthy}`).nth(1).waitFor();
    const takers = (await tasksIn('KH-22')).map(({ claimedBy }) => claimedBy);
    expect(takers).toEqual([colleague.personId, colleague.personId, null]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys in this list' }).waitFor();
    await page.getByLabel('Use single keys on this device').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.getByText('1 ticked').count()).toBe(0);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('lets one take a task and let go of it, and tells what was refused and why', async () => {
    const [first, taken] = (await submitted('KH-11', 2)) as [Story, Story];
    const { officer, secondOfficer } = world.parties;
    const seat = await browsers.as(officer);
    // Nobody tells this page what others do.
    await seat.page.route('**/v1/events/stream*', () => undefined);
    const page = await seat.see('/app/?province=KH-11');
    await rowOf(seat, taken).waitFor();
    const [task] = (await tasksIn('KH-11')).filter(({ qualificationId }) => qualificationId === taken.id);
    await secondOfficer.api.ask(taken.id, { type: 'claim-task', task: task?.task ?? '' });
    for (const story of [first, taken]) await rowOf(seat, story).getByRole('checkbox').check();
    await page.getByRole('region', { name: 'What to do with the ticked tasks' }).getByText('Take').click();
    await page.getByText('1 task taken').waitFor();
    await page.getByText(`${task?.caseNumber}: Somebody else has taken this task.`).waitFor();
    await rowOf(seat, first).getByText('Your turn').waitFor();
    await rowOf(seat, taken).getByText('Taken by Bopha').waitFor();
    expect(await rowOf(seat, taken).getByRole('button').count()).toBe(0);
    expect(await seat.barriers()).toEqual([]);
    await rowOf(seat, first).getByRole('button', { name: 'Let go' }).click();
    await page.getByText('1 task let go').waitFor();
    await rowOf(seat, first).getByText('Open to every officer').waitFor();
    await page.keyboard.press('e');
    await page.waitForURL(new RegExp(`/app/qualifications/${first.id}$`));
    await seat.context.close();
  });

  it('hears of what happened between its first look and the moment from which it is told', async () => {
    const [story] = (await submitted('KH-13', 1)) as [Story];
    const { officer, secondOfficer } = world.parties;
    const seat = await browsers.as(officer);
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    await seat.page.route('**/v1/events/stream*', async (route) => {
      await opened;
      await route.continue();
    });
    await seat.see('/app/?province=KH-13');
    await rowOf(seat, story).waitFor();
    const [task] = await tasksIn('KH-13');
    await secondOfficer.api.ask(story.id, { type: 'claim-task', task: task?.task ?? '' });
    open();
    await rowOf(seat, story).getByText('Taken by Bopha').waitFor();
    await seat.context.close();
  });

  it('fits a phone, in Khmer, with tasks ticked', async () => {
    const [story] = (await submitted('KH-10', 1)) as [Story];
    const seat = await browsers.as(world.parties.officer, { width: 360, language: 'km' });
    const page = await seat.see('/app/?province=KH-10');
    await rowOf(seat, story).getByRole('checkbox').check();
    await page.getByText('បានជ្រើស 1', { exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('is narrowed by filters that the address keeps; one is kept under a name until it is removed', async () => {
    const [here] = (await submitted('KH-19', 1)) as [Story];
    const [elsewhere] = (await submitted('KH-20', 1)) as [Story];
    const seat = await browsers.as(world.parties.officer);
    const page = await seat.see('/app/');
    await page.getByLabel('Province').selectOption('KH-19');
    await page.waitForURL(({ searchParams }) => searchParams.get('province') === 'KH-19');
    await rowOf(seat, here).waitFor();
    await rowOf(seat, elsewhere).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Nobody’s/ }).click();
    await page.waitForURL(/claimed=nobody/);
    const due = page.getByLabel('Due', { exact: true });
    await due.selectOption({ label: 'within 30 days' });
    await page.waitForURL(/dueWithin=30/);
    // The page follows its address a moment later.
    await until(
      () => due.inputValue(),
      (days) => days === '30',
    );
    await page.getByRole('button', { name: 'Save these filters' }).click();
    await page.getByLabel('Name of the filter').pressSequentially('jx of Stung Treng');
    expect(await page.getByText(/ ticked/).count()).toBe(0);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'jx of Stung Treng', exact: true }).waitFor();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.waitForURL((url) => url.search === '');
    await page.reload();
    await page.getByRole('button', { name: 'jx of Stung Treng', exact: true }).click();
    await page.waitForURL(/province=KH-19/);
    const kept = Object.fromEntries(new URL(page.url()).searchParams);
    expect(kept).toEqual({ claimed: 'nobody', dueWithin: '30', province: 'KH-19' });
    await rowOf(seat, here).waitFor();
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Remove the filter jx of Stung Treng' }).click();
    await page.getByRole('button', { name: 'jx of Stung Treng', exact: true }).waitFor({ state: 'detached' });
    await page.goto(`${seat.origin}/app/?province=KH-19&what=assign-auditor`);
    await page.getByText('No task fits these filters').waitFor();
    await seat.context.close();
  });

  it('lists all cases, found by the beginning of a name', async () => {
    const [story] = (await submitted('KH-20', 1)) as [Story];
    const other = await Story.open(world);
    const seat = await browsers.as(world.parties.officer);
    const page = await seat.see('/app/cases');
    await findInList(page, page.getByText(nameOf(other)));
    await page.getByLabel('Case number or supplier').fill(nameOf(story));
    await page.getByLabel('Case number or supplier').press('Enter');
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === nameOf(story));
    await page.getByText(nameOf(other)).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Your turn').waitFor();
    expect(await seat.barriers()).toEqual([]);
    await page.getByLabel('Stage', { exact: true }).selectOption('qualified');
    await page.getByText('No case fits these filters').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: nameOf(story) }).click();
    await page.waitForURL(new RegExp(story.id));
    await seat.context.close();
  });

  it('narrows cases to a province, a buyer that takes part and a grade, as the address keeps it', async () => {
    const buyerId = world.parties.mill.organisationId;
    const [here, other] = (await submitted('KH-18', 2)) as [Story, Story];
    await here.supplier.ask(here.id, { type: 'grant-consent', buyerId });
    const seat = await browsers.as(world.parties.officer);
    const page = await seat.see('/app/cases');
    await page.getByLabel('Province').selectOption('KH-18');
    await page.waitForURL(/province=KH-18/);
    await page.getByText(nameOf(other)).waitFor();
    await page.getByLabel('Buyer', { exact: true }).selectOption(buyerId);
    await page.getByText(nameOf(other)).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText(nameOf(here)).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ province: 'KH-18', buyerId });
    expect(await seat.barriers()).toEqual([]);
    await page.getByLabel('Grade').selectOption('A');
    await page.getByText('No case fits these filters').waitFor();
    await seat.context.close();
  });

  it('shows visits of a month as a table, and as a list on a phone, by province', async () => {
    const story = await (await Story.open(world, { province: 'KH-16' })).accept();
    await roles.goOnSite(world.parties, story.applicant, story.id);
    const { audit } = await story.see();
    const month = (audit.visitDate ?? '').slice(0, 7);
    const desk = await browsers.as(world.parties.officer);
    const page = await desk.see(`/app/visits?month=${month}`);
    await page.getByLabel('Province').selectOption('KH-16');
    const table = page.getByRole('table', { name: /^Visits in/ });
    const day = String(Number(audit.visitDate?.slice(8)));
    await table.getByRole('cell', { name: new RegExp(`^${day}\\b.*${nameOf(story)}`) }).waitFor();
    expect(await desk.barriers()).toEqual([]);
    await page.getByRole('link', { name: 'Next month' }).click();
    await page.getByText(/^No visit is planned in/).waitFor();
    await page.goBack();
    await page.getByLabel('Province').selectOption('KH-21');
    await page.getByText(/^No visit is planned in/).waitFor();
    const phone = await browsers.as(world.parties.officer, { width: 360, language: 'km' });
    await phone.see(`/app/visits?month=${month}&province=KH-16`);
    await phone.page.getByRole('link', { name: nameOf(story) }).waitFor();
    expect(await phone.page.getByRole('table').count()).toBe(0);
    expect(await phone.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await phone.barriers()).toEqual([]);
    for (const { context } of [desk, phone]) await context.close();
  });
});

describe('the palette', () => {
  let world: World;
  let browsers: Browsers;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    story = await (await Story.open(world)).submit();
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });

  it('opens a case by keys alone, a page, and a list narrowed by a command', async () => {
    const { caseNumber } = await story.see();
    const seat = await browsers.as(world.parties.officer);
    const page = await seat.see('/app/visits');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Case number, supplier, page or command' });
    await field.pressSequentially(caseNumber);
    await page
      .getByRole('option', { name: nameOf(story) })
      .first()
      .waitFor();
    expect(await seat.barriers()).toEqual([]);
    await page.getByText('2 found').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/app/qualifications/${story.id}$`));
    await page.getByRole('button', { name: 'Find' }).click();
    await field.pressSequentially('over');
    await page.getByText('1 found').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/overdue=true/);
    await page.keyboard.press('Control+k');
    await field.fill(nameOf(story));
    await page.getByRole('group', { name: 'All cases of a supplier' }).getByRole('option').click();
    await page.getByText(`Only cases of ${nameOf(story)}.`).waitFor();
    await page.keyboard.press('Control+k');
    await field.fill('nothing is called so');
    await page.getByText(/^Nothing found/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('finds a buyer only cases that were opened to it; a supplier has none', async () => {
    const { mill } = world.parties;
    const open = await (await Story.open(world)).ready();
    await open.supplier.ask(open.id, { type: 'grant-consent', buyerId: mill.organisationId });
    const seat = await browsers.as(mill.requester, { width: 360, language: 'km' });
    const page = await seat.see('/app/demands');
    await page.getByRole('button', { name: 'ស្វែងរក' }).click();
    const field = page.getByRole('combobox', { name: /^លេខករណី/ });
    await field.fill(nameOf(story));
    await page.getByText('រកមិនឃើញទេ').waitFor();
    await field.fill(nameOf(open));
    await page.getByRole('option', { name: nameOf(open) }).waitFor();
    expect(await seat.barriers()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(open.id));
    await seat.context.close();
    const supplier = await browsers.as(open.applicant.member);
    const own = await supplier.see('/app/');
    expect(await own.getByRole('button', { name: 'Find' }).count()).toBe(0);
    await own.keyboard.press('Control+k');
    expect(await own.getByRole('dialog').count()).toBe(0);
    await supplier.context.close();
  });
});
