import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import * as roles from '../../apps/dev/src/play/roles.js';
import {
  answer,
  openChecklist,
  openPage,
  openSection,
  sign,
  takeAlong,
  takePhoto,
} from '../support/audit-pages.js';
import { Browsers, type Seat } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

const KEPT = /ក្នុងឧបករណ៍នេះ៖ មាន/;
const SAVED_HERE = /បានរក្សាទុកក្នុងឧបករណ៍នេះ/;
const TAB_DIES_AFTER = 20;

interface Fact {
  readonly item: string;
  readonly version: number;
  readonly content: { readonly value?: string; readonly evidence?: string[] };
}

describe('an auditor in the field, at 360 px in Khmer', () => {
  let world: World;
  let browsers: Browsers;
  let story: Story;
  let seat: Seat;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    story = await (await Story.open(world)).accept();
    const { auditor, officer } = world.parties;
    const { personId: auditorId, organisationId: firmId } = auditor;
    await officer.api.ask(story.id, { type: 'assign-auditor', auditorId, firmId });
    const date = roles.inDays(await story.see(), 2);
    await auditor.api.ask(story.id, { type: 'propose-visit', dates: [date] });
    await story.supplier.ask(story.id, { type: 'accept-visit', date });
    seat = await browsers.as(auditor, { width: 360, language: 'km' });
    await seat.context.grantPermissions(['geolocation']);
    await seat.context.setGeolocation({ latitude: 11.5321, longitude: 104.8312, accuracy: 15 });
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });

  /** Every item of every section; the tab dies in the middle, and another one goes on. */
  async function answerEverything(): Promise<number> {
    let { page } = seat;
    const done = new Set<string>();
    const sections = await page.locator('.section-tab').count();
    for (let nth = 0; nth < sections; nth += 1) {
      for (const item of await openSection(page, nth)) {
        if (item === 'HS-03') await takePhoto(page, item);
        const weak = item === 'HS-03' ? 'nonconform' : 'conform';
        await answer(page, item, weak, { kept: SAVED_HERE });
        done.add(item);
        if (done.size !== TAB_DIES_AFTER) continue;
        await page.close();
        page = await seat.tab();
        await openChecklist(page, seat.origin, story.path);
        await page.locator('.section-tab').nth(nth).click();
      }
    }
    open = page;
    return done.size;
  }
  let open: Page;

  it('takes the audit along, starts it without a network, and answers all of it, a dead tab in between', async () => {
    await takeAlong(seat, story, KEPT);
    await seat.context.setOffline(true);
    await openPage(seat.page, seat.origin, story.path);
    expect(await seat.barriers()).toEqual([]);
    await seat.page.getByRole('button', { name: 'ចាប់ផ្តើមសវនកម្ម' }).click();
    await seat.page.getByText('នឹងផ្ញើមុនគេ').waitFor();
    await openChecklist(seat.page, seat.origin, story.path);
    const { checklist } = await world.parties.auditor.api.get<{ checklist: unknown[] }>(
      `${story.path}/audit`,
    );
    expect(await answerEverything()).toBe(checklist.length);
    expect(await seat.barriers(open)).toEqual([]);
    // Nobody else knows of it yet.
    expect((await story.see()).audit.phase).toBe('visit-agreed');
  });

  it('writes down what a worker tells, and has the meeting signed', async () => {
    await openPage(open, seat.origin, story.path, '/interviews');
    await open.getByLabel('អ្វីដែលបានប្រាប់').fill('ម៉ោងបន្ថែមមិនបានបង់គ្រប់ទេ។');
    await open.getByRole('button', { name: 'រក្សាទុកកំណត់ត្រា' }).click();
    await open.getByRole('listitem').filter({ hasText: 'ម្នាក់ម្តងៗ' }).waitFor();
    await openPage(open, seat.origin, story.path, '/meetings');
    const opening = open.locator('section').first();
    await opening.getByRole('button', { name: /គឺឥឡូវនេះ/ }).click();
    await opening.getByRole('button', { name: /គឺនៅទីនេះ/ }).click();
    await opening.getByText('11.53210').waitFor();
    await opening.getByLabel('ចំនួនអ្នកចូលរួមពីកន្លែង').fill('៤');
    await opening.getByLabel('ឈ្មោះអ្នកចុះហត្ថលេខា').fill('ចាន់ សុភា');
    await sign(opening.locator('svg.signature'));
    await opening.getByRole('status').filter({ hasText: SAVED_HERE }).waitFor();
    expect(await seat.barriers(open)).toEqual([]);
  });

  it('cannot hand in or sign out while any of it is only on the device', async () => {
    await openPage(open, seat.origin, story.path, '/send');
    expect(await open.getByRole('checkbox').isDisabled()).toBe(true);
    await openPage(open, seat.origin, '/v1/account');
    expect(await open.getByRole('button', { name: 'ចាកចេញ' }).isDisabled()).toBe(true);
  });

  it('sends all of it in order when the line is back, and hands in for a receipt that says the same', async () => {
    await openPage(open, seat.origin, '/v1/sync');
    await seat.context.setOffline(false);
    await open.getByText('គ្មានអ្វីរង់ចាំទេ').waitFor({ timeout: 240_000 });
    await openPage(open, seat.origin, story.path, '/send');
    await open.getByRole('checkbox').check();
    await open.getByRole('button', { name: 'ដាក់ជូនសវនកម្ម' }).click();
    await open.getByText('ដូចគ្នានឹងអ្វីដែលឧបករណ៍នេះបានផ្ញើ').waitFor();
    expect(await seat.barriers(open)).toEqual([]);
  });

  it('has lost nothing: answers once each, the photo with its time and place, note and signature', async () => {
    const { api } = world.parties.auditor;
    const { items } = await api.get<{ items: Fact[] }>(`${story.path}/audit/answers`);
    const { checklist } = await api.get<{ checklist: unknown[] }>(`${story.path}/audit`);
    expect([items.length, new Set(items.map(({ version }) => version))]).toEqual([
      checklist.length,
      expect.any(Set),
    ]);
    const finding = items.find(({ item }) => item === 'HS-03')?.content;
    expect(finding?.value).toBe('nonconform');
    const [photo = ''] = finding?.evidence ?? [];
    expect(await api.get(`/v1/documents/${photo}`)).toMatchObject({
      captured: { latitude: 11.5321, longitude: 104.8312 },
      links: [{ target: 'answer', item: 'HS-03' }],
    });
    const notes = await api.get<{ items: { text: string }[] }>(`${story.path}/safeguarding-notes`);
    expect(notes.items.map(({ text }) => text)).toEqual([expect.stringContaining('ម៉ោងបន្ថែម')]);
    const meetings = await api.get<{ items: { content: object }[] }>(`${story.path}/audit/meetings`);
    expect(meetings.items).toMatchObject([{ content: { people: 4, signedBy: 'ចាន់ សុភា' } }]);
    expect(meetings.items[0]?.content).toHaveProperty('signature', expect.stringMatching(/^M\d+ \d+L/));
    expect(seat.faults).toEqual([]);
  });
});
