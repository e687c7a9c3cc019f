import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { messagesTo, someNumber } from '../support/messages.js';
import { openOwnApi, PRODUCTION } from '../support/own-api.js';
import { formsOf, pageFaults, PlainBrowser } from '../support/plain-browser.js';
import { me, signingIn, wrong } from '../support/plain-sign-in.js';
import { raw } from '../support/raw.js';
import { World } from '../support/world.js';

const CODES = '/sign-in/phone/code';

describe('signing in over plain forms', () => {
  let world: World;
  let people: Awaited<ReturnType<typeof signingIn>>;
  beforeAll(async () => {
    world = await World.open();
    people = await signingIn(world);
  });
  afterAll(() => world.close());

  const codesTo = async (phone: string) =>
    (await messagesTo(world, phone)).filter(({ kind }) => kind === 'phone-code');

  describe('by telephone', () => {
    it('asks for a number, then for the code, begins a session and goes where it was going', async () => {
      const member = await people.supplier();
      const phone = await people.withPhone(member);
      const browser = new PlainBrowser();
      await browser.open('/sign-in?returnTo=/problems/not-found?a=b');
      expect(pageFaults(browser.now)).toEqual([]);
      const local = phone.replace('+855', '0');
      const code = await people.codeAfter(phone, () => browser.send({ phone: local }));
      expect([browser.at, browser.now.status, pageFaults(browser.now)]).toEqual(['/sign-in/phone', 200, []]);
      expect(browser.words).toContain(`If ${local} is known here`);
      const khmer = code.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
      await browser.send({ code: ` ${khmer.slice(0, 3)} ${khmer.slice(3)}` });
      expect(browser.at).toBe('/problems/not-found?a=b');
      expect((await me(browser)).person.id).toBe(member.personId);
      const cookie = browser.browser.credentials()['cookie'] ?? '';
      expect(cookie).toMatch(/^__Host-selvedge=[\w-]{43}$/);
    });

    it('says what is wrong beside the field, and keeps what was typed', async () => {
      const phone = await people.withPhone(await people.supplier());
      const browser = new PlainBrowser();
      await browser.open('/sign-in?returnTo=/problems');
      await browser.send({ phone: '12"><b>' });
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([422, []]);
      expect(browser.now.text).toMatch(/<title>Error: Sign in/);
      expect(browser.words).toContain('Type a telephone number, for example 012 345 678.');
      expect(formsOf(browser.now.text)[0]?.fields).toEqual({ phone: '12"><b>', returnTo: '/problems' });
      const code = await people.codeAfter(phone, () => browser.send({ phone }));
      for (const typed of [wrong(code), 'no code']) {
        await browser.send({ code: typed });
        expect([browser.now.status, pageFaults(browser.now)]).toEqual([422, []]);
        expect(browser.words).toContain('This code is not good now.');
        expect(formsOf(browser.now.text)[0]?.fields).toMatchObject({ code: typed, phone });
      }
      await browser.send({ code });
      expect(browser.at).toBe('/problems');
    });

    it('answers alike for a number that is known and for one that is not', async () => {
      const [known, unknown] = [await people.withPhone(await people.supplier()), someNumber()];
      const pages = [];
      for (const phone of [known, unknown]) {
        const browser = new PlainBrowser();
        await browser.open('/sign-in');
        const { status, text } = await browser.send({ phone });
        pages.push({ status, text: text.replaceAll(phone, 'PHONE') });
      }
      expect(pages[1]).toEqual(pages[0]);
      expect(await messagesTo(world, unknown)).toEqual([]);
    });

    it('has the limits of the other way: after so many tries one must wait, and hears how long', async () => {
      const phone = someNumber();
      const browser = new PlainBrowser();
      for (let asked = 0; asked < 6; asked += 1) {
        await browser.open('/sign-in');
        await browser.send({ phone });
      }
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([429, []]);
      expect(Number(browser.now.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(browser.words).toMatch(/Too many attempts\. Try again in \d+ minutes\./);
      expect(formsOf(browser.now.text)[0]?.fields['phone']).toBe(phone);
    });

    it('is for forms of ours only', async () => {
      const phone = await people.withPhone(await people.supplier());
      const browser = new PlainBrowser();
      await browser.open('/sign-in');
      const code = await people.codeAfter(phone, () => browser.send({ phone }));
      for (const from of ['cross-site', 'same-site']) {
        const { status } = await browser.send({ code }, CODES, from).finally(() => browser.open('/sign-in'));
        expect(status).toBe(403);
        await browser.send({ phone: someNumber() }, '/sign-in/phone', from);
        expect([browser.now.status, pageFaults(browser.now)]).toEqual([403, []]);
        expect(browser.words).toContain('Ask again from our own page');
        await browser.open('/sign-in');
        await browser.send({ phone: someNumber() });
      }
      const type = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      const json = await raw('POST', CODES, { headers: type, body: JSON.stringify({ phone, code }) });
      expect([json.status, json.body['code']]).toEqual([415, 'unsupported-media-type']);
      expect(await codesTo(phone)).toHaveLength(1);
    });

    it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'problems'])(
      'does not come back to %j',
      async (returnTo) => {
        const browser = new PlainBrowser();
        await browser.open(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
        expect([browser.now.status, pageFaults(browser.now)]).toEqual([422, []]);
        expect(browser.now.text).not.toMatch(/href="(?!#|\/(?![/\\]))/);
        await browser.open('/sign-in');
        await browser.send({ phone: someNumber(), returnTo });
        expect(browser.now.status).toBe(422);
      },
    );

    it('goes to the app unless something else was wanted, and begins again where a form led to', async () => {
      const browser = new PlainBrowser();
      await browser.open('/sign-in');
      expect(formsOf(browser.now.text)[0]?.fields['returnTo']).toBe('/app/');
      for (const path of ['/sign-in/phone', CODES, '/sign-out']) {
        await browser.open(path);
        expect(browser.at).toBe('/sign-in');
      }
    });

    it('is not offered where it is off', async () => {
      const api = await openOwnApi(PRODUCTION);
      try {
        const browser = new PlainBrowser(api.url);
        await browser.open('/sign-in');
        expect([browser.now.status, formsOf(browser.now.text)]).toEqual([200, []]);
        expect(browser.words).toContain('Nobody can sign in here at present.');
      } finally {
        await api.close();
      }
    });
  });

  it('says who is signed in, and signs out', async () => {
    const browser = await people.signedIn(await people.withPhone(await people.supplier()));
    await browser.open('/sign-in?returnTo=/problems');
    expect(browser.words).toContain(`You are signed in as Srey (${people.story.applicant.profile.name}).`);
    expect(browser.now.text).toContain('href="/problems"');
    await browser.send({}, '/sign-out', 'cross-site');
    expect(browser.now.status).toBe(403);
    expect((await me(browser)).person.name).toBe('Srey');
    await browser.open('/sign-in');
    await browser.send({}, '/sign-out');
    expect([browser.now.status, pageFaults(browser.now)]).toEqual([200, []]);
    expect(browser.now.headers.get('clear-site-data')).toBe('"cache"');
    await expect(me(browser)).rejects.toMatchObject({ status: 401 });
    await browser.open('/sign-in');
    expect(browser.words).not.toContain('You are signed in');
  });

  describe('at the provider', () => {
    it('is a link, and what goes wrong is told as a page that helps', async () => {
      const member = await people.supplier();
      const browser = new PlainBrowser();
      await browser.open('/sign-in?returnTo=/problems');
      const link = '/v1/sign-in/oidc?returnTo=%2Fproblems';
      expect(browser.now.text).toContain(`href="${link}"`);
      await browser.open('/v1/sign-in/oidc/callback?code=x&state=y');
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([400, []]);
      expect(browser.words).toContain('The sign-in did not succeed');
      expect(browser.now.text).toContain('href="/sign-in"');
      await browser.open(link);
      await browser.send({ subject: randomUUID() });
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([403, []]);
      expect(browser.words).toContain('Nobody is registered here under this account');
      const other = new PlainBrowser();
      await other.open(link);
      await other.send({ subject: member.personId });
      expect(other.at).toBe('/problems');
      expect((await me(other)).person.id).toBe(member.personId);
    });
  });
});
