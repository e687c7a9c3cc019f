import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AddressesView, MessageDeliveryView } from '#contracts';
import { NOTIFICATION_KINDS } from '#domain';
import { until } from '../apps/dev/src/play/api-client.js';
import { registryOf, type Member } from '../apps/dev/src/play/parties.js';
import { Mailroom, PUBLIC } from './support/mailroom.js';
import { someNumber } from './support/messages.js';
import { openOwnApi, PRODUCTION } from './support/own-api.js';
import { Story } from './support/story.js';
import { World } from './support/world.js';

describe('messages to people', () => {
  let world: World;
  let story: Story;
  let room: Mailroom;
  let api: { url: string; close(): Promise<void> };
  let person: Member;
  const address = `srey.${randomUUID().slice(0, 8)}@example.org`;

  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    room = await Mailroom.open(world);
    person = await registryOf(world.parties).member(story.applicant.supplierId, 'Srey Neang', 'supplier');
    await world.rows(`update person set language = 'km' where id = $1`, [person.personId]);
    api = await openOwnApi({ ...PRODUCTION, ...room.variables });
  });
  afterAll(async () => {
    await api?.close();
    await room?.close();
    await world?.close();
  });

  async function ask<T>(who: { token: string } | undefined, method: string, path: string, body?: unknown) {
    const answer = await fetch(api.url + path, {
      method,
      headers: {
        ...(who && { authorization: `Bearer ${who.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : undefined) as T };
  }
  /** A notification of the person's, about the case of the story. */
  async function notify(kind: string, type = 'information-requested', params: object = {}): Promise<string> {
    const [row] = await world.rows<{ id: string }>(
      `insert into notification (id, person_id, organisation_id, kind, qualification_id, case_number, data)
       select gen_random_uuid(), $1, $2, $3, id, case_number, $4 from qualification where id = $5 returning id`,
      [person.personId, story.applicant.supplierId, kind, { type, params }, story.id],
    );
    return row?.id ?? '';
  }
  const addresses = async () => (await ask<AddressesView>(person, 'GET', '/v1/me/addresses')).body;

  /** Has the person's address verified by the code that is sent there at once. */
  async function verifyAddress(): Promise<void> {
    const before = room.mail.to(address).length;
    const letters = await room.whileListening(async () => {
      expect((await ask(person, 'PUT', '/v1/me/addresses/email', { email: address })).status).toBe(202);
      return until(
        async () => room.mail.to(address),
        (found) => found.length > before,
      );
    });
    const code = /\d{6}/.exec(letters.at(-1)?.text ?? '')?.[0] ?? '';
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const verify = (one: string) => ask(person, 'POST', '/v1/me/addresses/email/verification', { code: one });
    expect([(await verify(wrong)).status, (await verify(code)).status]).toEqual([422, 204]);
    expect((await verify(code)).status).toBe(422);
  }

  it('go to an address that its person has shown to be theirs', async () => {
    expect((await addresses()).email).toBeNull();
    const early = await notify('task');
    await room.dispatch();
    expect(await room.deliveriesOf(early)).toEqual([]);
    await verifyAddress();
    expect((await addresses()).email).toMatchObject({ address, bouncedAt: null });
    const kept = await world.rows<{ row: string }>(
      `select a::text as row from person_address a union all select d::text from message_delivery d
       union all select m::text from message m where kind = 'address-code'`,
    );
    expect(kept.filter(({ row }) => row.includes(address))).toEqual([]);
  });

  it('come once, in the language of the person, with the number of the case and a link', async () => {
    const told = await notify('task', 'information-requested', { what: 'answer-information-request' });
    await Promise.all([room.dispatch(), room.dispatch()]);
    await Promise.all([room.everything('email'), room.everything('email')]);
    await world.rows('update notification set dispatched_at = null where id = $1', [told]);
    await room.dispatch();
    await room.everything('email');
    const [letter, ...others] = await room.lettersOf(told);
    expect(others).toEqual([]);
    const { caseNumber } = await story.supplier.case(story.id);
    expect(letter?.subject).toContain(caseNumber);
    expect(letter?.text).toMatch(/[\u1780-\u17ff]{4}/u);
    expect(letter?.text).toContain(`${PUBLIC}/`);
    expect(letter?.headers['list-unsubscribe-post']).toEqual(['List-Unsubscribe=One-Click']);
    const officer = world.parties.officer;
    const { body } = await ask<{ items: MessageDeliveryView[] }>(
      officer,
      'GET',
      `/v1/message-deliveries?personId=${person.personId}&status=sent&channel=email&kind=task`,
    );
    expect(body.items).toMatchObject([{ notificationId: told, status: 'sent', attempts: 1 }]);
    expect(JSON.stringify(body)).not.toContain(address);
    expect((await ask(person, 'GET', '/v1/message-deliveries')).status).toBe(403);
  });

  it('tell together what happened in cases that are still theirs, and nothing when none is', async () => {
    const { caseNumber } = await story.supplier.case(story.id);
    const line = (qualificationId: string, number: string) => ({
      ...{ kind: 'happened', type: 'application-accepted', params: {} },
      ...{ qualificationId, caseNumber: number },
    });
    const [theirs, others] = [line(story.id, caseNumber), line(randomUUID(), 'SQ-2026-999999999')];
    const digest = (...lines: readonly object[]) =>
      notify('digest', undefined, { count: lines.length, lines });
    const [some, none] = [await digest(others, theirs, theirs), await digest(others)];
    await room.dispatch();
    await room.everything('email');
    const [letter] = await room.lettersOf(some);
    expect(letter?.subject).toContain('2');
    expect(letter?.text.split(caseNumber)).toHaveLength(3);
    expect(letter?.text).not.toContain('999999999');
    expect(await room.deliveriesOf(none)).toMatchObject([{ status: 'failed', error: 'no-longer-theirs' }]);
  });

  it('say nothing of people and firms, whatever they are about', async () => {
    const told = await Promise.all(NOTIFICATION_KINDS.map((kind) => notify(kind, 'qualification-granted')));
    await room.dispatch();
    await room.everything('email');
    const letters = (await Promise.all(told.map(room.lettersOf))).flat();
    expect(letters).toHaveLength(NOTIFICATION_KINDS.length);
    const [firm] = await world.rows<{ name: string; site: string }>(
      'select o.name, s.name as site from organisation o join site s on s.supplier_id = o.id where o.id = $1',
      [story.applicant.supplierId],
    );
    for (const { raw, text, subject } of letters)
      for (const name of ['Srey', 'Neang', firm?.name ?? '', firm?.site ?? ''])
        expect({ name, found: `${raw} ${text} ${subject}`.includes(name) }).toEqual({ name, found: false });
  });

  it('end by one click for their kind, but for those that the law wants told', async () => {
    const before = await notify('happened', 'audit-scheduled');
    await room.dispatch();
    await room.everything('email');
    const waiting = await notify('happened', 'audit-scheduled');
    await room.dispatch();
    const header = (await room.lettersOf(before))[0]?.headers['list-unsubscribe']?.[0] ?? '';
    const [, secret = ''] =
      /^<https:\/\/selvedge\.example\/v1\/unsubscribe\/([\w-]{43})>$/.exec(header) ?? [];
    const page = await fetch(`${api.url}/v1/unsubscribe/${secret}`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toMatch(/<html lang="km">[^]*<form method="post">/);
    const preferences = () =>
      world.rows('select kind, channel from notification_preference where person_id = $1', [person.personId]);
    expect(await preferences()).toEqual([]);
    // As a mail program asks: no session, no origin, the form of RFC 8058.
    const click = await fetch(`${api.url}/v1/unsubscribe/${secret}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([click.status, await click.json()]).toEqual([200, { kind: 'happened', unsubscribed: true }]);
    expect(await preferences()).toEqual([{ kind: 'happened', channel: 'none' }]);
    const [after, legal] = [
      await notify('happened', 'audit-scheduled'),
      await notify('legal', 'qualification-revoked'),
    ];
    await room.dispatch();
    await room.everything('email');
    expect(await room.deliveriesOf(waiting)).toMatchObject([{ status: 'unsubscribed' }]);
    expect(await room.deliveriesOf(after)).toEqual([]);
    const [revoked] = await room.lettersOf(legal);
    expect(revoked?.headers['list-unsubscribe']).toBeUndefined();
    expect((await ask(undefined, 'POST', `/v1/unsubscribe/${'A'.repeat(43)}`)).status).toBe(404);
    await world.rows('delete from notification_preference where person_id = $1', [person.personId]);
  });

  it('are repeated after a crash only where the repeat is recognised', async () => {
    const told = await notify('task');
    await room.dispatch();
    const [[own], claimed] = [await room.deliveriesOf(told), await room.takeAll('email')];
    expect(claimed.find(({ id }) => id === own?.id)).toMatchObject({ again: false, attempts: 1 });
    await room.everything('email'); // it is still its taker's
    expect(await room.lettersOf(told)).toEqual([]);
    await world.rows('update message_delivery set next_at = now() where notification_id = $1', [told]);
    await room.everything('email');
    expect(await room.lettersOf(told)).toHaveLength(1);
    expect(await room.deliveriesOf(told)).toMatchObject([{ status: 'sent' }]);
  });

  it('go to the telephone when a letter bounced, and the office is told', async () => {
    const phone = someNumber();
    await world.parties.officer.api.request('PUT', `/v1/people/${person.personId}/phone`, { phone });
    await world.rows('update person_contact set verified_at = now() where person_id = $1', [person.personId]);
    room.mail.refusals.set(address, 'rcpt');
    const told = await notify('task');
    await room.dispatch();
    await room.everything('email');
    expect(await room.tasks()).toContain(person.personId);
    expect((await addresses()).email?.bouncedAt).not.toBeNull();
    await room.dispatch();
    await room.everything('sms');
    expect(await room.deliveriesOf(told)).toMatchObject([
      { channel: 'email', status: 'bounced', error: 'smtp-550' },
      { channel: 'sms', status: 'sent' },
    ]);
    expect(room.recordedTo(phone)).toMatchObject([{ text: expect.stringContaining(PUBLIC) }]);
    // Whoever had this one died with it: nobody knows whether it went out, so it does not go out again.
    const lost = await notify('task');
    await room.dispatch();
    await room.takeAll('sms');
    await world.rows('update message_delivery set next_at = now() where notification_id = $1', [lost]);
    await room.everything('sms');
    expect(await room.deliveriesOf(lost)).toMatchObject([{ status: 'failed', error: 'perhaps-sent' }]);
    expect(room.recordedTo(phone)).toHaveLength(1);
    room.mail.refusals.clear();
    await verifyAddress();
    expect(await room.tasks()).not.toContain(person.personId);
    const office = { path: `/v1/people/${person.personId}/addresses/email/bounce` };
    expect((await ask(person, 'POST', office.path)).status).toBe(403);
    expect((await ask(world.parties.officer, 'POST', office.path)).status).toBe(204);
    expect(await room.tasks()).toContain(person.personId);
    expect((await ask(person, 'DELETE', '/v1/me/addresses/email')).status).toBe(204);
    expect(await room.tasks()).not.toContain(person.personId);
  });

  it('go to the Telegram account that opened the link, which works once', async () => {
    const { body } = await ask<{ link: string }>(person, 'POST', '/v1/me/telegram-link');
    const [, secret = ''] = /^https:\/\/t\.me\/selvedge_bot\?start=([\w-]{43})$/.exec(body.link) ?? [];
    room.telegram.write(9, 'hello');
    room.telegram.write(7, `/start ${secret}`);
    // The last one is answered too: whoever hears it twice answers it twice.
    room.telegram.write(8, `/start ${secret}`);
    expect(await room.links.hearSome()).toBe(true);
    expect(await room.links.hearSome()).toBe(true);
    expect([room.telegram.to(7).length, room.telegram.to(8).length, room.telegram.to(9).length]).toEqual([
      1, 1, 0,
    ]);
    expect((await addresses()).telegram).toMatchObject({ bouncedAt: null });
    const told = await notify('reminder');
    await room.dispatch();
    await room.everything('telegram');
    expect(await room.deliveriesOf(told)).toMatchObject([{ channel: 'telegram', status: 'sent' }]);
    expect(room.telegram.to(7).at(-1)).toContain(PUBLIC);
    expect(room.telegram.to(8)).toHaveLength(1);
    const other = room.moreLinks();
    expect(await other.hearSome()).toBe(false);
    // Whoever is still hearing keeps the turn, however long answering takes.
    await world.rows(`update telegram_place set held_until = now() - interval '1 second'`);
    await world.rows('select telegram_heard(holder, next_update) from telegram_place');
    expect(await other.hearSome()).toBe(false);
    room.telegram.write(7, '/stop');
    await room.links.hearSome();
    expect((await addresses()).telegram).toBeNull();
    const late = await ask<{ link: string }>(person, 'POST', '/v1/me/telegram-link');
    await world.rows('update telegram_link set expires_at = now() where person_id = $1', [person.personId]);
    room.telegram.write(7, `/start ${late.body.link.split('=')[1] ?? ''}`);
    await room.links.hearSome();
    expect((await addresses()).telegram).toBeNull();
  });

  it('invite by e-mail in production, and not to telephones, which it cannot reach', async () => {
    const invitee = `new.${randomUUID().slice(0, 8)}@example.org`;
    const path = `/v1/organisations/${story.applicant.supplierId}/invitations`;
    const invite = (contact: object) =>
      ask<{ id: string; code?: string }>(world.parties.officer, 'POST', path, {
        name: 'Nobody',
        roles: ['supplier'],
        contact,
      });
    const invited = await invite({ email: invitee });
    expect(invited.status).toBe(201);
    await room.everything('email');
    expect(room.mail.to(invitee)[0]?.text).toMatch(/\/invitation\/[\w-]{43}/);
    const sent = await world.rows(
      `select d.status, m.sealed_content as text from message_delivery d join message m on m.id = d.message_id
        where m.key like 'invitation/${invited.body.id}/%'`,
    );
    expect(sent).toEqual([{ status: 'sent', text: '' }]); // nobody has the secret but whoever got the letter
    const gone = `gone.${randomUUID().slice(0, 8)}@example.org`;
    room.mail.refusals.set(gone, 'data');
    const { body: refused } = await invite({ email: gone });
    await room.everything('email');
    const task = `${story.applicant.supplierId}/${refused.id}`;
    expect(await room.tasks('invitation-bounced')).toContain(task);
    expect((await ask(world.parties.officer, 'DELETE', `${path}/${refused.id}`)).status).toBe(204);
    expect(await room.tasks('invitation-bounced')).not.toContain(task);
    expect(await invite({ phone: someNumber() })).toMatchObject({
      status: 503,
      body: { code: 'messages-unavailable' },
    });
  });
});
