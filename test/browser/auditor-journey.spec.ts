import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import * as roles from '../../apps/dev/src/play/roles.js';
import { answer, itemOn, openChecklist, openPage, sign, takePhoto } from '../support/audit-pages.js';
import { Browsers, type Seat } from '../support/browsers.js';
import { signInByPages } from '../support/sign-in-pages.js';
import { Story } from '../support/story.js';
import { wordsOf } from '../support/web-words.js';
import { World } from '../support/world.js';

const km = wordsOf('km');
/** Wherever it is: received, or about to be. */
const WRITTEN = { kept: new RegExp(km('shell.saved.received', { at: '' }).trim()) };
const WEAK = 'HS-03';

describe('an auditor from the first sign-in to the receipt, at 360 px in Khmer', () => {
  let world: World;
  let browsers: Browsers;
  let story: Story;
  let seat: Seat;
  let page: Page;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    story = await (await Story.open(world)).accept();
    const { auditor, officer } = world.parties;
    const { personId: auditorId, organisationId: firmId } = auditor;
    await officer.api.ask(story.id, { type: 'assign-auditor', auditorId, firmId });
    seat = await browsers.stranger({ width: 360, language: 'km' });
    await seat.context.grantPermissions(['geolocation']);
    await seat.context.setGeolocation({ latitude: 11.5321, longitude: 104.8312, accuracy: 15 });
    ({ page } = seat);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const mustBeUsable = async () => expect(await seat.barriers()).toEqual([]);
  const press = (id: string) => page.getByRole('button', { name: km(id) }).click();

  it('signs in with a second factor, and proposes a date for the visit', async () => {
    await signInByPages(world, seat, world.parties.auditor, 'km');
    await page.getByRole('heading', { level: 1, name: km('auditor.home.title') }).waitFor();
    await mustBeUsable();
    await openPage(page, seat.origin, story.path);
    const date = roles.inDays(await story.see(), 2);
    await page.getByLabel(km('auditor.visit.date', { nth: 1 })).fill(date);
    await press('auditor.visit.propose-visit');
    await page.getByText(km('auditor.visit.proposed')).waitFor();
    await mustBeUsable();
    await story.supplier.ask(story.id, { type: 'accept-visit', date });
    await page.getByRole('button', { name: km('auditor.next.start') }).waitFor();
  });

  it('prepares: how far, whom to speak with, what the firm wrote', async () => {
    await page.getByText(km('auditor.bring.thing.paper')).waitFor();
    await page.getByText(km('auditor.bring.payroll')).first().waitFor();
    await page.getByText(km('auditor.application.title')).click();
    await page.getByText(story.applicant.profile.address).first().waitFor();
    await mustBeUsable();
    await press('auditor.next.start');
    await page.getByRole('link', { name: km('auditor.next.go-on') }).waitFor();
  });

  it('answers by section, is told why an answer does not stand, and shows what was seen', async () => {
    await openChecklist(page, seat.origin, story.path);
    const first = itemOn(page, 'BL-06');
    await first.locator('input[value="not-applicable"]').check();
    await first.getByText(km('auditor.problem.not-applicable-needs-reason')).waitFor();
    await answer(page, 'BL-06', 'not-applicable', { ...WRITTEN, reason: 'គ្មានការងារបែបនេះនៅទីនេះទេ' });
    await page
      .locator('.section-tab')
      .filter({ hasText: km('auditor.section.HS') })
      .click();
    await itemOn(page, WEAK).locator('input[value="nonconform"]').check();
    await itemOn(page, WEAK).getByText(km('auditor.problem.finding-needs-evidence-or-note')).waitFor();
    await takePhoto(page, WEAK);
    await answer(page, WEAK, 'nonconform', WRITTEN);
    expect(
      await itemOn(page, WEAK).getByText(km('auditor.problem.finding-needs-evidence-or-note')).count(),
    ).toBe(0);
    await mustBeUsable();
    await roles.answerAll(world.parties, story.id, {}, {}, ['BL-06', WEAK]);
  });

  it('keeps what a worker told, has both meetings signed and writes down the wages that were seen', async () => {
    await openPage(page, seat.origin, story.path, '/interviews');
    await page.getByLabel(km('auditor.note.workers')).fill('៣');
    await page.getByLabel(km('auditor.note.women')).fill('៤');
    await page.getByText(km('auditor.note.numbers-wrong')).waitFor();
    await page.getByLabel(km('auditor.note.women')).fill('២');
    await page.getByLabel(km('auditor.note.text')).fill('ម៉ោងបន្ថែមមិនបានបង់គ្រប់ទេ។');
    await press('auditor.note.keep');
    await page
      .getByRole('listitem')
      .filter({ hasText: km('auditor.note.received') })
      .first()
      .waitFor();
    await mustBeUsable();
    await openPage(page, seat.origin, story.path, '/meetings');
    for (const [nth, name] of ['opening', 'closing'].entries()) {
      const meeting = page.locator('section').nth(nth);
      await meeting.getByRole('heading', { name: km(`auditor.meeting.${name}`) }).waitFor();
      await meeting.getByRole('button', { name: new RegExp(km('auditor.field.now')) }).click();
      await meeting.getByLabel(km('application.label.people')).fill('៤');
      await meeting.getByLabel(km('application.label.function')).selectOption('production');
      await meeting.getByLabel(km('application.label.signedBy')).fill('ចាន់ សុភា');
      await sign(meeting.locator('svg.signature'));
      await meeting.getByRole('status').filter({ hasText: WRITTEN.kept }).waitFor();
    }
    const wages = page.locator('section').nth(2);
    await wages.getByRole('textbox', { name: km('application.label.month'), exact: true }).fill('2026-09');
    await wages.locator('input[value="USD"]').check();
    await wages.getByLabel(km('application.label.lowestBasicWage')).first().fill('២០៨');
    await wages.getByLabel(km('application.label.workersSampled')).fill('១២');
    await wages.getByRole('status').filter({ hasText: WRITTEN.kept }).waitFor();
    await mustBeUsable();
  });

  it('hands in, and reads the receipt', async () => {
    await openPage(page, seat.origin, story.path, '/send');
    await page.getByText(km('auditor.send.nothing-missing')).waitFor();
    await mustBeUsable();
    await page.getByLabel(km('auditor.send.declaration')).check();
    await press('auditor.send.submit');
    await page.getByText(km('auditor.receipt.same')).waitFor();
    await mustBeUsable();
    const { audit } = await story.see();
    expect(audit.phase).toBe('submitted');
  });
});
