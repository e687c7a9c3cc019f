import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PotentialMatchView, StuckCaseView } from '#contracts';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { Browsers, findInList, type Seat } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { anchoredStory, changed, tamper } from '../support/tampering.js';
import { World } from '../support/world.js';

const yes = ({ page }: Seat) => page.getByRole('button', { name: 'Yes, do it' }).click();

describe('the rules of the programme, as its office keeps them', () => {
  let world: World;
  let browsers: Browsers;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const see = async (who: Member, path: string): Promise<Seat> => {
    const seat = await browsers.as(who);
    await seat.see(`/app${path}`);
    return seat;
  };

  describe('a name that a list may mean', () => {
    let story: Story;
    beforeAll(async () => {
      const owner = 'Veasnapixh Rattanakiri Test';
      story = await (await Story.open(world, { owner, province: 'KH-21' })).accept();
    });
    const waiting = async (): Promise<PotentialMatchView | undefined> => {
      type Page = { items: PotentialMatchView[] };
      const { items } = await world.parties.officer.api.get<Page>('/v1/potential-matches?province=KH-21');
      return items.find(({ qualificationId }) => qualificationId === story.id);
    };

    it('is shown with its entry, what both have in common, and why; to others than officers without a decision', async () => {
      const { officer, reviewer } = world.parties;
      const dara = await see(officer, '/matches?province=KH-21');
      await dara.page.getByRole('link', { name: /^Veasnapixh Rattanakiri Test/ }).click();
      const { page } = dara;
      await page.getByRole('heading', { level: 1, name: `${story.applicant.profile.name}: names` }).waitFor();
      await page.locator('mark').nth(5).waitFor();
      const marks = await page.locator('mark').allInnerTexts();
      expect(marks.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
        ...['Veasnapixh (spelt much alike)', 'Rattanakiri (the same)', 'Test (the same)'],
        ...['VEASNAPICH (spelt much alike)', 'Rattanakiri (the same)', 'Test (the same)'],
      ]);
      await page.getByText('The spelling differs in one letter.').waitFor();
      await page.getByText(/^OFAC-SDN, edition/).waitFor();
      expect(await dara.barriers()).toEqual([]);
      await dara.context.close();

      const rith = await see(reviewer, `/matches/${story.id}`);
      await rith.page.getByText('An officer decides this.').waitFor();
      expect(await rith.page.getByRole('button', { name: /means somebody else/ }).count()).toBe(0);
      expect(await rith.page.getByText('It is the same party').count()).toBe(0);
      await rith.context.close();
    });

    it('is found from the checks of its case, in the list narrowed to that', async () => {
      const { caseNumber } = await story.see();
      const dara = await see(world.parties.officer, `/qualifications/${story.id}`);
      const { page } = dara;
      await page.getByRole('link', { name: 'See the names that look alike' }).click();
      await page.waitForURL(({ searchParams }) => searchParams.get('qualificationId') === story.id);
      await page.getByText(`Only names of ${story.applicant.profile.name}, ${caseNumber}.`).waitFor();
      await page.getByRole('link', { name: /^Veasnapixh Rattanakiri Test/ }).waitFor();
      expect(await dara.barriers()).toEqual([]);
      await page.getByLabel('Taken').selectOption('me');
      await page.getByText('No name fits these filters.').waitFor();
      expect(new URL(page.url()).searchParams.get('qualificationId')).toBe(story.id);
      await dara.context.close();
    });

    it('is cleared by one officer with a reason, not by the same once more, and by a second one', async () => {
      const { officer, secondOfficer } = world.parties;
      const dara = await see(officer, `/matches/${story.id}`);
      const propose = dara.page.getByRole('button', { name: 'Propose: it means somebody else' });
      await dara.page.getByLabel('Why it means somebody else').selectOption('other-birth-date');
      expect(await propose.isDisabled()).toBe(true);
      await dara.page.getByLabel('What you compared').fill('Passport seen: born in 1990.');
      await propose.click();
      await dara.page.getByText('You said so first, so another officer has to confirm it.').waitFor();
      expect(await dara.page.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);
      expect(await dara.barriers()).toEqual([]);
      expect((await waiting())?.hits).toMatchObject([
        { status: 'clearing-proposed', reason: 'other-birth-date' },
      ]);

      const bopha = await see(secondOfficer, `/matches/${story.id}`);
      await bopha.page.getByText(/First officer \(Dara\).*The date of birth is another/).waitFor();
      expect(await bopha.barriers()).toEqual([]);
      await bopha.page.getByRole('button', { name: 'Confirm: it means somebody else' }).click();
      await yes(bopha);
      await bopha.page.getByText('Every name of this case is judged.').waitFor();
      expect(await waiting()).toBeUndefined();
      await dara.context.close();
      await bopha.context.close();
    });

    it('is not looked for any more where every name of the case is judged, which the list says', async () => {
      const dara = await see(world.parties.officer, `/qualifications/${story.id}`);
      const { page } = dara;
      await page.getByRole('link', { name: 'See the names that look alike' }).click();
      await page.getByText('No name of this case waits for an officer.').waitFor();
      expect(await dara.barriers()).toEqual([]);
      await page.getByRole('link', { name: 'Back to the case' }).click();
      await page.waitForURL(new RegExp(`/app/qualifications/${story.id}$`));
      await page.goBack();
      await page.getByRole('link', { name: 'Show the names of all cases' }).click();
      await page.waitForURL((url) => url.pathname === '/app/matches' && url.search === '');
      await dara.context.close();
    });
  });

  it('a journal is verified: a whole one, and one that somebody changed', async () => {
    const whole = await anchoredStory(world);
    const broken = await anchoredStory(world);
    const [entry] = await world.rows<{ payload: string }>(
      'select payload from journal_entry where qualification_id = $1 and seq = 2',
      [broken.id],
    );
    const change = 'update journal_entry set payload = $2 where qualification_id = $1 and seq = 2';
    await tamper(world, change, [broken.id, changed(entry?.payload ?? '')]);
    const seat = await see(world.parties.officer, '/operations');
    const verify = async (story: Story): Promise<string> => {
      const { caseNumber } = await story.see();
      const journals = seat.page.getByRole('region', { name: 'Is a journal whole?' });
      const search = journals.getByLabel('Case number or supplier');
      await search.fill(caseNumber);
      await search.press('Enter');
      await seat.page.waitForURL(({ searchParams }) => searchParams.get('q') === caseNumber);
      const row = journals.getByRole('article', { name: caseNumber });
      await row.getByRole('button', { name: /^Verify/ }).click();
      await row.getByText(/hole: /).waitFor();
      return row.innerText();
    };
    expect(await verify(whole)).toMatch(/Whole: 4 entries.*\n.*Entry 4 is as it was anchored/s);
    expect(await verify(broken)).toMatch(/Not whole: .*Entry 2: its content was changed/s);
    expect(await seat.barriers()).toEqual([]);
    await tamper(world, change, [broken.id, entry?.payload]);
    await seat.context.close();
  });

  it('what is stuck is narrowed in the address, and a lost process is started again', async () => {
    const story = await Story.open(world);
    await world.rows(
      `insert into office_task (id, kind, subject) values (gen_random_uuid(), 'workflow-missing', $1)`,
      [story.id],
    );
    const { caseNumber } = await story.see();
    const seat = await see(world.parties.officer, '/stuck');
    const { page } = seat;
    await page.getByLabel('Reason').selectOption('workflow-missing');
    await page.waitForURL(({ searchParams }) => searchParams.get('reason') === 'workflow-missing');
    const row = await findInList(page, page.getByRole('article').filter({ hasText: caseNumber }));
    await row.getByText('Start it anew from what is kept').waitFor();
    expect(await seat.barriers()).toEqual([]);
    await row.getByRole('button', { name: 'Start the process again' }).click();
    await row.waitFor({ state: 'detached' });
    type Page = { items: StuckCaseView[] };
    const { items } = await world.parties.officer.api.get<Page>('/v1/stuck-cases?reason=workflow-missing');
    expect(items.map(({ qualificationId }) => qualificationId)).not.toContain(story.id);
    await page.getByRole('link', { name: 'Past the due date' }).click();
    await page.getByLabel('Whose turn').waitFor();
    expect(new URL(page.url()).search).toBe('?tab=late');
    await seat.context.close();
  });
});
