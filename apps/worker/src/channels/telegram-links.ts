import type { Api } from 'grammy';
import {
  addressPlace,
  chatIndex,
  holderOfTelegramLink,
  leaveTelegramTurn,
  linkTelegram,
  telegramHeard,
  telegramTurn,
  unlinkTelegram,
  type Database,
  type Keyring,
} from '#persistence';
import { hashToken, newId, type Logger } from '#platform';
import { Rounds } from '../rounds.js';
import { noticeText, type Language } from '#wording';

const EVERY_MS = 1_000;
/** How long Telegram keeps a question open when nobody writes: well below the minute that a turn lasts. */
const LISTEN_S = 10;
const UPDATES = 50;

type Answer = 'telegram-linked' | 'telegram-unlinked' | 'telegram-refused';
/** Of somebody who is not known. */
const DEFAULT_LANGUAGE = 'km';
/** The library knows the signal by another name than Node does. */
type Signal = NonNullable<Parameters<Api['getUpdates']>[1]>;

/** What somebody wrote to the bot in a chat of theirs alone. */
interface Heard {
  readonly chat: string;
  readonly text: string;
}

/**
 * Hears what people write to the bot: `/start <secret>` ties their chat to whoever was given that link, `/stop` ends it.
 * One worker at a time, since Telegram answers only one; what was heard is not asked for again.
 */
export class TelegramLinks extends Rounds {
  private readonly holder = newId();
  private readonly listening = new AbortController();

  constructor(
    private readonly api: Api,
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly logger: Logger,
    private readonly listenS = LISTEN_S,
  ) {
    super(EVERY_MS, (err) => logger.warn({ err: nameOf(err) }, 'nothing is heard from Telegram'));
  }

  override async stop(): Promise<void> {
    this.listening.abort();
    await super.stop();
    await leaveTelegramTurn(this.db, this.holder);
  }

  protected async work(): Promise<void> {
    while (!this.stopping && (await this.hearSome()));
  }

  /** Gives whether it is this process's turn. */
  async hearSome(): Promise<boolean> {
    const next = await telegramTurn(this.db, this.holder);
    if (next === undefined) return false;
    const asked = {
      offset: next,
      limit: UPDATES,
      timeout: this.listenS,
      allowed_updates: ['message'] as const,
    };
    const updates = await this.api
      .getUpdates(asked, this.listening.signal as unknown as Signal)
      .catch((error: unknown) => {
        if (this.stopping) return [];
        throw error;
      });
    for (const { update_id: id, message } of updates) {
      if (message?.chat.type === 'private' && message.text !== undefined)
        await this.hear({ chat: String(message.chat.id), text: message.text });
      await telegramHeard(this.db, this.holder, id + 1);
    }
    return true;
  }

  private async hear({ chat, text }: Heard): Promise<void> {
    const [, secret] = /^\/start ([\w-]{43})$/.exec(text.trim()) ?? [];
    if (secret !== undefined) return this.link(chat, secret);
    if (/^\/stop\b/.test(text.trim()) && (await unlinkTelegram(this.db, chatIndex(this.keyring, chat))))
      await this.say(chat, 'telegram-unlinked', DEFAULT_LANGUAGE);
  }

  private async link(chat: string, secret: string): Promise<void> {
    const hash = hashToken(secret);
    const holder = await holderOfTelegramLink(this.db, hash);
    if (!holder) return this.say(chat, 'telegram-refused', DEFAULT_LANGUAGE);
    const { personId, language } = holder;
    const sealed = await this.keyring.seal(chat, addressPlace(personId, 'telegram'));
    const linked = await linkTelegram(this.db, hash, personId, sealed, chatIndex(this.keyring, chat));
    await this.say(chat, linked ? 'telegram-linked' : 'telegram-refused', language);
  }

  /** They see it when it arrives; nothing depends on it. */
  private async say(chat: string, kind: Answer, language: Language): Promise<void> {
    const { text } = noticeText(language, { kind, params: {}, link: '' });
    await this.api.sendMessage(chat, text).catch((err: unknown) => {
      this.logger.warn({ err: nameOf(err) }, 'Telegram did not take an answer');
    });
  }
}

/** Errors of the library carry what was sent, and to whom. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
