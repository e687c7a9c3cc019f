import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import type { BlobStore } from './blob-store.js';
import { DiskStore } from './disk-store.js';
import { S3_LIMITS } from './s3-limits.js';
import { S3Store } from './s3-store.js';

const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }; // the only pair that the test server knows
const bytes = Buffer.from('fabric mill, Kandal\n'.repeat(20_000));
const hash = createHash('sha256').update(bytes).digest('hex');
const never = 'f'.repeat(64);

let folder: string;
let file: string;
let s3: S3rver;
const stores: Partial<Record<'disk' | 's3', BlobStore>> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'selvedge-blobs-'));
  file = join(folder, 'file');
  await writeFile(file, bytes);
  await mkdir(join(folder, 'disk'));
  stores.disk = new DiskStore(join(folder, 'disk'));
  s3 = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'evidence', configs: [] }],
  });
  const { port } = await s3.run();
  stores.s3 = new S3Store({
    bucket: 'evidence',
    region: 'ap-southeast-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: CREDENTIALS,
  });
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['disk', 's3'] as const)('a blob store on %s', (kind) => {
  const store = (): BlobStore => stores[kind]!;

  it('has nothing before it is given anything', async () => {
    expect(await store().size(hash)).toBeUndefined();
    expect(await store().verify(hash)).toBe(false);
    await expect(store().open(hash)).rejects.toMatchObject({ problem: 'missing' });
  });

  it('keeps nothing of a file whose bytes have another hash', async () => {
    await expect(store().put(never, file)).rejects.toMatchObject({ problem: 'differs' });
    expect(await store().size(never)).toBeUndefined();
  });

  it('gives back what it was given, and takes it twice', async () => {
    await store().put(hash, file);
    await store().put(hash, file);
    expect(await store().size(hash)).toBe(bytes.length);
    expect((await buffer(await store().open(hash))).equals(bytes)).toBe(true);
    expect(await store().verify(hash)).toBe(true);
  });

  it('gives a part', async () => {
    const part = await buffer(await store().open(hash, { start: 7, end: 10 }));
    expect(part.toString()).toBe('mill');
  });

  it('gives nothing any more of what was removed, and removes it twice', async () => {
    const other = Buffer.from(`${kind}, to be removed`);
    const name = createHash('sha256').update(other).digest('hex');
    await writeFile(join(folder, 'other'), other);
    await store().put(name, join(folder, 'other'));
    for (let time = 0; time < 2; time += 1) await store().remove(name);
    expect(await store().size(name)).toBeUndefined();
    expect(await store().size(hash)).toBe(bytes.length);
    await store().put(name, join(folder, 'other'));
    expect(await store().verify(name)).toBe(true);
    await store().remove(name);
  });

  it.each(['', '../../etc/passwd', `../${hash.slice(3)}`, hash.toUpperCase(), `${hash}0`])(
    'takes %j for no name of a blob',
    async (name) => {
      await expect(store().put(name, file)).rejects.toMatchObject({ problem: 'not-a-hash' });
      await expect(store().open(name)).rejects.toMatchObject({ problem: 'not-a-hash' });
      await expect(store().remove(name)).rejects.toMatchObject({ problem: 'not-a-hash' });
    },
  );
});

describe('a blob store on disk', () => {
  it('leaves nothing half-written behind and tells when bytes were changed', async () => {
    const all = await readdir(join(folder, 'disk'), { recursive: true, withFileTypes: true });
    const files = all.filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toEqual([hash]);
    await writeFile(join(files[0]!.parentPath, hash), bytes.subarray(1));
    expect(await stores.disk!.verify(hash)).toBe(false);
  });

  it('mends bytes that were changed, whether there are more or fewer, when it is given them again', async () => {
    await stores.disk!.put(hash, file);
    expect(await stores.disk!.verify(hash)).toBe(true);
    const all = await readdir(join(folder, 'disk'), { recursive: true, withFileTypes: true });
    const { parentPath } = all.find((entry) => entry.name === hash)!;
    await writeFile(join(parentPath, hash), Buffer.alloc(bytes.length));
    await stores.disk!.put(hash, file);
    expect(await stores.disk!.verify(hash)).toBe(true);
  });

  it('says so when the disk refuses, and keeps no part', async () => {
    const nowhere = new DiskStore(file); // a file is no folder
    await expect(nowhere.put(hash, file)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('a blob store on s3 that falls silent', () => {
  const silent = async (answer: string, ask: (store: BlobStore) => Promise<unknown>): Promise<void> => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined).write(answer);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const limits = { ...S3_LIMITS, socketTimeout: 200, requestTimeout: 400 };
    const settings = { bucket: 'evidence', region: 'x', endpoint: `http://127.0.0.1:${port}` };
    try {
      await expect(ask(new S3Store({ ...settings, credentials: CREDENTIALS }, limits))).rejects.toMatchObject(
        {
          name: 'TimeoutError',
        },
      );
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
    }
  };

  it('does not hold anybody up, before its answer', () => silent('', (store) => store.size(hash)));
  it('nor in the middle of it', () =>
    silent('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhalf', async (store) =>
      buffer(await store.open(hash)),
    ));
});
