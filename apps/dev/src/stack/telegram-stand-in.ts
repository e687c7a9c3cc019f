import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Update {
  readonly update_id: number;
  readonly message: object;
}
export interface ChatMessage {
  readonly chat: string;
  readonly text: string;
}
type Payload = Readonly<Record<string, unknown>>;

/**
 * Speaks as much of Telegram's Bot API as the product asks for: `getMe`, `getUpdates` with its offset, `sendMessage`. What
 * people write is put in by `write`; chats that have blocked the bot answer 403.
 */
export class TelegramStandIn {
  readonly messages: ChatMessage[] = [];
  readonly blocked = new Set<string>();
  /** Takes what is sent, and does not say so. */
  readonly silent = new Set<string>();
  private updates: Update[] = [];
  private next = 1;

  private constructor(private readonly server: Server) {}

  static async start(port = 0): Promise<TelegramStandIn> {
    const server = createServer((request, response) => void standIn.answer(request, response));
    const standIn = new TelegramStandIn(server);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Somebody writes to the bot in a chat of theirs alone. */
  write(chat: number, text: string): void {
    const message = { message_id: this.next, date: 0, chat: { id: chat, type: 'private' }, text };
    this.updates.push({ update_id: this.next++, message });
  }

  to(chat: number): readonly string[] {
    return this.messages.filter((message) => message.chat === String(chat)).map(({ text }) => text);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.split('/').at(-1) ?? '';
    const payload = await body(request);
    if (method === 'sendMessage' && this.silent.has(String(payload['chat_id']))) {
      this.keep(payload);
      return void request.socket.destroy();
    }
    const [status, answer] = this.result(method, payload);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private result(method: string, payload: Payload): [number, object] {
    if (method === 'getMe')
      return [200, { ok: true, result: { id: 1, is_bot: true, username: 'selvedge_bot' } }];
    if (method === 'getUpdates')
      return [200, { ok: true, result: this.updatesFrom(Number(payload['offset'] ?? 0)) }];
    if (method !== 'sendMessage') return [404, { ok: false, error_code: 404, description: 'Not Found' }];
    if (this.blocked.has(String(payload['chat_id'])))
      return [403, { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' }];
    return [200, { ok: true, result: { message_id: this.keep(payload), date: 0, chat: {} } }];
  }

  private keep({ chat_id: chat, text }: Payload): number {
    return this.messages.push({ chat: String(chat), text: String(text) });
  }

  /** What is before the offset has been heard, and is forgotten. */
  private updatesFrom(offset: number): readonly Update[] {
    this.updates = this.updates.filter(({ update_id: id }) => id >= offset);
    return this.updates;
  }
}

async function body(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? (JSON.parse(text) as Payload) : {};
}
