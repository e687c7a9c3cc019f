import { createTransport, type Transporter } from 'nodemailer';
import type { MailSettings } from '#platform';
import type { MessageChannel, OutgoingMessage, SendOutcome } from './channel.js';

const CONNECT_MS = 10_000;
const SILENT_MS = 20_000;
const CONNECTIONS = 4;

/** What nodemailer tells of a failure. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  /** The server's own words: `550 5.1.1 no such user`. */
  readonly response?: string;
}

/** Before it has said whom it is for, a server refuses us, not the recipient: our password, our address. */
const ABOUT_RECIPIENT = ['RCPT TO', 'DATA'];
/** Security and policy (RFC 3463 3.8): we are not trusted, or our own server relays nothing. No address is at fault. */
const ABOUT_US = /^\d{3}[ -]5\.7\./;

/**
 * What came of a message that was not taken. A refusal for good (5xx, RFC 5321 4.2.1) of the recipient or of the message
 * is a bounce; anything else, our own password included, is tried again.
 */
export function failureOf({
  code = 'unknown',
  command = '',
  responseCode,
  response = '',
}: SmtpError): SendOutcome {
  if (code === 'EENVELOPE' && responseCode === undefined) return { outcome: 'bounced', code: 'address' };
  if (responseCode === undefined) return { outcome: 'failed', code: code.toLowerCase().slice(0, 40) };
  const aboutRecipient = ABOUT_RECIPIENT.includes(command) && !ABOUT_US.test(response);
  const forGood = responseCode >= 500 && responseCode < 600 && aboutRecipient;
  return { outcome: forGood ? 'bounced' : 'failed', code: `smtp-${responseCode}` };
}

/** What makes a line end would begin a header of somebody else's choice. */
const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ').trim();

/**
 * E-mail by SMTP. A repeat carries the same Message-ID, which mail servers and clients know it by. The server behind it
 * signs what goes out (DKIM), the two headers of RFC 8058 among it, or providers do not offer the one click.
 */
export class EmailChannel implements MessageChannel {
  readonly kind = 'email';
  private readonly transport: Transporter;
  private readonly domain: string;

  /** @param production speaks TLS or not at all */
  constructor(
    private readonly settings: MailSettings,
    production: boolean,
  ) {
    this.domain = settings.from.slice(settings.from.lastIndexOf('@') + 1);
    this.transport = createTransport({
      url: settings.smtpUrl,
      ...{ pool: true, maxConnections: CONNECTIONS, requireTLS: production },
      ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
  }

  async send({ id, to, subject, text, unsubscribe }: OutgoingMessage): Promise<SendOutcome> {
    if (/[\s<>,;:"()[\]\\]/.test(to)) return { outcome: 'bounced', code: 'address' };
    const messageId = `<${id}@${this.domain}>`;
    try {
      await this.transport.sendMail({
        ...{ messageId, subject: oneLine(subject), text },
        from: { name: 'Selvedge', address: this.settings.from },
        to: { name: '', address: to },
        envelope: { from: this.settings.from, to },
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(unsubscribe && {
            'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
            'List-Unsubscribe-Post': { prepared: true, value: 'List-Unsubscribe=One-Click' },
          }),
        },
      });
      return { outcome: 'sent', providerId: messageId };
    } catch (error) {
      return failureOf(error as SmtpError);
    }
  }

  close(): void {
    this.transport.close();
  }
}
