import { z } from 'zod';
import type { MessageChannelKind } from '#domain';

/** Where mail goes out, and from whom. The API only has to know that it does. */
export interface MailSettings {
  readonly smtpUrl: string;
  /** `selvedge@example.org`; the part after the @ also stands in every Message-ID. */
  readonly from: string;
}
export interface TelegramSettings {
  /** Name of the bot without @, as it stands in links: `https://t.me/<bot>`. */
  readonly bot: string;
  readonly token: string;
  /** Another Bot API server than Telegram's own. */
  readonly apiRoot?: string;
}
export interface SmsSettings {
  /** Messages are written there and nothing is sent; `answers.json` says what an operator would have answered. */
  readonly recordingDir: string;
}
/** Ways out for messages to people; each of them may be absent. */
export interface MessageSettings {
  readonly mail?: MailSettings;
  readonly telegram?: TelegramSettings;
  readonly sms?: SmsSettings;
}

export const messageVariables = {
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.email({ error: 'must be an e-mail address' }).max(254).optional(),
  TELEGRAM_BOT_NAME: z
    .string()
    .regex(/^\w{5,32}$/, 'must be the name of a bot, without @')
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must be the token of a bot')
    .optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/, error: 'must be a URL' }).optional(),
  SMS_RECORDING_DIR: z.string().optional(),
} as const;
type Variables = { readonly [name in keyof typeof messageVariables]?: string | undefined };

const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['TELEGRAM_BOT_NAME', 'TELEGRAM_BOT_TOKEN'],
] as const;

/** What is wrong with these variables together: name, and what is wrong. */
export function messageFaults(env: Variables, production: boolean): readonly (readonly [string, string])[] {
  const halves = TOGETHER.flatMap(([one, other]) => {
    if ((env[one] === undefined) === (env[other] === undefined)) return [];
    const [there, missing] = env[one] === undefined ? [other, one] : [one, other];
    return [[missing, `is missing beside ${there}`] as const];
  });
  const recorded =
    production && env.SMS_RECORDING_DIR !== undefined
      ? [['SMS_RECORDING_DIR', 'is for development: it writes messages down and sends none'] as const]
      : [];
  const open =
    production && env.TELEGRAM_API_ROOT?.startsWith('http:')
      ? [['TELEGRAM_API_ROOT', 'must be an https address'] as const]
      : [];
  return [...halves, ...recorded, ...open];
}

/** Only ways that are whole. */
export function messageSettings(env: Variables): MessageSettings {
  const { SMTP_URL, MAIL_FROM, TELEGRAM_BOT_NAME, TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT } = env;
  return {
    ...(SMTP_URL && MAIL_FROM && { mail: { smtpUrl: SMTP_URL, from: MAIL_FROM } }),
    ...(TELEGRAM_BOT_NAME &&
      TELEGRAM_BOT_TOKEN && {
        telegram: {
          ...{ bot: TELEGRAM_BOT_NAME, token: TELEGRAM_BOT_TOKEN },
          ...(TELEGRAM_API_ROOT && { apiRoot: TELEGRAM_API_ROOT }),
        },
      }),
    ...(env.SMS_RECORDING_DIR && { sms: { recordingDir: env.SMS_RECORDING_DIR } }),
  };
}

/** The channels of these settings. */
export const channelsOf = ({ mail, telegram, sms }: MessageSettings): readonly MessageChannelKind[] => [
  ...(mail ? (['email'] as const) : []),
  ...(telegram ? (['telegram'] as const) : []),
  ...(sms ? (['sms'] as const) : []),
];
