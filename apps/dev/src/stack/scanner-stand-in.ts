import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { inflateRawSync } from 'node:zlib';

const COMMAND = 'zINSTREAM\0';
/** As long as what ClamAV takes: 100 MB. */
const MAX_BYTES = 100 * 1024 * 1024;
const MAX_ENTRY_BYTES = 16 * 1024 * 1024;
/** The test string of the antivirus makers; in two parts, so that no scanner takes this file for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The entries of an archive, as far as their headers can be followed: enough for what tests put into workbooks. */
function* unpacked(file: Buffer): Generator<Buffer> {
  const mark = Buffer.from('PK\x03\x04', 'latin1');
  for (let at = file.indexOf(mark); at >= 0 && at + 30 <= file.length; at = file.indexOf(mark, at + 4)) {
    const begin = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    const packed = file.subarray(begin, begin + file.readUInt32LE(at + 18));
    try {
      yield inflateRawSync(packed, { maxOutputLength: MAX_ENTRY_BYTES });
    } catch {
      // not packed like this, or too large for a stand-in
    }
  }
}

const isInfected = (file: Buffer): boolean =>
  file.includes(EICAR) || [...unpacked(file)].some((entry) => entry.includes(EICAR));

/** The bytes of a talk that is complete; undefined while more must come. */
function fileOf(talk: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= talk.length;) {
    const size = talk.readUInt32BE(at);
    if (size === 0) return Buffer.concat(parts);
    parts.push(talk.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return undefined;
}

async function talk(socket: Socket): Promise<void> {
  let heard = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    heard = Buffer.concat([heard, chunk]);
    if (heard.length > MAX_BYTES) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    if (!heard.toString('latin1', 0, COMMAND.length).startsWith(COMMAND.slice(0, heard.length)))
      return void socket.end('UNKNOWN COMMAND\0');
    // The end is four zero bytes: only then is it worth looking through all of it.
    const file = heard.subarray(-4).equals(Buffer.alloc(4)) ? fileOf(heard) : undefined;
    if (file) return void socket.end(isInfected(file) ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');
  }
}

/**
 * Speaks ClamAV's protocol on a machine without ClamAV, and knows one thing: the EICAR test string, also inside a
 * workbook. For development and tests only; production names a real scanner by `CLAMD_ADDRESS`.
 */
export class ScannerStandIn {
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** @param port a free one when not given */
  static async start(port = 0): Promise<ScannerStandIn> {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => undefined);
      talk(socket).catch(() => socket.destroy());
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.unref();
    return new ScannerStandIn(server, (server.address() as AddressInfo).port);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
