import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as roles from '../../apps/dev/src/play/roles.js';
import { answer, heldOn, itemOn, openChecklist, takeAlong } from '../support/audit-pages.js';
import { Browsers, type Seat } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

const KEPT = /On this device: yes/;
const HERE = { kept: /Saved on this device/ };
const THERE = { kept: /Received/ };
/** What a browser says of answers that a test asks for: a version that differs, nobody signed in. */
const EXPECTED = /status of (?:412|401|403|404)/;

describe('an audit on several devices', () => {
  let world: World;
  let browsers: Browsers;
  let story: Story;
  let seats: Seat[] = [];
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  beforeEach(async () => {
    story = await (await Story.open(world)).accept();
    await roles.goOnSite(world.parties, story.applicant, story.id);
    seats = [];
  });
  // One person may have four streams of events open.
  afterEach(async () => {
    for (const { context } of seats) await context.close();
  });

  async function device(): Promise<Seat> {
    const seat = await browsers.as(world.parties.auditor, { width: 360 });
    await takeAlong(seat, story, KEPT);
    seats.push(seat);
    return seat;
  }
  const mustBeWell = (): void =>
    expect(seats.flatMap(({ faults }) => faults).filter((fault) => !EXPECTED.test(fault))).toEqual([]);
  interface Fact {
    readonly item: string;
    readonly content: { readonly value: string; readonly note?: string };
  }
  const answers = async () => {
    const { api } = world.parties.auditor;
    const { items } = await api.get<{ items: Fact[] }>(`${story.path}/audit/answers`);
    return Object.fromEntries(items.map(({ item, content }) => [item, content.value]));
  };

  it('keeps both answers to one item, and a person decides', async () => {
    const [one, other] = [await device(), await device()];
    for (const { context } of [one, other]) await context.setOffline(true);
    await answer(one.page, 'BL-01', 'conform', HERE);
    await answer(one.page, 'BL-02', 'conform', HERE);
    await answer(other.page, 'BL-01', 'nonconform', {
      ...HERE,
      note: 'Seen by the other one: it has lapsed.',
    });
    await answer(other.page, 'BL-05', 'conform', HERE);
    await one.context.setOffline(false);
    await itemOn(one.page, 'BL-02').getByText('Received').waitFor();
    await other.context.setOffline(false);
    const asked = itemOn(other.page, 'BL-01').getByRole('alert');
    await asked.getByText('Not conform · Seen by the other one').waitFor();
    await asked.getByText('Conform', { exact: true }).waitFor();
    await itemOn(other.page, 'BL-05').getByRole('status').filter({ hasText: THERE.kept }).waitFor();
    expect(await answers()).toEqual({ 'BL-01': 'conform', 'BL-02': 'conform', 'BL-05': 'conform' });
    await asked.getByRole('button').first().click();
    await itemOn(other.page, 'BL-01').getByText('Received').waitFor();
    expect((await answers())['BL-01']).toBe('nonconform');
    await openChecklist(one.page, one.origin, story.path);
    await itemOn(one.page, 'BL-01').locator('input[value=nonconform]:checked').waitFor();
    mustBeWell();
  });

  it('goes on when the session ran out, and sends what was written once somebody signs in', async () => {
    const seat = await device();
    await seat.context.clearCookies();
    await answer(seat.page, 'BL-01', 'conform', HERE);
    await seat.page.getByText('You are signed out').waitFor();
    await openChecklist(seat.page, seat.origin, story.path);
    await answer(seat.page, 'BL-02', 'conform', HERE);
    expect(await answers()).toEqual({});
    await browsers.signIn(seat, world.parties.auditor);
    await seat.go('/app/sync');
    await seat.page.getByText('Nothing waits').waitFor();
    expect(await answers()).toEqual({ 'BL-01': 'conform', 'BL-02': 'conform' });
    mustBeWell();
  });

  it('wipes what was read when somebody ends the session, and keeps unsent work for the same person', async () => {
    const { personId } = world.parties.auditor;
    const seat = await device();
    await answer(seat.page, 'BL-01', 'conform', THERE);
    await seat.context.setOffline(true);
    await answer(seat.page, 'BL-06', 'nonconform', {
      ...HERE,
      note: 'Money was offered at the gate of the site today.',
    });
    await world.parties.officer.api.request('DELETE', `/v1/people/${personId}/sessions`);
    await seat.context.setOffline(false);
    await seat.page.waitForURL(/\/sign-in\?/);
    const held = await heldOn(seat.page, personId);
    expect([held['packs'], held['known']]).toEqual([0, 0]);
    expect(held['queue']).toBeGreaterThan(0);
    // Without asking, the app opens for nobody here any more.
    await seat.context.setOffline(true);
    await seat.go('/app/');
    await seat.page.getByText('Nobody answered').waitFor();
    await browsers.signIn(seat, world.parties.auditor);
    await seat.context.setOffline(false);
    await seat.go('/app/sync');
    await seat.page.getByText('Nothing waits').waitFor();
    expect(await answers()).toEqual({ 'BL-01': 'conform', 'BL-06': 'nonconform' });
  });

  it('says that a full device keeps nothing more, and keeps it when there is room', async () => {
    const seat = await device();
    await seat.context.addInitScript({
      content: `const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...asked) {
          if (window.isFull && ['contents', 'queue'].includes(this.name)) throw new DOMException('full', 'QuotaExceededError');
          return put.apply(this, asked);
        };`,
    });
    await openChecklist(seat.page, seat.origin, story.path);
    await seat.page.evaluate('window.isFull = true');
    await answer(seat.page, 'BL-01', 'conform', { kept: /Not saved: this device is full/ });
    expect(await answers()).toEqual({});
    await seat.page.evaluate('window.isFull = false');
    await answer(seat.page, 'BL-01', 'not-verified', { ...THERE, reason: 'The office was locked' });
    expect(await answers()).toEqual({ 'BL-01': 'not-verified' });
    mustBeWell();
  });

  it('says that the clock of the device is wrong', async () => {
    const seat = await browsers.as(world.parties.auditor, { width: 360 });
    seats.push(seat);
    await seat.context.addInitScript({
      content: 'const now = Date.now; Date.now = () => now() - 3_600_000;',
    });
    await seat.see('/app/');
    await seat.page.getByText('about 60 minutes behind').waitFor();
    expect(await seat.barriers()).toEqual([]);
  });
});
