import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../../apps/dev/src/play/api-client.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Browsers, type Seat } from '../support/browsers.js';
import { someFirm } from '../support/story.js';
import {
  choose,
  chooseScheme,
  comeByInvitation,
  field,
  km,
  next,
  patentYear,
  photograph,
  received,
  saidOf,
} from '../support/supplier-pages.js';
import { World } from '../support/world.js';

const ITEM = 'HS-03';

describe('a supplier on a telephone, at 360 px in Khmer', () => {
  let world: World;
  let browsers: Browsers;
  let seat: Seat;
  let page: Page;
  let id: string;
  const { name, address } = someFirm();
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    seat = await browsers.stranger({ width: 360, language: 'km' });
    await seat.context.grantPermissions(['geolocation']);
    const spread = () => Math.random() * 0.4;
    await seat.context.setGeolocation({
      latitude: 11.4 + spread(),
      longitude: 104.7 + spread(),
      accuracy: 9,
    });
    ({ page } = seat);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const button = (text: string, values?: Record<string, string | number>) =>
    page.getByRole('button', { name: km(text, values) });
  const yes = () => page.getByRole('button', { name: km('shell.sure.yes') }).click();
  const see = (part = '') => seat.see(`/app/qualifications/${id}${part}`);
  const officer = () => world.parties.officer.api;
  const mustBeUsable = async () => expect(await seat.barriers()).toEqual([]);

  it('comes by an invitation, and begins an application for a site that nobody knew', async () => {
    await comeByInvitation(world, seat, name);
    await page.getByRole('link', { name: km('supplier.start.new') }).click();
    await page.getByRole('radio', { name: km('supplier.category.TRIMS') }).click();
    await chooseScheme(world, page);
    await page.getByLabel(km('supplier.start.another-site')).check();
    await field(page, 'site.name').fill('រោងចក្រទី ១');
    await field(page, 'site.province').selectOption('KH-12');
    await field(page, 'site.address').fill(address);
    await button('supplier.place.here').click();
    await page
      .getByText(km('supplier.place.near', { province: '' }).trim())
      .first()
      .waitFor();
    await button('supplier.start.add-site').click();
    await page.getByLabel(km('supplier.market.EU')).check();
    await mustBeUsable();
    await button('supplier.start.go').click();
    await page.waitForURL(/\/apply$/);
    [, id = ''] = /qualifications\/([^/]+)/.exec(page.url()) ?? [];
    await mustBeUsable();
  });

  it('says who they are: what is wrong is named at its field, and digits of both scripts are right', async () => {
    await page.getByRole('link', { name: km('supplier.apply.go-on') }).click();
    await page.getByRole('heading', { level: 1, name: km('supplier.step.who') }).waitFor();
    const legalName = field(page, 'profile.legalName');
    expect(await until(() => legalName.inputValue(), Boolean)).toBe(name);
    await field(page, 'profile.legalNameKm').fill('ក្រុមហ៊ុន ខ្សែបូ');
    await field(page, 'profile.businessRegistrationNumber').fill('០០០១២៣៤៥');
    await field(page, 'profile.workers').fill('៤២');
    await field(page, 'profile.womenWorkers').fill('៥០');
    await field(page, 'profile.contactPhone').fill('០១២');
    await field(page, 'profile.contactName').focus();
    await page.getByText(km('supplier.wrong.phone')).waitFor();
    expect(await saidOf(field(page, 'profile.contactPhone'))).toContain(km('supplier.wrong.phone'));
    expect(await saidOf(field(page, 'profile.womenWorkers'))).toContain(km('supplier.wrong.women'));
    await mustBeUsable();
  });

  it('leaves in the middle of a word, with a mistake on the page, and finds everything again', async () => {
    await field(page, 'profile.contactName').fill('ស្រីមុំ ឧទាហរណ៍');
    await page
      .locator('span[role=status]')
      .filter({ hasText: km('shell.saved.here') })
      .waitFor();
    page = await seat.reopen();
    const values = ['workers', 'womenWorkers', 'contactPhone', 'contactName', 'businessRegistrationNumber'];
    await page.getByText(km('supplier.wrong.women')).waitFor();
    const there = () => Promise.all(values.map((path) => field(page, `profile.${path}`).inputValue()));
    expect(await until(there, (found) => found.every(Boolean))).toEqual([
      ...['42', '50', '012', 'ស្រីមុំ ឧទាហរណ៍', '00012345'],
    ]);
    await field(page, 'profile.womenWorkers').fill('៣១');
    await field(page, 'profile.contactPhone').fill('០១២ ៣៤៥ ៦៧៨');
    await choose(page, 'profile.womenOwned', 'yes');
    await photograph(page, km('supplier.photo.profile'));
    await received(page);
    expect(await page.getByText(km('supplier.wrong.women')).count()).toBe(0);
  });

  it('says where it is, what is made and who owns it, by a map, a search and a short list', async () => {
    await next(page, 'site');
    await field(page, 'site.floorAreaM2').fill('១,២០០');
    await button('supplier.place.show-map').click();
    const typed = page.getByLabel(km('supplier.place.typed'));
    const before = await typed.inputValue();
    await page.getByRole('application').click({ position: { x: 90, y: 120 } });
    await until(
      () => typed.inputValue(),
      (value) => value !== before,
    );
    await photograph(page, km('supplier.photo.site'));
    await received(page);
    await mustBeUsable();

    await next(page, 'make');
    await field(page, 'capacity.products').fill('ស្លាកត្បាញ\nខ្សែបូ');
    const search = page.getByPlaceholder(km('supplier.hs.search'));
    await search.fill('ស្លាក');
    await page.getByRole('button', { name: /^5807 / }).click();
    await search.fill('៥៨០៦.៣២');
    await button('supplier.hs.typed', { code: '5806.32' }).click();
    await field(page, 'capacity.monthlyCapacity').fill('៤០០,០០០');
    await field(page, 'capacity.capacityUnit').selectOption('pieces');
    await received(page);
    await mustBeUsable();

    await next(page, 'owners');
    await button('supplier.entries.owners.add').click();
    const owner = page.getByRole('group', { name: km('supplier.entries.owners.one', { nth: 1 }) });
    await field(owner, 'owners.kind').selectOption('person');
    await field(owner, 'owners.name').fill('ស្រីមុំ ឧទាហរណ៍');
    await field(owner, 'owners.sharePercent').fill('១០០');
    await choose(page, 'owners.pep', 'no');
    await received(page);
    await mustBeUsable();
  });

  it('adds papers by photo, agrees, is told what is missing, signs and sends', async () => {
    await next(page, 'papers');
    await page.getByRole('link', { name: new RegExp(`^${km('supplier.step.tax')}`) }).click();
    await field(page, 'tax.tin').fill('K001-១២៣៤៥៦៧៨៩');
    await field(page, 'tax.patentYear').fill(patentYear());
    await photograph(page, km('supplier.photo.tax'));
    await received(page);
    await mustBeUsable();
    await page.getByRole('link', { name: km('supplier.apply.back') }).click();
    await page.getByRole('link', { name: new RegExp(`^${km('supplier.step.certificates')}`) }).click();
    await button('supplier.entries.certificates.none').click();
    await received(page);

    await see('/apply/send');
    const missing = page.getByRole('alert').getByRole('link');
    const consent = `${km('supplier.step.consent')}៖ ${km('supplier.field.declaration.consentToChecks')}`;
    await until(
      () => missing.allInnerTexts(),
      (texts) => texts.join() === consent,
    );
    expect(await button('supplier.send.submit').count()).toBe(0);
    await mustBeUsable();
    await missing.click();
    await field(page, 'declaration.consentToChecks').check();
    await received(page);
    await next(page, 'send');
    await field(page, 'declaration.truthful').check();
    await field(page, 'declaration.signedBy').fill('ស្រីមុំ ឧទាហរណ៍');
    await button('supplier.send.submit').click();
    await page.waitForURL(new RegExp(`/qualifications/${id}$`));
    const waiting = km('shell.turn.waiting', { who: 'មន្ត្រីកម្មវិធី' });
    await page.locator('.status-line').getByText(waiting).first().waitFor();
    await mustBeUsable();
    expect((await officer().case(id)).stage).toBe('application');
  });

  it('answers a question of the office in place', async () => {
    const items = ['capacity.monthlyCapacity', 'tax'];
    const questions = [
      { item: 'capacity.monthlyCapacity', question: 'capacity-implausible' },
      { item: 'tax', question: 'send-clear-photo' },
    ] as const;
    const note = 'សូមពិនិត្យម្ដងទៀត។';
    await officer().ask(id, { type: 'request-information', items, questions: [...questions], note });
    const asked = page.getByRole('region', { name: km('supplier.questions.title', { count: 2 }) });
    await asked.getByText(note).waitFor();
    await asked.getByText('ឯកសារមើលមិនច្បាស់').waitFor();
    await page.locator('.status-line').getByText(km('shell.turn.yours')).waitFor();
    await field(asked, 'capacity.monthlyCapacity').fill('៣៥០,០០០');
    // The one that was not clear is shown, and another one is taken.
    await asked.locator('.document-picture, .document-icon').first().waitFor();
    await photograph(page, km('supplier.photo.tax'));
    await mustBeUsable();
    await asked.getByRole('button', { name: km('supplier.send.resubmit') }).click();
    await asked.waitFor({ state: 'detached' });
    const path = `/v1/qualifications/${id}/sections`;
    type Sections = { items: { item: string; content: Record<string, unknown> }[] };
    const { items: sections } = await officer().get<Sections>(path);
    expect(sections.find(({ item }) => item === 'capacity')?.content).toMatchObject({
      ...{ monthlyCapacity: 350_000, hsLines: ['5807', '5806.32'], products: ['ស្លាកត្បាញ', 'ខ្សែបូ'] },
    });
  });

  it('agrees to a visit, and puts right what was found, with a photo', async () => {
    const { parties } = world;
    const { auditor, reviewer } = parties;
    await roles.screened(parties, id);
    await officer().ask(id, {
      type: 'assign-auditor',
      auditorId: auditor.personId,
      firmId: auditor.organisationId,
    });
    const seen = await officer().case(id);
    const dates = [2, 4].map((days) => roles.inDays(seen, days));
    await auditor.api.ask(id, { type: 'propose-visit', dates });
    await page
      .getByRole('region', { name: km('supplier.visit.choose') })
      .getByRole('radio')
      .last()
      .check();
    await button('supplier.visit.accept').click();
    await page.getByRole('region', { name: km('supplier.visit.title'), exact: true }).waitFor();
    await auditor.api.ask(id, { type: 'start-audit' });
    await roles.lookUpRegistration(parties, id);
    await roles.answerAll(parties, id, { [ITEM]: 'nonconform' });
    await auditor.api.ask(id, { type: 'submit-audit' });
    await roles.reaches(parties, id, 'review');
    await reviewer.api.ask(id, { type: 'require-corrective-actions' });

    const card = page.getByRole('region', { name: km('supplier.corrections.title') }).getByRole('article');
    await card.getByText(km('supplier.correction.how')).click();
    await card.getByText(km('supplier.correction.proof')).waitFor();
    await card.getByRole('button', { name: new RegExp(`^${km('supplier.correction.answer')}`) }).click();
    await page.getByLabel(km('supplier.response.rootCause')).fill('គ្មាននរណាទទួលបន្ទុក');
    await page.getByLabel(km('supplier.response.action')).fill('បានដាក់អ្នកទទួលបន្ទុក និងពិនិត្យរាល់សប្ដាហ៍');
    await page.getByLabel(km('supplier.response.owner')).selectOption('production');
    await photograph(page, km('supplier.response.evidence'));
    await mustBeUsable();
    await button('supplier.response.submit').click();
    await card.getByText(km('supplier.correction-phase.submitted')).waitFor();
    const verify = { type: 'verify-corrective-action', correctiveActionId: ITEM, method: 'on-site' } as const;
    await auditor.api.ask(id, { ...verify, visitDate: roles.inDays(await officer().case(id), 0) });
    await roles.reaches(parties, id, 'review');
    await reviewer.api.ask(id, { type: 'pass-review' });
    await card.getByText(km('supplier.correction-phase.verified')).waitFor();
    await mustBeUsable();
  });

  it('lets a buyer read it, confirms its order and delivers', async () => {
    const { mill } = world.parties;
    await seat.see(`/app/sharing?case=${id}`);
    await button('supplier.consents.give').click();
    await page.getByLabel(km('supplier.consents.buyer')).selectOption(mill.organisationId);
    await button('supplier.consents.allow').click();
    await page.getByRole('heading', { level: 3, name: mill.name }).waitFor();
    await mustBeUsable();
    const pilotId = await roles.orderPilot(id, mill, [1200]);
    await see();
    await button('supplier.pilot.confirm').click();
    await page.getByText(km('supplier.plan.title')).waitFor();
    await page.getByLabel(km('supplier.lot.quantity')).fill('១២០០');
    await button('supplier.lot.deliver-lot').click();
    await page.getByText(km('supplier.lot-phase.awaiting-inspection'), { exact: true }).last().waitFor();
    await mustBeUsable();
    await roles.inspectAndJudge(id, mill, { pilotId, lot: 1 });
    await roles.approve(id, mill);
    await roles.reaches(world.parties, id, 'full');
  });

  it('shows what it has to everybody by a link and a code, and takes that back', async () => {
    await see('/standing');
    await page.getByText(km('supplier.standing-state.full')).waitFor();
    const printed = await page.getByRole('link', { name: km('supplier.one-page.km') }).getAttribute('href');
    // While many others print, it is put off.
    const pdf = await until(
      () => seat.context.request.get(`${seat.origin}${printed}`),
      (answer) => answer.status() !== 503,
    );
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await button('supplier.public.give').click();
    const link = page.getByRole('link', { name: /\/check\// });
    const address = (await link.getAttribute('href')) ?? '';
    const code = page.getByRole('img', { name: km('supplier.public.qr', { address }) });
    await code.waitFor();
    await until(
      () => page.evaluate<number>(`document.querySelector('img.qr')?.naturalWidth ?? 0`),
      (width) => width > 100,
    );
    await mustBeUsable();
    const anybody = await browsers.stranger({ width: 360, language: 'km' });
    const check = async () => (await anybody.page.goto(address), anybody.page.locator('main').innerText());
    expect(await check()).toContain(name);
    await button('supplier.public.withdraw').click();
    await yes();
    await button('supplier.public.give').waitFor();
    expect(await anybody.barriers()).toEqual([]);
    expect(await check()).not.toContain(name);
    await mustBeUsable();
  });
});
