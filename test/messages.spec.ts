import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressesView, MessageDeliveryView } from '#contracts';
import { NOTIFICATION_KINDS, type MessageChannelKind } from '#domain';
import { claimDeliveries, Notices, openDatabase, readKeyring, type Database } from '#persistence';
import { createLogger, type Config } from '#platform';
import { until } from '../apps/dev/src/play/api-client.js';
import { registryOf, type Member } from '../apps/dev/src/play/parties.js';
import { MailStandIn, type ReceivedMail } from '../apps/dev/src/stack/mail-stand-in.js';
import { TelegramStandIn } from '../apps/dev/src/stack/telegram-stand-in.js';
import { Dispatch } from '../apps/worker/src/channels/dispatch.js';
import { EmailChannel } from '../apps/worker/src/channels/email.js';
import { Letters } from '../apps/worker/src/channels/letters.js';
import { Messaging } from '../apps/worker/src/channels/messaging.js';
import { Sending } from '../apps/worker/src/channels/sending.js';
import { RecordedSms } from '../apps/worker/src/channels/sms.js';
import { telegramApi, TelegramChannel } from '../apps/worker/src/channels/telegram.js';
import { TelegramLinks } from '../apps/worker/src/channels/telegram-links.js';
import { someNumber } from './support/messages.js';
import { openOwnApi } from './support/own-api.js';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

const FROM = 'selvedge@example.org';
const PUBLIC = 'https://selvedge.example';
const CHANNELS: readonly MessageChannelKind[] = ['email', 'telegram', 'sms'];

