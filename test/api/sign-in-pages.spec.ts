import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MeView } from '#contracts';
import { TOTP, URI } from 'otpauth';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { anAddress, inviting, NAME } from '../support/inviting.js';
import { codeIn, messagesTo, nextMessage, secretIn, someNumber } from '../support/messages.js';
import { openOwnApi, PRODUCTION } from '../support/own-api.js';
import { formsOf, pageFaults, PlainBrowser } from '../support/plain-browser.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

const CODES = '/sign-in/phone/code';
const FACTOR = '/sign-in/second-factor';

describe('signing in over plain forms', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  const office = () => world.parties.officer.api;
  const withPhone = async (member: Member): Promise<string> => {
    const phone = someNumber();
    await office().request('PUT', `/v1/people/${member.personId}/phone`, { phone });
    return phone;
  };
  const supplier = () => registryOf(world.parties).member(story.applicant.supplierId, 'Srey', 'supplier');
  const officer = (name: string) =>
    registryOf(world.parties).member(world.parties.office.organisationId, name, 'officer');
  const me = ({ browser }: PlainBrowser) => browser.client().get<MeView>('/v1/me');
  const codesTo = async (phone: string) =>
    (await messagesTo(world, phone)).filter(({ kind }) => kind === 'phone-code');
  /** The code that comes after the number was sent. */
  async function codeAfter(phone: string, send: () => Promise<unknown>): Promise<string> {
    const before = (await messagesTo(world, phone)).length;
    await send();
    return codeIn(await nextMessage(world, phone, before + 1));
  }
  /** Signed in by telephone, on the way to a page of the service. */
  async function signedIn(phone: string, returnTo = '/problems'): Promise<PlainBrowser> {
    const browser = new PlainBrowser();
    await browser.open(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    const code = await codeAfter(phone, () => browser.send({ phone }));
    await browser.send({ code });
    return browser;
  }
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  describe('by telephone', () => {
    it('asks for a number, then for the code, begins a session and goes where it was going', async () => {
      const member = await supplier();
      const phone = await withPhone(member);
      const browser = new PlainBrowser();
      await browser.open('/sign-in?returnTo=/problems/not-found?a=b');
      expect(pageFaults(browser.now)).toEqual([]);
      const local = phone.replace('+855', '0');
      const code = await codeAfter(phone, () => browser.send({ phone: local }));
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
      const phone = await withPhone(await supplier());
      const browser = new PlainBrowser();
      await browser.open('/sign-in?returnTo=/problems');
      await browser.send({ phone: '12"><b>' });
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([422, []]);
      expect(browser.now.text).toMatch(/<title>Error: Sign in/);
      expect(browser.words).toContain('Type a telephone number, for example 012 345 678.');
      expect(formsOf(browser.now.text)[0]?.fields).toEqual({ phone: '12"><b>', returnTo: '/problems' });
      const code = await codeAfter(phone, () => browser.send({ phone }));
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
      const [known, unknown] = [await withPhone(await supplier()), someNumber()];
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
      await world.rows(`update rate_limit set expires_at = now() where key like 'phone-%'`);
    });

    it('is for forms of ours only', async () => {
      const phone = await withPhone(await supplier());
      const browser = new PlainBrowser();
      await browser.open('/sign-in');
      const code = await codeAfter(phone, () => browser.send({ phone }));
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
    const browser = await signedIn(await withPhone(await supplier()));
    await browser.open('/sign-in?returnTo=/problems');
    expect(browser.words).toContain(`You are signed in as Srey, ${story.applicant.profile.name}.`);
    expect(browser.now.text).toContain('href="/problems"');
    await browser.send({}, '/sign-out', 'cross-site');
    expect(browser.now.status).toBe(403);
    expect((await me(browser)).person.name).toBe('Srey');
    await browser.open('/sign-in');
    await browser.send({}, '/sign-out');
    expect([browser.now.status, pageFaults(browser.now)]).toEqual([200, []]);
    expect(browser.now.headers.get('clear-site-data')).toBe('"cache", "storage"');
    await expect(me(browser)).rejects.toMatchObject({ status: 401 });
    await browser.open('/sign-in');
    expect(browser.words).not.toContain('You are signed in');
  });

  describe('with a second factor', () => {
    const appIn = (browser: PlainBrowser): TOTP => {
      const uri = formsOf(browser.now.text).find(({ fields }) => 'uri' in fields)?.fields['uri'] ?? '';
      return URI.parse(uri) as TOTP;
    };
    const forgetStep = ({ personId }: Member) =>
      world.rows('update second_factor set last_step = last_step - 10 where person_id = $1', [personId]);

    it('shows the secret once, keeps it through a typing error, tells recovery codes and goes on', async () => {
      const member = await officer('Enrols on pages');
      const browser = await signedIn(await withPhone(member), '/v1/tasks');
      expect(browser.at).toBe(`${FACTOR}?returnTo=%2Fv1%2Ftasks`);
      expect([pageFaults(browser.now), formsOf(browser.now.text).length]).toEqual([[], 2]);
      await browser.send({}, `${FACTOR}/enrolment`);
      expect(pageFaults(browser.now)).toEqual([]);
      const app = appIn(browser);
      expect(app.secret.bytes).toHaveLength(20);
      const { secret } = app;
      expect(browser.words).toContain(secret.base32.match(/.{4}/g)?.join(' '));
      expect(browser.now.text).toMatch(/role="img"[^>]*>\s*<svg aria-hidden="true" /);
      for (const code of [app.generate({ timestamp: 0 }), 'six']) {
        await browser.send({ code });
        expect([browser.now.status, pageFaults(browser.now)]).toEqual([422, []]);
        expect(browser.words).toContain('Wait until the app shows the next one');
        expect(appIn(browser).secret.base32).toBe(secret.base32);
        expect(formsOf(browser.now.text)[0]?.fields).toMatchObject({ code, returnTo: '/v1/tasks' });
      }
      await browser.send({ code: app.generate() });
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([200, []]);
      const codes = browser.words.match(/\b\d-[0-9A-Z]{5}-[0-9A-Z]{5}\b/g);
      expect(codes).toHaveLength(10);
      expect(browser.now.text).toContain('href="/v1/tasks"');
      expect((await me(browser)).secondFactor).toBe('given');
      await browser.open(`${FACTOR}?returnTo=/problems`);
      expect(browser.at).toBe('/problems');
    });

    it('is asked for at the next sign-in: a code of the app, or one on paper, which works once', async () => {
      const member = await officer('Comes back');
      const phone = await withPhone(member);
      const first = await signedIn(phone, FACTOR);
      await first.send({}, `${FACTOR}/enrolment`);
      const app = appIn(first);
      await first.send({ code: app.generate() });
      const [paper = ''] = first.words.match(/\b\d-[0-9A-Z]{5}-[0-9A-Z]{5}\b/) ?? [];
      await forgetStep(member);
      const second = await signedIn(phone, '/v1/tasks');
      expect([second.at, pageFaults(second.now)]).toEqual([`${FACTOR}?returnTo=%2Fv1%2Ftasks`, []]);
      await second.send({ code: '000 00' });
      expect([second.now.status, second.words]).toEqual([422, expect.stringContaining('next one')]);
      await second.send({ recoveryCode: '1-AAAAA-AAAAA' });
      expect([second.now.status, pageFaults(second.now)]).toEqual([422, []]);
      expect(second.words).toContain('This recovery code is not good');
      expect(second.now.text).toMatch(/<details[^>]* open/);
      await second.send({ code: app.generate() });
      expect([second.at, second.now.status]).toEqual(['/v1/tasks', 200]);
      const third = await signedIn(phone, '/v1/tasks');
      await third.send({ recoveryCode: paper.toLowerCase() });
      expect([third.at, third.now.status]).toEqual(['/v1/tasks', 200]);
      const fourth = await signedIn(phone, '/v1/tasks');
      await fourth.send({ recoveryCode: paper });
      expect(fourth.now.status).toBe(422);
    });

    it('is guarded as the other way is: no foreign form, no session, no guessing', async () => {
      const member = await officer('Guessed on pages');
      const browser = await signedIn(await withPhone(member), FACTOR);
      await browser.send({}, `${FACTOR}/enrolment`, 'cross-site');
      expect(browser.now.status).toBe(403);
      expect(await world.rows('select 1 from second_factor where person_id = $1', [member.personId])).toEqual(
        [],
      );
      await browser.open(FACTOR);
      await browser.send({}, `${FACTOR}/enrolment`);
      for (let tried = 0; tried < 5; tried += 1) await browser.send({ code: '000000' });
      await browser.send({ code: '000000' });
      expect([browser.now.status, browser.words]).toEqual([
        429,
        expect.stringContaining('Too many attempts'),
      ]);
      await world.rows(`update rate_limit set expires_at = now() where key like 'second-factor%'`);
      const nobody = new PlainBrowser();
      await nobody.open(`${FACTOR}?returnTo=/problems`);
      expect(nobody.at).toBe(
        `/sign-in?returnTo=${encodeURIComponent(`${FACTOR}?returnTo=${encodeURIComponent('/problems')}`)}`,
      );
    });
  });

  describe('at the provider', () => {
    it('is a link, and what goes wrong is told as a page that helps', async () => {
      const member = await supplier();
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

  describe('with an invitation', () => {
    let desk: Awaited<ReturnType<typeof inviting>>;
    beforeAll(async () => {
      desk = await inviting(world);
    });
    const invitedBy = async (contact: { phone: string } | { email: string }): Promise<string> => {
      await desk.invite(contact);
      return secretIn(await nextMessage(world, 'phone' in contact ? contact.phone : contact.email));
    };

    it('takes the secret out of the address, and makes somebody new a member by telephone', async () => {
      const phone = someNumber();
      const secret = await invitedBy({ phone });
      const browser = new PlainBrowser();
      const opened = await browser.open(`/invitation/${secret}`);
      expect([browser.at, opened.status, pageFaults(opened)]).toEqual(['/invitation', 200, []]);
      expect(opened.text).not.toContain(secret);
      const code = await codeAfter(phone, () => browser.send({ phone }, '/invitation/phone'));
      await browser.send({ code: wrong(code) });
      expect([browser.now.status, browser.at]).toEqual([422, '/invitation/phone/code']);
      await browser.send({ code });
      expect(browser.at).toBe('/app/');
      expect(await me(browser)).toMatchObject({
        ...{ person: { name: NAME }, organisation: { id: desk.supplierId } },
      });
      await browser.open('/invitation');
      expect(browser.words).toContain('Open the link of your invitation');
    });

    it('leads to the provider from a page, since no form may lead to another site', async () => {
      const secret = await invitedBy({ email: anAddress() });
      const browser = new PlainBrowser();
      await browser.open(`/invitation/${secret}?language=zh`);
      expect(browser.at).toBe('/invitation?language=zh');
      const page = await browser.send({}, '/invitation/provider');
      expect([
        page.status,
        pageFaults({ ...page, text: page.text.replace(/<meta http-equiv[^>]*>/, '') }),
      ]).toEqual([200, []]);
      const [, onward = ''] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page.text) ?? [];
      expect(onward).toMatch(/^http/);
      expect(onward).not.toContain(secret);
      await browser.open(onward.replaceAll('&amp;', '&'));
      await browser.send({ subject: randomUUID() });
      expect(browser.at).toBe('/app/');
      expect((await me(browser)).organisation.id).toBe(desk.supplierId);
    });

    it('can be accepted by who is signed in, by a link that was pasted, and does nothing by being opened', async () => {
      const secret = await invitedBy({ email: anAddress() });
      const opened = new PlainBrowser();
      for (let looks = 0; looks < 3; looks += 1) await opened.open(`/invitation/${secret}`);
      const browser = await signedIn(await withPhone(await supplier()));
      await browser.open('/invitation');
      await browser.send({ link: 'not a link' });
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([422, []]);
      expect(formsOf(browser.now.text)[0]?.fields['link']).toBe('not a link');
      await browser.send({ link: ` ${world.stack.apiUrl}/invitation#${secret} ` });
      expect(browser.words).toContain(`You are signed in as Srey, ${story.applicant.profile.name}.`);
      await browser.send({}, '/invitation/acceptance');
      expect(browser.at).toBe('/app/');
      const { organisations } = await me(browser);
      expect(organisations.map(({ id }) => id)).toContain(desk.supplierId);
      await browser.open(`/invitation/${secret}`);
      await browser.send({}, '/invitation/acceptance');
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([404, []]);
      expect(browser.words).toContain('This invitation is not good any more');
    });
  });
});
