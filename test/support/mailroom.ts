import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageChannelKind } from '#domain';
import { claimDeliveries, Notices, openDatabase, readKeyring, type Database } from '#persistence';
import { createLogger, type Config } from '#platform';
import { MailStandIn, type ReceivedMail } from '../../apps/dev/src/stack/mail-stand-in.js';
import { TelegramStandIn } from '../../apps/dev/src/stack/telegram-stand-in.js';
import { Dispatch } from '../../apps/worker/src/channels/dispatch.js';
import { EmailChannel } from '../../apps/worker/src/channels/email.js';
import { Letters } from '../../apps/worker/src/channels/letters.js';
import { Messaging } from '../../apps/worker/src/channels/messaging.js';
import { Sending } from '../../apps/worker/src/channels/sending.js';
import { RecordedSms } from '../../apps/worker/src/channels/sms.js';
import { telegramApi, TelegramChannel } from '../../apps/worker/src/channels/telegram.js';
import { TelegramLinks } from '../../apps/worker/src/channels/telegram-links.js';
import { testStack, type World } from './world.js';

const FROM = 'selvedge@example.org';
const BOT = { bot: 'selvedge_bot', token: '1:hunter2' };
const CHANNELS: readonly MessageChannelKind[] = ['email', 'telegram', 'sms'];
/** Where messages say that this service is. */
export const PUBLIC = 'https://selvedge.example';

export interface Delivery extends Record<string, unknown> {
  readonly id: string;
  readonly channel: MessageChannelKind;
  readonly status: string;
  readonly error: string | null;
}

/** The worker's parts that bring messages to people, turned by hand, on real servers of this machine. */
export class Mailroom {
  private readonly logger = createLogger('test', { level: 'silent' });
  private readonly keyring = readKeyring(process.env['SEALING_KEYS'] ?? '');
  private readonly folder = mkdtempSync(join(tmpdir(), 'selvedge-sms-'));
  private readonly sending: Readonly<Record<MessageChannelKind, Sending>>;
  readonly links: TelegramLinks;

  private constructor(
    private readonly world: World,
    readonly db: Database,
    readonly mail: MailStandIn,
    readonly telegram: TelegramStandIn,
  ) {
    const letters = new Letters(db, this.keyring, PUBLIC);
    const ports = { db, letters, logger: this.logger, forget: true };
    const door = telegramApi({ ...BOT, apiRoot: telegram.url });
    this.sending = {
      email: new Sending(new EmailChannel({ smtpUrl: mail.url, from: FROM }, false), ports),
      telegram: new Sending(new TelegramChannel(door), ports),
      sms: new Sending(new RecordedSms(this.folder), ports),
    };
    this.links = this.moreLinks();
  }

  static async open(world: World): Promise<Mailroom> {
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 3 });
    return new Mailroom(world, db, await MailStandIn.start(), await TelegramStandIn.start());
  }

  /** Of an API in production that knows these servers. */
  get variables(): Readonly<Record<string, string>> {
    const mail = { SMTP_URL: this.mail.url, MAIL_FROM: FROM };
    return { ...mail, TELEGRAM_BOT_NAME: BOT.bot, TELEGRAM_BOT_TOKEN: BOT.token };
  }

  /** One more process that would hear what is written to the bot. */
  moreLinks(): TelegramLinks {
    const door = telegramApi({ ...BOT, apiRoot: this.telegram.url });
    return new TelegramLinks(door, this.db, this.keyring, this.logger, 0);
  }

  async close(): Promise<void> {
    for (const one of Object.values(this.sending)) await one.stop();
    await this.links.stop();
    await Promise.all([this.mail.stop(), this.telegram.stop(), this.db.close()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Sends all notifications that are due on their way, those of other tests among them. */
  dispatch = async (): Promise<void> => {
    const dispatch = new Dispatch(this.db, CHANNELS, this.logger);
    while ((await dispatch.dispatchSome()) > 0);
  };

  /** Sends all that is due on a channel. */
  everything = async (channel: MessageChannelKind): Promise<void> => {
    while ((await this.sending[channel].sendSome()) > 0);
  };

  /** Takes all that is due on a channel, that of other tests' people too, as a worker does that dies before it sends any. */
  takeAll = (channel: MessageChannelKind) => claimDeliveries(this.db, channel, 10_000);

  /** While `during` runs, messages are sent as the worker sends them: as soon as PostgreSQL says that there are some. */
  async whileListening<T>(during: () => Promise<T>): Promise<T> {
    const mail = { smtpUrl: this.mail.url, from: FROM };
    const config = { messages: { mail }, production: false, publicOrigin: PUBLIC } as Config;
    const messaging = Messaging.of(config, this.db, this.keyring, this.logger);
    const notices = new Notices({
      ...{ url: testStack().runtimeUrl, applicationName: 'test-notices', channels: ['message'] },
      heard: () => messaging.wake(),
      failed: () => undefined,
    });
    await notices.start();
    try {
      return await during();
    } finally {
      await notices.stop();
      for (const chore of messaging.chores) await chore.stop();
    }
  }

  deliveriesOf = (notification: string): Promise<readonly Delivery[]> =>
    this.world.rows<Delivery>(
      'select id, channel, status, error from message_delivery where notification_id = $1 order by created_at',
      [notification],
    );

  /** Letters by their Message-ID, which a notification's delivery gives them. */
  lettersOf = async (notification: string): Promise<readonly ReceivedMail[]> => {
    const ids = (await this.deliveriesOf(notification)).map(({ id }) => `<${id}@example.org>`);
    return this.mail.letters.filter(({ headers }) => ids.includes(headers['message-id']?.[0] ?? ''));
  };

  /** Subjects of the office's open tasks of a kind. */
  tasks = async (kind = 'address-bounced'): Promise<readonly string[]> => {
    const rows = await this.world.rows<{ subject: string }>(
      'select subject from office_task where kind = $1 and closed_at is null',
      [kind],
    );
    return rows.map(({ subject }) => subject);
  };

  /** What an operator would have been given for a telephone: those of other tests' people are among all. */
  recordedTo = (phone: string): readonly { to: string; text: string }[] =>
    readdirSync(this.folder)
      .map(
        (file) => JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as { to: string; text: string },
      )
      .filter(({ to }) => to === phone);
}