describe('messages to people', () => {
  let world: World;
  let story: Story;
  let db: Database;
  let mail: MailStandIn;
  let telegram: TelegramStandIn;
  let api: { url: string; close(): Promise<void> };
  let person: Member;
  let folder: string;
  let sending: Readonly<Record<MessageChannelKind, Sending>>;
  let links: TelegramLinks;
  const keyring = readKeyring(process.env['SEALING_KEYS'] ?? '');
  const logger = createLogger('test', { level: 'silent' });
  const address = `srey.${randomUUID().slice(0, 8)}@example.org`;

  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 3 });
    mail = await MailStandIn.start();
    telegram = await TelegramStandIn.start();
    folder = mkdtempSync(join(tmpdir(), 'selvedge-sms-'));
    person = await registryOf(world.parties).member(story.applicant.supplierId, 'Srey Neang', 'supplier');
    await world.rows(`update person set language = 'km' where id = $1`, [person.personId]);
    const production = { NODE_ENV: 'production', OIDC_ISSUER: '' };
    const settings = { SMTP_URL: mail.url, MAIL_FROM: FROM };
    const bot = { TELEGRAM_BOT_NAME: 'selvedge_bot', TELEGRAM_BOT_TOKEN: '1:hunter2' };
    api = await openOwnApi({ ...production, ...settings, ...bot });
    const ports = { db, letters: new Letters(db, keyring, PUBLIC), logger, forget: true };
    const door = telegramApi({ bot: 'selvedge_bot', token: '1:hunter2', apiRoot: telegram.url });
    sending = {
      email: new Sending(new EmailChannel({ smtpUrl: mail.url, from: FROM }, false), ports),
      telegram: new Sending(new TelegramChannel(door), ports),
      sms: new Sending(new RecordedSms(folder), ports),
    };
    links = new TelegramLinks(door, db, keyring, logger, 0);
  }, 60_000);
  afterAll(async () => {
    for (const one of Object.values(sending ?? {})) await one.stop();
    await links?.stop();
    await api?.close();
    await Promise.all([mail?.stop(), telegram?.stop(), db?.close()]);
    if (folder) rmSync(folder, { recursive: true, force: true });
    await world?.close();
  }, 60_000);

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
  const dispatch = () => new Dispatch(db, CHANNELS, logger).dispatchSome();
  const everything = async (channel: MessageChannelKind): Promise<void> => {
    while ((await sending[channel].sendSome()) > 0);
  };
  /** A notification of the person's, about the case of the story. */
  async function notify(kind: string, type = 'information-requested', params: object = {}): Promise<string> {
    const [row] = await world.rows<{ id: string }>(
      `insert into notification (id, person_id, organisation_id, kind, qualification_id, case_number, data)
       select gen_random_uuid(), $1, $2, $3, id, case_number, $4 from qualification where id = $5 returning id`,
      [person.personId, story.applicant.supplierId, kind, { type, params }, story.id],
    );
    return row?.id ?? '';
  }
  const deliveriesOf = (notification: string) =>
    world.rows<{ id: string; channel: string; status: string; error: string | null }>(
      'select id, channel, status, error from message_delivery where notification_id = $1 order by created_at',
      [notification],
    );
  const letterOf = async (notification: string): Promise<readonly ReceivedMail[]> => {
    const ids = (await deliveriesOf(notification)).map(({ id }) => `<${id}@example.org>`);
    return mail.letters.filter(({ headers }) => ids.includes(headers['message-id']?.[0] ?? ''));
  };
  const tasks = async (): Promise<readonly string[]> => {
    const rows = await world.rows<{ subject: string }>(
      `select subject from office_task where kind = 'address-bounced' and closed_at is null`,
    );
    return rows.map(({ subject }) => subject);
  };
  const addresses = async () => (await ask<AddressesView>(person, 'GET', '/v1/me/addresses')).body;
  const recorded = (): readonly { to: string; text: string }[] =>
    readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as never);

  /** Has the person's address verified by the code that the worker's parts send as soon as they hear of it. */
  async function verifyAddress(): Promise<void> {
    const settings = { mail: { smtpUrl: mail.url, from: FROM } };
    const config: Config = { messages: settings, production: false, publicOrigin: PUBLIC } as Config;
    const messaging = Messaging.of(config, db, keyring, logger);
    const notices = new Notices({
      ...{ url: testStack().runtimeUrl, applicationName: 'test-notices', channels: ['message'] },
      heard: () => messaging.wake(),
      failed: () => undefined,
    });
    await notices.start();
    const before = mail.to(address).length;
    expect((await ask(person, 'PUT', '/v1/me/addresses/email', { email: address })).status).toBe(202);
    const letters = await until(
      async () => mail.to(address),
      (found) => found.length > before,
    );
    await notices.stop();
    for (const chore of messaging.chores) await chore.stop();
    const code = /\d{6}/.exec(letters.at(-1)?.text ?? '')?.[0] ?? '';
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const verify = (one: string) => ask(person, 'POST', '/v1/me/addresses/email/verification', { code: one });
    expect([(await verify(wrong)).status, (await verify(code)).status]).toEqual([422, 204]);
    expect((await verify(code)).status).toBe(422);
  }

  it('go to an address that its person has shown to be theirs', async () => {
    expect((await addresses()).email).toBeNull();
    const early = await notify('task');
    await dispatch();
    expect(await deliveriesOf(early)).toEqual([]);
    await verifyAddress();
    expect((await addresses()).email).toMatchObject({ address, bouncedAt: null });
    const kept = await world.rows<{ row: string }>(
      `select a::text as row from person_address a union all select d::text from message_delivery d
       union all select m::text from message m where kind = 'address-code'`,
    );
    expect(kept.filter(({ row }) => row.includes(address))).toEqual([]);
  }, 60_000);

  it('come once, in the language of the person, with the number of the case and a link', async () => {
    const told = await notify('task', 'information-requested', { what: 'answer-information-request' });
    await Promise.all([dispatch(), dispatch()]);
    await Promise.all([everything('email'), everything('email')]);
    await world.rows('update notification set dispatched_at = null where id = $1', [told]);
    await dispatch();
    await everything('email');
    const [letter, ...others] = await letterOf(told);
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
  }, 60_000);

  it('say nothing of people and firms, whatever they are about', async () => {
    const told = await Promise.all(NOTIFICATION_KINDS.map((kind) => notify(kind, 'qualification-granted')));
    await dispatch();
    await everything('email');
    const letters = (await Promise.all(told.map(letterOf))).flat();
    expect(letters).toHaveLength(NOTIFICATION_KINDS.length);
    const [firm] = await world.rows<{ name: string; site: string }>(
      'select o.name, s.name as site from organisation o join site s on s.supplier_id = o.id where o.id = $1',
      [story.applicant.supplierId],
    );
    for (const { raw, text, subject } of letters)
      for (const name of ['Srey', 'Neang', firm?.name ?? '', firm?.site ?? ''])
        expect({ name, found: `${raw} ${text} ${subject}`.includes(name) }).toEqual({ name, found: false });
  }, 60_000);

  it('end by one click for their kind, but for those that the law wants told', async () => {
    const before = await notify('happened', 'audit-scheduled');
    await dispatch();
    await everything('email');
    const waiting = await notify('happened', 'audit-scheduled');
    await dispatch();
    const header = (await letterOf(before))[0]?.headers['list-unsubscribe']?.[0] ?? '';
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
    await dispatch();
    await everything('email');
    expect(await deliveriesOf(waiting)).toMatchObject([{ status: 'unsubscribed' }]);
    expect(await deliveriesOf(after)).toEqual([]);
    const [revoked] = await letterOf(legal);
    expect(revoked?.headers['list-unsubscribe']).toBeUndefined();
    expect((await ask(undefined, 'POST', `/v1/unsubscribe/${'A'.repeat(43)}`)).status).toBe(404);
    await world.rows('delete from notification_preference where person_id = $1', [person.personId]);
  }, 60_000);

  it('are repeated after a crash only where the repeat is recognised', async () => {
    const told = await notify('task');
    await dispatch();
    const [claimed] = await claimDeliveries(db, 'email', 1);
    expect(claimed).toMatchObject({ again: false, attempts: 1 });
    await everything('email'); // it is still its taker's
    expect(await letterOf(told)).toEqual([]);
    await world.rows('update message_delivery set next_at = now() where notification_id = $1', [told]);
    await everything('email');
    expect(await letterOf(told)).toHaveLength(1);
    expect(await deliveriesOf(told)).toMatchObject([{ status: 'sent' }]);
  }, 60_000);

  it('go to the telephone when a letter bounced, and the office is told', async () => {
    const phone = someNumber();
    await world.parties.officer.api.request('PUT', `/v1/people/${person.personId}/phone`, { phone });
    await world.rows('update person_contact set verified_at = now() where person_id = $1', [person.personId]);
    mail.refusals.set(address, 'rcpt');
    const told = await notify('task');
    await dispatch();
    await everything('email');
    expect(await tasks()).toContain(person.personId);
    expect((await addresses()).email?.bouncedAt).not.toBeNull();
    await dispatch();
    await everything('sms');
    expect(await deliveriesOf(told)).toMatchObject([
      { channel: 'email', status: 'bounced', error: 'smtp-550' },
      { channel: 'sms', status: 'sent' },
    ]);
    expect(recorded()).toMatchObject([{ to: phone, text: expect.stringContaining(PUBLIC) }]);
    // Whoever had this one died with it: nobody knows whether it went out, so it does not go out again.
    const lost = await notify('task');
    await dispatch();
    await claimDeliveries(db, 'sms', 10);
    await world.rows('update message_delivery set next_at = now() where notification_id = $1', [lost]);
    await everything('sms');
    expect(await deliveriesOf(lost)).toMatchObject([{ status: 'failed', error: 'perhaps-sent' }]);
    expect(recorded()).toHaveLength(1);
    mail.refusals.clear();
    await verifyAddress();
    expect(await tasks()).not.toContain(person.personId);
    const office = { path: `/v1/people/${person.personId}/addresses/email/bounce` };
    expect((await ask(person, 'POST', office.path)).status).toBe(403);
    expect((await ask(world.parties.officer, 'POST', office.path)).status).toBe(204);
    expect(await tasks()).toContain(person.personId);
  }, 60_000);

  it('go to the Telegram account that opened the link, which works once', async () => {
    const { body } = await ask<{ link: string }>(person, 'POST', '/v1/me/telegram-link');
    const [, secret = ''] = /^https:\/\/t\.me\/selvedge_bot\?start=([\w-]{43})$/.exec(body.link) ?? [];
    telegram.write(7, `/start ${secret}`);
    telegram.write(8, `/start ${secret}`);
    telegram.write(9, 'hello');
    expect(await links.hearSome()).toBe(true);
    expect(await links.hearSome()).toBe(true);
    expect([telegram.to(7).length, telegram.to(8).length, telegram.to(9).length]).toEqual([1, 1, 0]);
    expect((await addresses()).telegram).toMatchObject({ bouncedAt: null });
    const told = await notify('reminder');
    await dispatch();
    await everything('telegram');
    expect(await deliveriesOf(told)).toMatchObject([{ channel: 'telegram', status: 'sent' }]);
    expect(telegram.to(7).at(-1)).toContain(PUBLIC);
    expect(telegram.to(8)).toHaveLength(1);
    const other = new TelegramLinks(
      telegramApi({ bot: 'b', token: '1:a', apiRoot: telegram.url }),
      db,
      keyring,
      logger,
      0,
    );
    expect(await other.hearSome()).toBe(false);
    telegram.write(7, '/stop');
    await links.hearSome();
    expect((await addresses()).telegram).toBeNull();
    const late = await ask<{ link: string }>(person, 'POST', '/v1/me/telegram-link');
    await world.rows('update telegram_link set expires_at = now() where person_id = $1', [person.personId]);
    telegram.write(7, `/start ${late.body.link.split('=')[1] ?? ''}`);
    await links.hearSome();
    expect((await addresses()).telegram).toBeNull();
  }, 60_000);

  it('invite by e-mail in production, and not to telephones, which it cannot reach', async () => {
    const invitee = `new.${randomUUID().slice(0, 8)}@example.org`;
    const path = `/v1/organisations/${story.applicant.supplierId}/invitations`;
    const invite = (contact: object) =>
      ask<{ code?: string }>(world.parties.officer, 'POST', path, {
        name: 'Nobody',
        roles: ['supplier'],
        contact,
      });
    expect((await invite({ email: invitee })).status).toBe(201);
    await everything('email');
    expect(mail.to(invitee)[0]?.text).toMatch(/\/invitation#[\w-]{43}/);
    const sent = await world.rows(
      `select d.status, m.sealed_content as text from message_delivery d join message m on m.id = d.message_id
        where d.kind = 'invitation'`,
    );
    expect(sent).toEqual([{ status: 'sent', text: '' }]); // nobody has the secret but whoever got the letter
    expect(await invite({ phone: someNumber() })).toMatchObject({
      status: 503,
      body: { code: 'messages-unavailable' },
    });
  }, 60_000);
});
