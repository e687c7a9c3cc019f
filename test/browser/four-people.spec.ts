import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { until } from '../../apps/dev/src/play/api-client.js';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { reaches } from '../../apps/dev/src/play/roles.js';
import { answerSections } from '../support/audit-pages.js';
import { Browsers, findInList, type Seat } from '../support/browsers.js';
import { signInByPages } from '../support/sign-in-pages.js';
import { someFirm } from '../support/story.js';
import { comeByInvitation, fillInOnPages, km } from '../support/supplier-pages.js';
import { World } from '../support/world.js';

const LOT = 1200;
/** An auditor whom no other test has. */
const VANNA = `Vanna ${randomUUID()}`;

/** From the sign-in to the approval, each step by whoever has the ball, on their own pages in a browser of their own. */
describe('four people and one case', () => {
  let world: World;
  let browsers: Browsers;
  let supplier: Seat;
  let auditor: Seat;
  let buyer: Seat;
  let office: Seat;
  /** Colleagues whom the rule of two asks for. */
  let reviewer: Seat;
  let approver: Seat;
  let id: string;
  /** No other spec is at home there. */
  const province = 'KH-15';
  const firm = someFirm({ province });
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const yes = (page: Page) => page.getByRole('button', { name: 'Yes, do it' }).click();
  const received = (page: Page) =>
    page
      .getByRole('status')
      .filter({ hasText: /Received \d/ })
      .first()
      .waitFor();
  const see = (seat: Seat, part = '') => seat.see(`/app/qualifications/${id}${part}`);
  const theCase = () => world.parties.officer.api.case(id);
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('sign in on the pages: staff give a second factor, a supplier comes by an invitation', async () => {
    const { parties } = world;
    const signedIn = async (member: Member) => {
      const seat = await browsers.stranger();
      await signInByPages(world, seat, member, 'en');
      return seat;
    };
    supplier = await browsers.stranger({ width: 360, language: 'km' });
    await supplier.context.grantPermissions(['geolocation']);
    await supplier.context.setGeolocation({ ...firm, accuracy: 9 });
    await comeByInvitation(world, supplier, firm.name);
    office = await signedIn(parties.officer);
    reviewer = await signedIn(parties.reviewer);
    const firmOfAuditors = parties.auditor.organisationId;
    auditor = await signedIn(await registryOf(parties).member(firmOfAuditors, VANNA, 'auditor'));
    buyer = await signedIn(parties.mill.requester);
    approver = await signedIn(parties.mill.approver);
  });

  it('the supplier applies', async () => {
    id = await fillInOnPages(world, supplier, firm);
    await supplier.page.getByRole('button', { name: km('supplier.send.submit') }).click();
    await supplier.page.waitForURL(new RegExp(`/qualifications/${id}$`));
    expect((await theCase()).substate).toBe('submitted');
  });

  it('the office finds it in its inbox, and takes it in', async () => {
    const page = await office.see(`/app/?province=${province}`);
    await page
      .getByRole('link', { name: new RegExp(firm.name) })
      .first()
      .click();
    await see(office, '/completeness');
    await page.getByRole('button', { name: 'Accept as complete' }).click();
    await yes(page);
    await page
      .getByRole('region', { name: 'How it ends' })
      .getByText('not ticked')
      .waitFor({ state: 'detached' });
    expect((await theCase()).stage).not.toBe('closed');
  });

  it('the office says what it saw in the register, and gives the case to an auditor', async () => {
    // No machine can look there: then somebody is asked to.
    await until(theCase, ({ checks }) => checks['business-registration']?.verdict === 'POTENTIAL');
    const page = await see(office);
    const checks = page.getByRole('region', { name: 'Compliance checks' });
    await checks.getByRole('button', { name: /^Give a verdict: .*registration …$/i }).click();
    await checks.getByRole('combobox', { name: 'Verdict' }).selectOption('PASS');
    await checks.getByRole('combobox', { name: 'Where you looked' }).selectOption('business-registry');
    await checks.getByLabel('When you looked').fill((await theCase()).caseTime.slice(0, 10));
    await checks.getByLabel('Note').fill('Active, same name and address.');
    await checks.getByRole('button', { name: /^Give a verdict: .*registration$/i }).click();
    await page.getByRole('region', { name: 'Notes' }).getByText('Active, same name and address.').waitFor();
    await see(office, '/assign');
    await (await findInList(page, page.getByRole('button', { name: `Assign ${VANNA}` }))).click();
    await page.getByRole('region', { name: 'The audit' }).getByText(VANNA).waitFor();
  });

  it('auditor and supplier agree on a day', async () => {
    const page = await see(auditor);
    await page.getByLabel('Date 1').fill(dayIn(3));
    await page.getByRole('button', { name: 'Accept and propose' }).click();
    await page.getByText('You proposed these dates.').waitFor();
    const phone = await see(supplier);
    await phone
      .getByRole('region', { name: km('supplier.visit.choose') })
      .getByRole('radio')
      .first()
      .check();
    await phone.getByRole('button', { name: km('supplier.visit.accept') }).click();
    await phone.getByRole('region', { name: km('supplier.visit.title'), exact: true }).waitFor();
  });

  it('the auditor answers the checklist on the floor, and hands it in', async () => {
    const page = await see(auditor);
    const start = page.getByRole('button', { name: 'Start the audit' });
    await start.click();
    await start.waitFor({ state: 'detached' });
    await see(auditor, '/checklist');
    await answerSections(page, /Received \d/);
    await see(auditor, '/send');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Hand in the audit' }).click();
    await page.getByText('What was received is what this device sent').waitFor();
  });

  it('the reviewer approves the assessment beside its evidence', async () => {
    await reaches(world.parties, id, 'review');
    const page = await see(reviewer, '/review');
    const decide = page.getByRole('region', { name: 'Decide', exact: true });
    await decide.getByRole('button', { name: 'Approve the assessment' }).click();
    await decide.getByRole('button', { name: 'Yes, do it' }).click();
    await decide.getByText('The case is not in review').waitFor();
    await reaches(world.parties, id, 'ready');
  });

  it('the supplier opens the case to a buyer, who finds it and orders', async () => {
    const { mill } = world.parties;
    const phone = await supplier.see(`/app/sharing?case=${id}`);
    await phone.getByRole('button', { name: km('supplier.consents.give') }).click();
    await phone.getByLabel(km('supplier.consents.buyer')).selectOption(mill.organisationId);
    await phone.getByRole('button', { name: km('supplier.consents.allow') }).click();
    await phone.getByRole('heading', { level: 3, name: mill.name }).waitFor();

    const page = await buyer.see('/app/');
    await page.getByRole('link', { name: firm.name }).first().click();
    await see(buyer, '/pilot-order');
    await page.getByLabel('Units you would order a month').fill('16000');
    await page.getByLabel('Price of a unit in US dollars').fill('4');
    await page.getByRole('button', { name: 'Use this' }).click();
    for (const lot of [3, 2]) await page.getByRole('button', { name: `Remove lot ${lot}` }).click();
    await page.getByLabel('Units in lot 1').fill(String(LOT));
    await page.getByLabel('Delivery by').fill(dayIn(20));
    await page.getByLabel('Where the goods are handed over').selectOption('DAP');
    // It may come as early as it can: nobody here waits for days.
    await page.getByText('What is usual unless you say otherwise').click();
    await page.getByLabel('Days before that it may come').fill('');
    await received(page);
    await page.getByRole('button', { name: 'Place the order' }).click();
    await yes(page);
    await page.getByText('Placed; the supplier has to confirm').waitFor();
  });

  it('the supplier confirms and delivers, the buyer inspects', async () => {
    const phone = await see(supplier);
    await phone.getByRole('button', { name: km('supplier.pilot.confirm') }).click();
    await phone.getByText(km('supplier.plan.title')).waitFor();
    await phone.getByLabel(km('supplier.lot.quantity')).fill(String(LOT));
    await phone.getByRole('button', { name: km('supplier.lot.deliver-lot') }).click();
    await phone.getByRole('button', { name: km('supplier.lot.deliver-lot') }).waitFor({ state: 'detached' });

    const [pilotId = ''] = Object.keys((await theCase()).pilots);
    const page = await buyer.see(`/app/pilots/${id}/${pilotId}/lots/1`);
    await page.getByText('Correct the numbers by hand').click();
    await page.getByLabel('Units done, of 80').fill('80');
    const questions = ['Are the measurements', 'Are the labels', 'Is the packing', 'Are the delivery papers'];
    for (const question of questions)
      await page
        .getByRole('radiogroup', { name: `${question} right?` })
        .getByLabel('Yes')
        .check();
    await received(page);
    await page.getByRole('button', { name: 'Judge the lot' }).click();
    await yes(page);
    await page.getByText('Accepted · Passed').waitFor();
  });

  it('one of the buyer recommends and another approves: the supplier reads that it is qualified', async () => {
    const page = await see(buyer);
    await page.getByLabel('Most US dollars a month').fill('20000');
    await page.getByLabel('Most units a month').fill('1000');
    await page.getByLabel('Tier 2: delivers to factories that sew or assemble').check();
    await page.getByLabel('Valid until').fill(dayIn(100));
    await received(page);
    await page.getByRole('button', { name: 'Recommend approval' }).click();
    await yes(page);
    await page.getByText('You recommended it, so another person has to decide.').waitFor();

    const second = await see(approver);
    await second.getByRole('button', { name: 'Approve', exact: true }).click();
    await yes(second);
    await second.getByText('Your firm approved this supplier.').waitFor();

    const phone = await see(supplier, '/standing');
    await phone.getByText(km('supplier.standing-state.full')).waitFor();
    expect((await theCase()).substate).toBe('full');
  });

  it('nobody met an error, a broken policy or a barrier', async () => {
    for (const seat of [supplier, auditor, buyer, office, reviewer, approver])
      expect(await seat.barriers()).toEqual([]);
  });
});
