import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { InvitationView, MeView } from '#contracts';
import { Browser, type Page } from '../../apps/dev/src/play/browser.js';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import { ABSENT, anAddress, inviting, NAME } from '../support/inviting.js';
import { setRoles } from '../support/memberships.js';
import { nextMessage, secretIn, someNumber } from '../support/messages.js';
import { browserOf, enterCode, newCode } from '../support/phones.js';
import { refusal, World } from '../support/world.js';

describe('accepting an invitation', () => {
  let world: World;
  let desk: Awaited<ReturnType<typeof inviting>>;
  beforeAll(async () => {
    world = await World.open();
    desk = await inviting(world);
  });
  afterAll(() => world.close());

  it('makes somebody new a member, with the number it went to and a code sent there', async () => {
    const phone = someNumber();
    const made = await desk.invite({ phone }, { roles: ['supplier', 'administrator'] });
    expect(made).toMatchObject({ name: NAME, contact: { kind: 'phone' }, acceptedAt: null, sends: 1 });
    expect(JSON.stringify(made)).not.toContain(phone.slice(4, -3));
    const secret = secretIn(await nextMessage(world, phone));
    const answer = await enterCode(phone, await newCode(world, phone), secret);
    expect(answer.status).toBe(204);
    const me = (await browserOf(answer)('GET', '/v1/me')).body as unknown as MeView;
    expect(me).toMatchObject({
      person: { name: NAME },
      organisation: { id: desk.story.applicant.supplierId },
      roles: ['supplier', 'administrator'],
    });
    const [seen] = await desk.list(made.id);
    expect(seen).toMatchObject({ name: null, contact: { hint: null }, acceptedAt: expect.any(String) });
    const again = await enterCode(phone, await newCode(world, phone));
    expect(again.status).toBe(204);
  });

  it('works once, also when two people use it at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = anAddress();
      await desk.invite({ email });
      const secret = secretIn(await nextMessage(world, email));
      const people = [await desk.stranger(), await desk.stranger()];
      const before = (await desk.membersOf()).length;
      const answers = await Promise.allSettled(people.map((person) => desk.accept(person, secret)));
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await desk.membersOf()).toHaveLength(before + 1);
      expect(await refusal(desk.accept(await desk.stranger(), secret))).toEqual(ABSENT);
    }
  });

  it('gives nobody more than they have: not who made it, not who is a member', async () => {
    const email = anAddress();
    await desk.invite({ email }, { roles: ['supplier', 'administrator'] });
    const secret = secretIn(await nextMessage(world, email));
    expect(await refusal(desk.accept(desk.administrator, secret))).toEqual(ABSENT);
    const { member } = desk.story.applicant;
    expect(await refusal(desk.accept(member, secret))).toEqual(ABSENT);
    const mine = (await desk.membersOf(member.organisationId)).find(({ id }) => id === member.personId);
    expect(mine?.roles).toEqual(['supplier']);
    await desk.accept(await desk.stranger(), secret); // it is still good for whom it was meant
    const { officer } = world.parties;
    const own = anAddress();
    await desk.invite({ email: own }, { by: officer });
    expect(await refusal(desk.accept(officer, secretIn(await nextMessage(world, own))))).toEqual(ABSENT);
  });

  it('is good only while whoever sent it manages the people there', async () => {
    const email = anAddress();
    const leaving = await registryOf(world.parties).member(
      desk.story.applicant.supplierId,
      'Leaving',
      'administrator',
    );
    const { id } = await desk.invite({ email }, { by: leaving });
    await setRoles(world, desk.administrator, leaving, ['supplier']);
    const person = await desk.stranger();
    expect(await refusal(desk.accept(person, secretIn(await nextMessage(world, email))))).toEqual(ABSENT);
    const sent = await desk.administrator.api.post<InvitationView>(`${desk.path}/${id}/sends`, undefined);
    expect(sent.invitedBy).toBe(desk.administrator.personId);
    await desk.accept(person, secretIn(await nextMessage(world, email, 2)));
  });

  it('brings back somebody whose membership had ended, with the new roles', async () => {
    const email = anAddress();
    const leaver = await desk.stranger();
    await desk.invite({ email });
    await desk.accept(leaver, secretIn(await nextMessage(world, email)));
    const membership = `/v1/people/${leaver.personId}/memberships/${desk.story.applicant.supplierId}`;
    await desk.administrator.api.request('DELETE', membership);
    const other = anAddress();
    await desk.invite({ email: other }, { roles: ['administrator'] });
    await desk.accept(leaver, secretIn(await nextMessage(world, other)));
    const back = (await desk.membersOf()).find(({ id }) => id === leaver.personId);
    expect(back?.roles).toEqual(['administrator']);
  });

  it('makes somebody new a member who signs in at the provider, and links the two', async () => {
    const [email, subject] = [anAddress(), randomUUID()];
    await desk.invite({ email }, { roles: ['administrator'] });
    const secret = secretIn(await nextMessage(world, email));
    const browser = new Browser(world.stack.apiUrl);
    const end = await acceptAtProvider(browser, secret, subject);
    expect([end.status, end.headers.get('location')]).toEqual([303, '/welcome']);
    const me = await browser.client().get<MeView>('/v1/me');
    expect(me).toMatchObject({ person: { name: NAME }, roles: ['administrator'] });
    expect((await desk.membersOf()).map(({ id }) => id)).toContain(me.person.id);
    const later = new Browser(world.stack.apiUrl);
    expect((await later.signIn(subject)).status).toBe(303);
    expect((await later.client().get<MeView>('/v1/me')).person.id).toBe(me.person.id);
    const other = await acceptAtProvider(new Browser(world.stack.apiUrl), secret, randomUUID());
    expect([other.status, other.text.includes('identity-unknown')]).toEqual([403, true]);
  });

  it('makes one person of somebody new who takes up two at the same time', async () => {
    const other = await inviting(world);
    for (let round = 0; round < 5; round += 1) {
      const subject = randomUUID();
      const secrets: string[] = [];
      for (const at of [desk, other]) {
        const email = anAddress();
        await at.invite({ email });
        secrets.push(secretIn(await nextMessage(world, email)));
      }
      const ends = await Promise.all(
        secrets.map((secret) => acceptAtProvider(new Browser(world.stack.apiUrl), secret, subject)),
      );
      expect(ends.map(({ status }) => status)).toEqual([303, 303]);
      const memberships = await world.rows(
        `select m.organisation_id from identity i join membership m using (person_id) where i.subject = $1`,
        [subject],
      );
      expect(memberships).toHaveLength(2);
    }
  });

  /** As a page of ours does with the secret it found behind the `#`. */
  async function acceptAtProvider(browser: Browser, secret: string, subject: string): Promise<Page> {
    const begun = await browser.ask(new URL('/v1/sign-in/oidc/invitation', world.stack.apiUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ secret, returnTo: '/welcome' }),
    });
    expect(begun.status).toBe(200);
    const { location } = JSON.parse(begun.text) as { location: string };
    expect(location).not.toContain(secret);
    const page = await browser.go(new URL(location));
    const picked = { method: 'POST', body: new URLSearchParams({ subject }) };
    return browser.go(page.url, picked, ({ pathname }) => pathname === '/welcome');
  }

  it('is not taken up with another number, and the code is spent all the same', async () => {
    const [invited, own] = [someNumber(), someNumber()];
    await desk.invite({ phone: invited });
    const secret = secretIn(await nextMessage(world, invited));
    const person = await desk.stranger();
    await world.parties.officer.api.request('PUT', `/v1/people/${person.personId}/phone`, { phone: own });
    const code = await newCode(world, own);
    const me = (await browserOf(await enterCode(own, code, secret))('GET', '/v1/me'))
      .body as unknown as MeView;
    expect(me).toMatchObject({
      person: { id: person.personId },
      organisation: { id: person.organisationId },
    });
    expect((await desk.membersOf()).map(({ id }) => id)).not.toContain(person.personId);
    expect((await enterCode(own, code)).status).toBe(422);
    expect((await enterCode(someNumber(), code, secret)).status).toBe(422);
    expect((await enterCode(invited, await newCode(world, invited), secret)).status).toBe(204);
  });
});
