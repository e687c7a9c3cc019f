import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailStandIn } from '../apps/dev/src/stack/mail-stand-in.js';
import { TelegramStandIn } from '../apps/dev/src/stack/telegram-stand-in.js';
import type { MessageChannel, OutgoingMessage } from '../apps/worker/src/channels/channel.js';
import { EmailChannel } from '../apps/worker/src/channels/email.js';
import { resultOf } from '../apps/worker/src/channels/sending.js';
import { RecordedSms } from '../apps/worker/src/channels/sms.js';
import { telegramApi, TelegramChannel } from '../apps/worker/src/channels/telegram.js';

const message = (to: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  ...{ id: randomUUID(), to, subject: 'SQ-1: ការសម្រេចចិត្ត', text: 'សូមអាន SQ-1\nhttps://selvedge.example/a' },
  ...more,
});
const token = '1:hunter2';

describe('e-mail', () => {
  let server: MailStandIn;
  let channel: EmailChannel;
  beforeAll(async () => {
    server = await MailStandIn.start();
    channel = new EmailChannel({ smtpUrl: server.url, from: 'selvedge@example.org' }, false);
  });
  afterAll(async () => {
    channel.close();
    await server.stop();
  });

  it('arrives as it was written, with the Message-ID of its message and one click to say no', async () => {
    const sent = message('a@example.org', { unsubscribe: 'https://selvedge.example/v1/unsubscribe/x' });
    const messageId = `<${sent.id}@example.org>`;
    expect(await channel.send(sent)).toEqual({ outcome: 'sent', providerId: messageId });
    await channel.send(sent);
    const letters = server.to('a@example.org');
    expect(letters.map(({ headers }) => headers['message-id'])).toEqual([[messageId], [messageId]]);
    expect(letters[0]).toMatchObject({ subject: sent.subject, text: expect.stringContaining('សូមអាន SQ-1') });
    expect(letters[0]?.headers).toMatchObject({
      'list-unsubscribe': ['<https://selvedge.example/v1/unsubscribe/x>'],
      'list-unsubscribe-post': ['List-Unsubscribe=One-Click'],
      'auto-submitted': ['auto-generated'],
      from: ['Selvedge <selvedge@example.org>'],
      to: ['a@example.org'],
    });
  });

  it('offers no way to say no where there is none', async () => {
    await channel.send(message('b@example.org'));
    expect(Object.keys(server.to('b@example.org')[0]?.headers ?? {})).not.toContain('list-unsubscribe');
  });

  it('lets nobody write headers or name other recipients', async () => {
    await channel.send(message('c@example.org', { subject: 'a\r\nBcc: d@example.org\r\n\r\nHello' }));
    const [letter] = server.to('c@example.org');
    expect(letter?.subject).toBe('a Bcc: d@example.org Hello');
    expect(letter?.headers['bcc']).toBeUndefined();
    for (const to of [
      'c@example.org, d@example.org',
      'c@example.org\r\nRCPT TO:<d@example.org>',
      '<c@example.org>',
    ])
      expect(await channel.send(message(to))).toEqual({ outcome: 'bounced', code: 'address' });
    expect(server.to('d@example.org')).toEqual([]);
  });

  it('bounces when its server refuses the recipient or the letter for good, and waits otherwise', async () => {
    for (const [how, outcome, code] of [
      ['rcpt', 'bounced', 'smtp-550'],
      ['data', 'bounced', 'smtp-550'],
      ['later', 'failed', 'smtp-450'],
      ['policy', 'failed', 'smtp-550'],
    ] as const) {
      server.refusals.set('e@example.org', how);
      expect({ how, ...(await channel.send(message('e@example.org'))) }).toEqual({ how, outcome, code });
    }
  });

  it('waits for a server that is down', async () => {
    const down = await MailStandIn.start();
    const smtpUrl = down.url;
    await down.stop();
    const late = new EmailChannel({ smtpUrl, from: 'selvedge@example.org' }, false);
    expect(await late.send(message('f@example.org'))).toMatchObject({ outcome: 'failed' });
    late.close();
  });

  it('is sent by nothing but TLS in production', async () => {
    const strict = new EmailChannel({ smtpUrl: server.url, from: 'selvedge@example.org' }, true);
    expect(await strict.send(message('g@example.org'))).toMatchObject({ outcome: 'failed' });
    expect(server.to('g@example.org')).toEqual([]);
    strict.close();
  });
});

describe('Telegram', () => {
  let server: TelegramStandIn;
  let channel: MessageChannel;
  beforeAll(async () => {
    server = await TelegramStandIn.start();
    channel = new TelegramChannel(telegramApi({ bot: 'selvedge_bot', token, apiRoot: server.url }));
  });
  afterAll(() => server.stop(), 30_000);

  it('arrives, and bounces where the bot was blocked', async () => {
    expect(await channel.send(message('7'))).toMatchObject({ outcome: 'sent' });
    expect(server.to(7)).toEqual([message('7').text]);
    server.blocked.add('8');
    expect(await channel.send(message('8'))).toEqual({ outcome: 'bounced', code: 'telegram-403' });
  });

  it('is not known to have arrived when the line breaks, and is not repeated then', async () => {
    server.silent.add('9');
    const outcome = await channel.send(message('9'));
    expect(outcome).toEqual({ outcome: 'unknown', code: 'perhaps-sent' });
    expect(resultOf(outcome, 1, false)).toEqual({ status: 'failed', error: 'perhaps-sent' });
    expect(server.to(9)).toHaveLength(1);
  });

  it('waits when nobody was asked', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as { port: number };
    await new Promise((resolve) => gone.close(resolve));
    const apiRoot = `http://127.0.0.1:${port}`;
    const late = new TelegramChannel(telegramApi({ bot: 'selvedge_bot', token, apiRoot }));
    expect(await late.send(message('7'))).toEqual({ outcome: 'failed', code: 'econnrefused' });
  });
});

describe('recorded SMS', () => {
  it('is written down, and answered as the record says', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'selvedge-sms-'));
    const channel = new RecordedSms(folder);
    const one = message('+85512000001');
    expect(await channel.send(one)).toEqual({ outcome: 'sent', providerId: one.id });
    const kept = JSON.parse(await readFile(join(folder, `${one.id}.json`), 'utf8')) as unknown;
    expect(kept).toEqual({ to: one.to, text: one.text });
    const answers = { '+85512000002': { outcome: 'bounced', code: 'no-such-number' } };
    await writeFile(join(folder, 'answers.json'), JSON.stringify(answers));
    expect(await channel.send(message('+85512000002'))).toEqual(answers['+85512000002']);
    await rm(folder, { recursive: true });
  });
});
