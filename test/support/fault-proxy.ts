import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Faults {
  /** How much the line carries from client to server. */
  readonly bytesPerSecond?: number;
  /** Every connection is cut so often, whatever is under way. */
  readonly cutEveryMs?: number;
}

/** A poor line to a server: slow, and cut again and again. Counts what it carried to the server, request heads too. */
export class FaultProxy {
  carried = 0;
  cuts = 0;
  private readonly open = new Set<Socket>();
  /** When the line has carried all that was handed to it. */
  private free = 0;
  private cutter: NodeJS.Timeout | undefined;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    private readonly faults: Faults,
  ) {}

  static async to(target: string, faults: Faults): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server, new URL(target), faults);
    server.on('connection', (client) => proxy.join(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { cutEveryMs } = faults;
    if (cutEveryMs) proxy.cutter = setInterval(() => proxy.cut(), cutEveryMs);
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Both ends of every connection see it break, and what was on the line is lost. */
  cut(): void {
    if (this.open.size > 0) this.cuts += 1;
    for (const socket of this.open) socket.destroy();
    this.open.clear();
  }

  async close(): Promise<void> {
    clearInterval(this.cutter);
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    for (const socket of [client, server]) {
      this.open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        server.destroy();
        this.open.delete(socket);
      });
    }
    server.pipe(client);
    void this.carry(client, server).catch(() => undefined); // cut
  }

  private async carry(client: Socket, server: Socket): Promise<void> {
    const { bytesPerSecond = Infinity } = this.faults;
    const slice = Math.max(1, Math.min(bytesPerSecond / 20, 65_536));
    for await (const chunk of client as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += slice) {
        const part = chunk.subarray(at, at + slice);
        this.free = Math.max(this.free, Date.now()) + (part.length / bytesPerSecond) * 1000;
        await pause(this.free - Date.now());
        if (server.destroyed) return;
        server.write(part);
        this.carried += part.length;
      }
    }
    server.end();
  }
}
