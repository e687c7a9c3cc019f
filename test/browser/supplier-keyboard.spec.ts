import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterSupplier } from '../../apps/dev/src/play/supplier.js';
import { somePhoto } from '../support/audit-pages.js';
import { Browsers, type Seat } from '../support/browsers.js';
import { Keyboard } from '../support/keyboard.js';
import { someFirm } from '../support/story.js';
import { chooseScheme, patentYear } from '../support/supplier-pages.js';
import { wordsOf } from '../support/web-words.js';
import { World } from '../support/world.js';

const en = wordsOf('en');
/** A device that takes its time to seal what is written: who goes on meanwhile must not write over it. */
const SLOW_SEAL = `{
  const seal = crypto.subtle.encrypt.bind(crypto.subtle);
  crypto.subtle.encrypt = (...all) => new Promise((on) => setTimeout(on, 1000)).then(() => seal(...all));
}`;
const named = (path: string): string => en(`supplier.field.${path}`);

describe('an application without a mouse', () => {
  let world: World;
  let browsers: Browsers;
  let seat: Seat;
  let keys: Keyboard;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    const applicant = await enterSupplier(world.parties, someFirm());
    seat = await browsers.as(applicant.member);
    await seat.context.addInitScript({ content: SLOW_SEAL });
    keys = new Keyboard(seat.page);
    await seat.see('/app/');
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const pageOf = (title: string) =>
    seat.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  async function next(step: string): Promise<void> {
    await keys.press(en('supplier.apply.next'));
    await pageOf(en(`supplier.step.${step}`));
  }
  async function mustBeUsable(): Promise<void> {
    expect(await seat.barriers()).toEqual([]);
    expect(keys.unseen).toEqual([]);
  }

  it('skips to the content, and begins by choosing what is made, where and for whom', async () => {
    await keys.press(en('shell.skip'));
    await keys.press(en('supplier.start.new'));
    await pageOf(en('supplier.start.title'));
    await chooseScheme(world, seat.page, en);
    await keys.press(en('supplier.category.TRIMS'), 'Space', 'radio');
    await keys.press('Main site', 'Space', 'radio');
    await seat.page.keyboard.press('ArrowDown');
    await seat.page.getByLabel(named('site.name')).waitFor();
    await seat.page.keyboard.press('ArrowUp');
    await keys.press(en('supplier.market.EU'), 'Space', 'checkbox');
    await mustBeUsable();
    await keys.press(en('supplier.start.go'));
    await pageOf(en('supplier.apply.title'));
    await keys.press(en('supplier.apply.go-on'));
    await pageOf(en('supplier.step.who'));
  });

  it('is filled in field by field, back and forth', async () => {
    await keys.write(named('profile.businessRegistrationNumber'), '00012345');
    await keys.write(named('profile.workers'), '42');
    await keys.write(named('profile.womenWorkers'), '31');
    await keys.press(en('supplier.yes'), 'Space', 'radio');
    await keys.write(named('profile.contactPhone'), '012 345 678');
    await keys.reach(named('profile.womenWorkers'), { back: true });
    await mustBeUsable();
    await next('site');
    await next('make');
    await keys.write(named('capacity.products'), 'Woven labels');
    await keys.write(named('capacity.hsLines'), 'label');
    await keys.press('5807');
    await keys.write(named('capacity.monthlyCapacity'), '400000');
    await keys.take(named('capacity.capacityUnit'), en('supplier.unit.pieces'));
    await mustBeUsable();
    await next('owners');
    await keys.press(en('supplier.entries.owners.add'));
    await keys.take(named('owners.kind'), en('supplier.owner-kind.person'));
    await keys.write(named('owners.name'), 'Sokha Example');
    await keys.write(named('owners.sharePercent'), '100');
    await keys.reach(en('supplier.yes'), { role: 'radio' });
    await seat.page.keyboard.press('ArrowRight');
    expect(await seat.page.getByLabel(en('supplier.no'), { exact: true }).first().isChecked()).toBe(true);
    await mustBeUsable();
    await next('papers');
  });

  it('takes a paper from a file, is signed and sent', async () => {
    await keys.press(en('supplier.step.tax'));
    await pageOf(en('supplier.step.tax'));
    await keys.write(named('tax.tin'), 'K001-123456789');
    await keys.write(named('tax.patentYear'), patentYear());
    const asked = seat.page.waitForEvent('filechooser');
    await keys.press(en('shell.photo.choose-of', { what: en('supplier.photo.tax') }));
    await (await asked).setFiles(await somePhoto());
    await seat.page.getByText('IMG_0001.jpg').first().waitFor();
    await mustBeUsable();
    await keys.press(en('supplier.apply.back'));
    await pageOf(en('supplier.step.papers'));
    await keys.press(en('supplier.step.certificates'));
    await pageOf(en('supplier.step.certificates'));
    await keys.press(en('supplier.entries.certificates.none'), 'Space');
    await keys.press(en('supplier.apply.back'));
    await pageOf(en('supplier.step.papers'));
    await next('consent');
    await keys.press(named('declaration.consentToChecks'), 'Space', 'checkbox');
    await next('send');
    await keys.press(named('declaration.truthful'), 'Space', 'checkbox');
    await keys.write(named('declaration.signedBy'), 'Sokha Example');
    await seat.page.getByRole('button', { name: en('supplier.send.submit') }).waitFor();
    await mustBeUsable();
    await keys.press(en('supplier.send.submit'));
    await seat.page.waitForURL(/\/qualifications\/[^/]+$/);
    const [, id = ''] = /qualifications\/([^/]+)/.exec(seat.page.url()) ?? [];
    expect(await world.parties.officer.api.case(id)).toMatchObject({ substate: 'submitted' });
  });

  it('says of a stop that does not exist that nothing leads there', async () => {
    await expect(keys.reach('Nothing is called so')).rejects.toThrow('do not lead to');
  });
});
