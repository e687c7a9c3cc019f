import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { once } from 'node:events';

const TIMEOUT_MS = 60_000;
const CHUNK_BYTES = 64 * 1024;
const MAX_REPLY_BYTES = 4_096;

export type ScanVerdict = 'clean' | 'infected';

/** The scanner could not be reached or gave no verdict: nothing is known of the file. */
export class ScannerError extends Error {
  override readonly name = 'ScannerError';
}

/** Looks for malware in bytes that nobody has opened yet. */
export interface Scanner {
  /** @throws ScannerError when there is no verdict; never takes silence for `clean` */
  scan(bytes: Readable): Promise<ScanVerdict>;
}

const connected = (address: string): Socket => {
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(address) ?? [];
  return address.startsWith('/') ? connect({ path: address }) : connect({ host, port: Number(port) });
};

/** Sends all bytes in parts, no faster than they are taken. `sent.all` says whether that was all of them. */
async function send(socket: Socket, bytes: Readable, sent: { all: boolean }): Promise<void> {
  const write = async (part: Buffer): Promise<void> => {
    if (!socket.write(part)) await once(socket, 'drain');
  };
  const length = (of: number): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(of);
    return size;
  };
  socket.write('zINSTREAM\0');
  for await (const chunk of bytes as AsyncIterable<Buffer>)
    for (let from = 0; from < chunk.length; from += CHUNK_BYTES) {
      const part = chunk.subarray(from, from + CHUNK_BYTES);
      await write(Buffer.concat([length(part.length), part]));
    }
  sent.all = true;
  socket.write(length(0));
}

async function replyOf(socket: Socket): Promise<string> {
  let reply = '';
  for await (const part of socket as AsyncIterable<Buffer>) {
    reply += part.toString('latin1');
    if (reply.includes('\0') || reply.length > MAX_REPLY_BYTES) break;
  }
  return reply.replace(/\0.*$/s, '').trim();
}

/** ClamAV's daemon, by its own protocol (`INSTREAM`) over a Unix socket or TCP. */
export class ClamdScanner implements Scanner {
  /** @param address `/path/of.socket` or `host:port` */
  constructor(
    private readonly address: string,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {}

  async scan(bytes: Readable): Promise<ScanVerdict> {
    const socket = connected(this.address);
    const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), this.timeoutMs);
    try {
      const sent = { all: false };
      // A file that cannot be read ends the talk. A scanner that has seen enough answers before it has everything.
      send(socket, bytes, sent).catch((error: Error) => bytes.errored && socket.destroy(error));
      const reply = await replyOf(socket);
      if (reply === 'stream: OK' && sent.all) return 'clean';
      if (/^stream: .+ FOUND$/.test(reply)) return 'infected';
      throw new Error(
        reply.endsWith('ERROR') ? 'the scanner reports an error' : 'an answer of no known form',
      );
    } catch (error) {
      throw new ScannerError('the file could not be scanned', { cause: error });
    } finally {
      clearTimeout(timer);
      bytes.destroy();
      socket.destroy();
    }
  }
}
