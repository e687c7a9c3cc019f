import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { freePort } from '../../apps/dev/src/stack/free-port.js';

/** A message as it arrived: what a receiver verifies is `raw`, to the byte. */
export interface Received {
  readonly at: number;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly source: string;
    readonly sequence: string;
    readonly time: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}
export type Reply = (response: ServerResponse, message: Received) => void;

/** How receivers answer. `silence` keeps the request open until the other side gives up. */
export const answering =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    void response.writeHead(status, headers).end(`answered ${status}`);
export const silence: Reply = () => undefined;

/** Somebody's own system, on this machine. */
export class Receiver {
  readonly received: Received[] = [];
  reply: Reply = answering(204);

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async open(): Promise<Receiver> {
    const server = createServer();
    // Of those that are lent to nobody: it may be closed and opened again.
    const port = await freePort();
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const receiver = new Receiver(server, port);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        const message = {
          at: Date.now(),
          headers: request.headers,
          raw,
          event: JSON.parse(raw) as Received['event'],
        };
        receiver.received.push(message);
        receiver.reply(response, message);
      });
    });
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks`;
  }

  /** Of everything that arrived, each id once, in the order in which it came. */
  get ids(): readonly string[] {
    return [...new Set(this.received.map(({ headers }) => String(headers['webhook-id'])))];
  }

  of(type: string): readonly Received[] {
    return this.received.filter(({ event }) => event.type === type);
  }

  /** Nobody listens there any more: the port is refused. */
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Listens there again. */
  async reopen(): Promise<void> {
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
  }
}
