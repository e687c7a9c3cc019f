import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ScannerStandIn } from '../../../apps/dev/src/stack/scanner-stand-in.js';
import { EICAR, infectedFiles } from '../../../test/support/attack-files.js';
import { csv, pdf, xlsx } from '../../../test/support/good-files.js';
import { ClamdScanner, type ScanVerdict } from './scanner.js';

const HARMLESS = { csv: csv(), pdf: pdf(), xlsx: xlsx(), long: Buffer.alloc(3_000_000, 'evidence ') };
const inParts = (bytes: Buffer): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / 100_000) }, (_, n) =>
      bytes.subarray(n * 100_000, (n + 1) * 100_000),
    ),
  );

let standIn: ScannerStandIn;
beforeAll(async () => (standIn = await ScannerStandIn.start()));
afterAll(() => standIn.close());

/** ClamAV itself, with a database that knows EICAR: where CLAMD_TEST_ADDRESS names one, the same is asked of it. */
const real = process.env['CLAMD_TEST_ADDRESS'];

describe.each([['the stand-in', () => standIn.address], ...(real ? [['ClamAV', () => real] as const] : [])])(
  'a scanner: %s',
  (_name, address) => {
    const scan = (bytes: Buffer): Promise<ScanVerdict> => new ClamdScanner(address()).scan(inParts(bytes));

    it.each(Object.entries(HARMLESS))('finds nothing in what is harmless: %s', async (_title, bytes) => {
      expect(await scan(bytes)).toBe('clean');
    });

    it.each(infectedFiles().map(({ title, bytes }) => [title, bytes] as const))(
      'finds %s',
      async (_title, bytes) => expect(await scan(bytes)).toBe('infected'),
    );

    it('is asked about several files at once', async () => {
      const verdicts = await Promise.all([scan(Buffer.from(EICAR)), scan(HARMLESS.long), scan(HARMLESS.csv)]);
      expect(verdicts).toEqual(['infected', 'clean', 'clean']);
    });
  },
);

describe('a scanner that gives no verdict', () => {
  let server: Server | undefined;
  let folder: string | undefined;
  const open = new Set<Socket>();
  afterEach(async () => {
    open.forEach((socket) => socket.destroy());
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
    server = undefined;
    if (folder) await rm(folder, { recursive: true, force: true });
  });
  const answering = async (answer: (socket: Socket) => void): Promise<string> => {
    folder = await mkdtemp(join(tmpdir(), 'selvedge-scanner-'));
    const path = join(folder, 'clamd.sock');
    server = createServer((socket) => {
      open.add(socket.on('error', () => undefined));
      socket.resume();
      answer(socket);
    });
    await new Promise<void>((done) => server?.listen(path, done));
    return path;
  };
  const scanAt = (address: string, bytes = HARMLESS.long): Promise<ScanVerdict> =>
    new ClamdScanner(address, 500).scan(inParts(bytes));
  const none = { name: 'ScannerError' };

  it('is never taken for one that found nothing: unreachable', async () => {
    await expect(scanAt('127.0.0.1:1')).rejects.toMatchObject(none);
    await expect(scanAt('/nowhere/clamd.sock')).rejects.toMatchObject(none);
  });

  it.each([
    ['too large', 'INSTREAM size limit exceeded. ERROR\0'],
    ['an error', "stream: Can't allocate memory ERROR\0"],
    ['an empty answer', ''],
    ['something else', 'HTTP/1.1 200 OK\r\n\r\nstream: OK'],
    ['OK to another question', 'PONG\0'],
    ['OK before it has seen the file', 'stream: OK\0'],
  ])('nor one that answers %s', async (_title, answer) => {
    await expect(scanAt(await answering((socket) => socket.end(answer)))).rejects.toMatchObject(none);
  });

  it('nor one that is silent', async () => {
    await expect(scanAt(await answering(() => undefined))).rejects.toMatchObject(none);
  });

  it('nor one that breaks off', async () => {
    await expect(scanAt(await answering((socket) => socket.destroy()))).rejects.toMatchObject(none);
  });

  it('nor is a file that could not be read to its end', async () => {
    const broken = Readable.from(
      (async function* () {
        yield HARMLESS.csv;
        throw new Error('the disk is gone');
      })(),
    );
    await expect(new ClamdScanner(standIn.address, 500).scan(broken)).rejects.toMatchObject(none);
  });

  it('but one that has seen enough may say so early', async () => {
    const early = await answering((socket) => socket.end('stream: Eicar FOUND\0'));
    expect(await scanAt(early)).toBe('infected');
  });
});
