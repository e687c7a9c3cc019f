import { channelsOf, type Config, type Logger, type MessageSettings } from '#platform';
import type { Database, Keyring } from '#persistence';
import type { Rounds } from '../rounds.js';
import type { MessageChannel } from './channel.js';
import { Dispatch } from './dispatch.js';
import { EmailChannel } from './email.js';
import { Letters } from './letters.js';
import { Sending } from './sending.js';
import { RecordedSms } from './sms.js';
import { telegramApi, TelegramChannel } from './telegram.js';
import { TelegramLinks } from './telegram-links.js';

/** The channels that are set up. */
function openChannels({ mail, telegram, sms }: MessageSettings, production: boolean): MessageChannel[] {
  return [
    ...(mail ? [new EmailChannel(mail, production)] : []),
    ...(telegram ? [new TelegramChannel(telegramApi(telegram))] : []),
    ...(sms ? [new RecordedSms(sms.recordingDir)] : []),
  ];
}

/**
 * All that brings messages to people, each channel at its own pace: none keeps another waiting. Without a channel nothing
 * is set up, and notifications wait until one is, if not for too long.
 */
export class Messaging {
  private constructor(
    readonly chores: readonly Rounds[],
    /** What is woken when there is something to send. */
    private readonly woken: readonly Rounds[],
  ) {}

  static of(
    { messages, production, publicOrigin }: Pick<Config, 'messages' | 'production' | 'publicOrigin'>,
    db: Database,
    keyring: Keyring,
    logger: Logger,
  ): Messaging {
    const channels = channelsOf(messages);
    if (channels.length === 0) return new Messaging([], []);
    const ports = { db, letters: new Letters(db, keyring, publicOrigin), logger, forget: production };
    const sending = openChannels(messages, production).map((channel) => new Sending(channel, ports));
    const woken = [new Dispatch(db, channels, logger), ...sending];
    const links = messages.telegram
      ? [new TelegramLinks(telegramApi(messages.telegram), db, keyring, logger)]
      : [];
    return new Messaging([...woken, ...links], woken);
  }

  /** There may be something to send. */
  wake(): void {
    for (const rounds of this.woken) rounds.wake();
  }
}
