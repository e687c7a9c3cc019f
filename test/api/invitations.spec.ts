import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { InvitationView, MeView } from '#contracts';
import { Browser, type Page } from '../../apps/dev/src/play/browser.js';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { messagesTo, nextMessage, secretIn, someNumber } from '../support/messages.js';
import { browserOf, enterCode, newCode } from '../support/phones.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const FORBIDDEN = { status: 403, code: 'role-not-allowed' };
const ABSENT = { status: 404, code: 'not-found' };
const NAME = 'Sreymom Example';

describe('an invitation', () => {
  let world: World;
  let story: Story;
  let administrator: Member;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    administrator = await registryOf(world.parties).member(
      story.applicant.supplierId,
      'Administrator',
      'administrator',
    );
  }, 30_000);
  afterAll(() => world.close());

  const path = (organisationId = story.applicant.supplierId): string =>
    `/v1/organisations/${organisationId}/invitations`;
  const invite = (
    contact: { phone: string } | { email: string },
    { by = administrator, roles = ['supplier'], key = randomUUID() } = {},
  ): Promise<InvitationView> => by.api.post(path(), { name: NAME, roles, contact }, key);
  const anAddress = (): string => `${randomUUID()}@example.org`;
  const accept = (by: Member, secret: string) =>
    by.api.post<{ personId: string; organisationId: string }>('/v1/invitations/acceptance', { secret });
  const stranger = async (): Promise<Member> => (await Story.open(world)).applicant.member;
  const membersOf = (organisationId: string) =>
    world.rows<{ id: string; name: string; roles: string[] }>(
      `select p.id, p.name, m.roles from membership m join person p on p.id = m.person_id
        where m.organisation_id = $1 and m.ended_at is null`,
      [organisationId],
    );

  it('makes somebody new a member, with the number it went to and a code sent there', async () => {
    const phone = someNumber();
    const made = await invite({ phone }, { roles: ['supplier', 'administrator'] });
    expect(made).toMatchObject({ name: NAME, contact: { kind: 'phone' }, acceptedAt: null, sends: 1 });
    expect(JSON.stringify(made)).not.toContain(phone.slice(4, -3));
    const secret = secretIn(await nextMessage(world, phone));
    const answer = await enterCode(phone, await newCode(world, phone), secret);
    expect(answer.status).toBe(204);
    const me = (await browserOf(answer)('GET', '/v1/me')).body as unknown as MeView;
    expect(me).toMatchObject({
      person: { name: NAME },
      organisation: { id: story.applicant.supplierId },
      roles: ['supplier', 'administrator'],
    });
    const [seen] = await list(made.id);
    expect(seen).toMatchObject({ name: null, contact: { hint: null }, acceptedAt: expect.any(String) });
    const again = await enterCode(phone, await newCode(world, phone));
    expect(again.status).toBe(204);
  });

  const list = async (id: string): Promise<InvitationView[]> =>
    (await administrator.api.get<{ items: InvitationView[] }>(`${path()}?limit=200`)).items.filter(
      (item) => item.id === id,
    );

  it('keeps nothing readable of whom it is for but the name, and nothing of its secret', async () => {
    const phone = someNumber();
    const { id } = await invite({ phone });
    const secret = secretIn(await nextMessage(world, phone));
    const [stored] = await world.rows(
      'select i::text as invitation, m::text as messages from invitation i, (select string_agg(m::text, chr(10)) as m from message m) m where i.id = $1',
      [id],
    );
    const text = JSON.stringify(stored);
    for (const word of [phone, phone.slice(4), secret]) expect(text).not.toContain(word);
  });

  it('registers an organisation with its first administrator, once under one key', async () => {
    const [email, key] = [anAddress(), randomUUID()];
    const body = {
      organisation: { kind: 'buyer', name: `Invited ${key}` },
      administrator: { name: NAME, contact: { email }, roles: ['administrator', 'buyer-requester'] },
    };
    const { officer } = world.parties;
    const made = await officer.api.post<InvitationView>('/v1/invitations', body, key);
    const again = await officer.api.post<InvitationView>('/v1/invitations', body, key);
    expect([again.id, again.organisationId]).toEqual([made.id, made.organisationId]);
    expect(await messagesTo(world, email)).toHaveLength(1);
    const other = { ...body, organisation: { ...body.organisation, name: 'Another' } };
    const reused = officer.api.post('/v1/invitations', other, key);
    expect(await refusal(reused)).toMatchObject({ code: 'idempotency-key-reused' });
    const member = await stranger();
    const { organisationId } = await accept(member, secretIn(await nextMessage(world, email)));
    expect(organisationId).toBe(made.organisationId);
    expect(await membersOf(organisationId)).toMatchObject([
      { id: member.personId, roles: ['administrator', 'buyer-requester'] },
    ]);
  });

  it('of an organisation has an administrator, and roles of its kind', async () => {
    const { officer } = world.parties;
    const body = (roles: string[]) => ({
      organisation: { kind: 'buyer', name: 'Never' },
      administrator: { name: NAME, contact: { email: anAddress() }, roles },
    });
    for (const roles of [['buyer-requester'], ['administrator', 'supplier']])
      expect(await refusal(officer.api.post('/v1/invitations', body(roles)))).toMatchObject({ status: 422 });
    expect(await world.rows(`select 1 from organisation where name = 'Never'`)).toEqual([]);
    const both = { phone: someNumber(), email: anAddress() };
    expect(await refusal(invite(both))).toMatchObject({ status: 422 });
    expect(await refusal(invite({ phone: '12' }))).toMatchObject({ status: 422 });
    expect(await refusal(invite({ phone: someNumber() }, { roles: ['auditor'] }))).toMatchObject({
      status: 422,
    });
  });

  it('is for administrators of the organisation and the office, and for nobody else', async () => {
    const member = await registryOf(world.parties).member(story.applicant.supplierId, 'Plain', 'supplier');
    expect(await refusal(invite({ email: anAddress() }, { by: member }))).toEqual(FORBIDDEN);
    expect(await refusal(invite({ email: anAddress() }, { by: await stranger() }))).toEqual(ABSENT);
    expect(await refusal(member.api.get(path()))).toEqual(FORBIDDEN);
    const founding = administrator.api.post('/v1/invitations', {
      organisation: { kind: 'buyer', name: 'Mine' },
      administrator: { name: NAME, contact: { email: anAddress() } },
    });
    expect(await refusal(founding)).toEqual(FORBIDDEN);
    const { id } = await invite({ email: anAddress() }, { by: world.parties.officer });
    expect(await list(id)).toHaveLength(1);
  });

  it('works once, also when two people use it at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = anAddress();
      await invite({ email });
      const secret = secretIn(await nextMessage(world, email));
      const people = [await stranger(), await stranger()];
      const before = (await membersOf(story.applicant.supplierId)).length;
      const answers = await Promise.allSettled(people.map((person) => accept(person, secret)));
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await membersOf(story.applicant.supplierId)).toHaveLength(before + 1);
      expect(await refusal(accept(await stranger(), secret))).toEqual(ABSENT);
    }
  });

  it('is worthless when revoked or too old, with the words for one that never was', async () => {
    const person = await stranger();
    const [gone, old] = [anAddress(), anAddress()];
    const { id } = await invite({ email: gone });
    await invite({ email: old });
    const [revoked, late] = [await nextMessage(world, gone), await nextMessage(world, old)].map(secretIn);
    await administrator.api.request('DELETE', `${path()}/${id}`);
    await administrator.api.request('DELETE', `${path()}/${id}`);
    await world.rows(
      `update invitation set expires_at = now() - interval '1 second' where contact_index is not null and secret_hash = sha256($1::text::bytea)`,
      [late],
    );
    for (const secret of [revoked, late, 'A'.repeat(43)])
      expect(await refusal(accept(person, secret ?? ''))).toEqual(ABSENT);
    expect(await list(id)).toMatchObject([{ name: null, contact: { hint: null } }]);
    expect(await refusal(accept(person, 'short'))).toMatchObject({ status: 422 });
  });

  it('can be sent again, with a new secret in place of the old one and all its time', async () => {
    const email = anAddress();
    const { id } = await invite({ email });
    const first = secretIn(await nextMessage(world, email));
    await world.rows(`update invitation set expires_at = now() - interval '1 day' where id = $1`, [id]);
    const sent = await administrator.api.post<InvitationView>(`${path()}/${id}/sends`, undefined);
    expect(sent.sends).toBe(2);
    expect(Date.parse(sent.expiresAt)).toBeGreaterThan(Date.now() + 13 * 86_400_000);
    const second = secretIn(await nextMessage(world, email, 2));
    const person = await stranger();
    expect(await refusal(accept(person, first))).toEqual(ABSENT);
    await accept(person, second);
    const late = administrator.api.post(`${path()}/${id}/sends`, undefined);
    expect(await refusal(late)).toMatchObject({ status: 409, code: 'invitation-ended' });
    const revoke = administrator.api.request('DELETE', `${path()}/${id}`);
    expect(await refusal(revoke)).toMatchObject({ status: 409, code: 'invitation-ended' });
    const foreign = administrator.api.post(`${path()}/${randomUUID()}/sends`, undefined);
    expect(await refusal(foreign)).toEqual(ABSENT);
  });

  it('is sent to one contact only so often in a day', async () => {
    const { id } = await invite({ email: anAddress() });
    const resend = () => administrator.api.post(`${path()}/${id}/sends`, undefined);
    for (let sends = 0; sends < 10; sends += 1) await resend();
    expect(await refusal(resend())).toMatchObject({ status: 429, code: 'too-many-requests' });
  });

  it('goes to one contact once while it is open', async () => {
    const phone = someNumber();
    const { id } = await invite({ phone });
    const twice = invite({ phone: phone.replace('+855', '0') });
    expect(await refusal(twice)).toMatchObject({ status: 409, code: 'already-exists' });
    await administrator.api.request('DELETE', `${path()}/${id}`);
    await invite({ phone });
  });

  it('gives nobody more than they have: not who made it, not who is a member', async () => {
    const email = anAddress();
    await invite({ email }, { roles: ['supplier', 'administrator'] });
    const secret = secretIn(await nextMessage(world, email));
    expect(await refusal(accept(administrator, secret))).toEqual(ABSENT);
    const { member } = story.applicant;
    expect(await refusal(accept(member, secret))).toEqual(ABSENT);
    const mine = (await membersOf(member.organisationId)).find(({ id }) => id === member.personId);
    expect(mine?.roles).toEqual(['supplier']);
    await accept(await stranger(), secret); // it is still good for whom it was meant
    const { officer } = world.parties;
    const own = anAddress();
    await invite({ email: own }, { by: officer });
    expect(await refusal(accept(officer, secretIn(await nextMessage(world, own))))).toEqual(ABSENT);
  });

  it('is good only while whoever sent it manages the people there', async () => {
    const email = anAddress();
    const leaving = await registryOf(world.parties).member(
      story.applicant.supplierId,
      'Leaving',
      'administrator',
    );
    const { id } = await invite({ email }, { by: leaving });
    const membership = `/v1/people/${leaving.personId}/memberships/${leaving.organisationId}`;
    await administrator.api.request('PUT', membership, { roles: ['supplier'] });
    const person = await stranger();
    expect(await refusal(accept(person, secretIn(await nextMessage(world, email))))).toEqual(ABSENT);
    const sent = await administrator.api.post<InvitationView>(`${path()}/${id}/sends`, undefined);
    expect(sent.invitedBy).toBe(administrator.personId);
    await accept(person, secretIn(await nextMessage(world, email, 2)));
  });

  it('brings back somebody whose membership had ended, with the new roles', async () => {
    const email = anAddress();
    const leaver = await stranger();
    await invite({ email });
    await accept(leaver, secretIn(await nextMessage(world, email)));
    const membership = `/v1/people/${leaver.personId}/memberships/${story.applicant.supplierId}`;
    await administrator.api.request('DELETE', membership);
    const other = anAddress();
    await invite({ email: other }, { roles: ['administrator'] });
    await accept(leaver, secretIn(await nextMessage(world, other)));
    const back = (await membersOf(story.applicant.supplierId)).find(({ id }) => id === leaver.personId);
    expect(back?.roles).toEqual(['administrator']);
  });

  it('makes somebody new a member who signs in at the provider, and links the two', async () => {
    const [email, subject] = [anAddress(), randomUUID()];
    await invite({ email }, { roles: ['administrator'] });
    const secret = secretIn(await nextMessage(world, email));
    const browser = new Browser(world.stack.apiUrl);
    const end = await acceptAtProvider(browser, secret, subject);
    expect([end.status, end.headers.get('location')]).toEqual([303, '/welcome']);
    const me = await browser.client().get<MeView>('/v1/me');
    expect(me).toMatchObject({ person: { name: NAME }, roles: ['administrator'] });
    expect((await membersOf(story.applicant.supplierId)).map(({ id }) => id)).toContain(me.person.id);
    const later = new Browser(world.stack.apiUrl);
    expect((await later.signIn(subject)).status).toBe(303);
    expect((await later.client().get<MeView>('/v1/me')).person.id).toBe(me.person.id);
    const other = await acceptAtProvider(new Browser(world.stack.apiUrl), secret, randomUUID());
    expect([other.status, other.text.includes('identity-unknown')]).toEqual([403, true]);
  });

  /** As a page of ours does with the secret it found behind the `#`. */
  async function acceptAtProvider(browser: Browser, secret: string, subject: string): Promise<Page> {
    const begun = await browser.ask(new URL('/v1/sign-in/oidc/invitation', world.stack.apiUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
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
    await invite({ phone: invited });
    const secret = secretIn(await nextMessage(world, invited));
    const person = await stranger();
    await world.parties.officer.api.request('PUT', `/v1/people/${person.personId}/phone`, { phone: own });
    const code = await newCode(world, own);
    const me = (await browserOf(await enterCode(own, code, secret))('GET', '/v1/me'))
      .body as unknown as MeView;
    expect(me).toMatchObject({
      person: { id: person.personId },
      organisation: { id: person.organisationId },
    });
    expect((await membersOf(story.applicant.supplierId)).map(({ id }) => id)).not.toContain(person.personId);
    expect((await enterCode(own, code)).status).toBe(422);
    expect((await enterCode(someNumber(), code, secret)).status).toBe(422);
    expect((await enterCode(invited, await newCode(world, invited), secret)).status).toBe(204);
  });
});
