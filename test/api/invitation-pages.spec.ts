import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { anAddress, inviting, NAME } from '../support/inviting.js';
import { nextMessage, secretIn, someNumber } from '../support/messages.js';
import { formsOf, pageFaults, PlainBrowser } from '../support/plain-browser.js';
import { me, signingIn, wrong } from '../support/plain-sign-in.js';
import { World } from '../support/world.js';

describe('an invitation over plain forms', () => {
  let world: World;
  let people: Awaited<ReturnType<typeof signingIn>>;
  let desk: Awaited<ReturnType<typeof inviting>>;
  beforeAll(async () => {
    world = await World.open();
    people = await signingIn(world);
    desk = await inviting(world);
  });
  afterAll(() => world.close());

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
    const code = await people.codeAfter(phone, () => browser.send({ phone }, '/invitation/phone'));
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
    const browser = await people.signedIn(await people.withPhone(await people.supplier()));
    await browser.open('/invitation');
    await browser.send({ link: 'not a link' });
    expect([browser.now.status, pageFaults(browser.now)]).toEqual([422, []]);
    expect(formsOf(browser.now.text)[0]?.fields['link']).toBe('not a link');
    await browser.send({ link: ` ${world.stack.apiUrl}/invitation#${secret} ` });
    expect(browser.words).toContain(`You are signed in as Srey (${people.story.applicant.profile.name}).`);
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
