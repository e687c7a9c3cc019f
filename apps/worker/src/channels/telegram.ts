import { Api, GrammyError } from 'grammy';
import type { TelegramSettings } from '#platform';
import type { MessageChannel, OutgoingMessage, SendOutcome } from './channel.js';

const LIMIT_S = 20;
/** It never got as far as being asked. */
const NOT_ASKED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
/** What Telegram says of a chat that takes no messages: blocked, left, never begun, gone. */
const NO_CHAT = /chat not found|user is deactivated|bot was blocked|PEER_ID_INVALID/i;

/** The door to the Bot API, for sending and for hearing. */
export const telegramApi = ({ token, apiRoot }: TelegramSettings): Api =>
  new Api(token, { timeoutSeconds: LIMIT_S, sensitiveLogs: false, ...(apiRoot && { apiRoot }) });

/** What came of a message that Telegram did not say it sent. */
export function telegramFailure(error: unknown): SendOutcome {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error;
    if (code === 403 || (code === 400 && NO_CHAT.test(description)))
      return { outcome: 'bounced', code: `telegram-${code}` };
    const { retry_after: retryAfterS } = parameters;
    return { outcome: 'failed', code: `telegram-${code}`, ...(retryAfterS !== undefined && { retryAfterS }) };
  }
  const cause = (error as { error?: { code?: string } }).error?.code ?? '';
  return NOT_ASKED.includes(cause)
    ? { outcome: 'failed', code: cause.toLowerCase() }
    : { outcome: 'unknown', code: 'perhaps-sent' };
}

/** Messages to linked Telegram accounts. The Bot API cannot tell a repeat, so none is made without knowing. */
export class TelegramChannel implements MessageChannel {
  readonly kind = 'telegram';

  constructor(private readonly api: Api) {}

  async send({ to, text }: OutgoingMessage): Promise<SendOutcome> {
    try {
      const options = { link_preview_options: { is_disabled: true } };
      const { message_id: providerId } = await this.api.sendMessage(to, text, options);
      return { outcome: 'sent', providerId: String(providerId) };
    } catch (error) {
      return telegramFailure(error);
    }
  }

  close(): void {}
}
