import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A letter as it came in. */
export interface ReceivedMail {
  readonly to: string;
  /** By name in small letters; a name that came twice has both values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly subject: string;
  readonly text: string;
  readonly raw: string;
}
type Refusal = 'rcpt' | 'data' | 'later' | 'policy';

/** A real SMTP server on this machine that keeps what it is sent, and refuses where it is told to. */
export class MailStandIn {
  readonly letters: ReceivedMail[] = [];
  /** How letters to an address are refused: at once for good, after the text for good, for now, or since we are who we are. */
  readonly refusals = new Map<string, Refusal>();

  private constructor(private readonly server: SMTPServer) {}

  static async start(port = 0): Promise<MailStandIn> {
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onRcptTo: ({ address }, _session, done) => done(standIn.refusal(address, ['rcpt', 'later', 'policy'])),
      onData: (stream, { envelope }, done) => {
        const to = envelope.rcptTo[0]?.address ?? '';
        void read(stream).then((raw) => {
          const error = standIn.refusal(to, ['data']);
          if (!error) standIn.letters.push(parse(to, raw));
          done(error);
        });
      },
    });
    server.on('error', () => undefined); // a client that left
    const standIn = new MailStandIn(server);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return standIn;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  to(address: string): readonly ReceivedMail[] {
    return this.letters.filter((letter) => letter.to === address);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private refusal(address: string, when: readonly Refusal[]): Error | null {
    const refused = this.refusals.get(address);
    if (!refused || !when.includes(refused)) return null;
    const responseCode = refused === 'later' ? 450 : 550;
    const why = refused === 'policy' ? '5.7.1 relaying denied' : '5.1.1 no such mailbox';
    return Object.assign(new Error(why), { responseCode });
  }
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** `=?UTF-8?B?...?=` and `=?UTF-8?Q?...?=` (RFC 2047); white space between two of them is none. */
const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('latin1')
        : word.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_hex, code: string) => latin(code)),
    );
const latin = (code: string): string => String.fromCharCode(parseInt(code, 16));
/** Words are cut without regard to characters, so bytes are put together before they are read. */
const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, code: string) => latin(code));
  return utf8(bytes);
}

function parse(to: string, raw: string): ReceivedMail {
  const end = raw.indexOf('\r\n\r\n');
  const headers: Record<string, string[]> = {};
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const at = line.indexOf(':');
    (headers[line.slice(0, at).toLowerCase()] ??= []).push(line.slice(at + 1).trim());
  }
  const encoding = headers['content-transfer-encoding']?.[0]?.toLowerCase() ?? '7bit';
  const subject = utf8(decodeWords(headers['subject']?.[0] ?? ''));
  return { to, headers, subject, text: decodeBody(raw.slice(end + 4), encoding), raw };
}
