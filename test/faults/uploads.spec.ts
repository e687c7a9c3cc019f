import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentView } from '#contracts';
import { until } from '../../apps/dev/src/play/api-client.js';
import { sendDocument, type FileToSend } from '../../apps/dev/src/play/documents.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { openOwnApi, type OwnApi } from '../support/own-api.js';
import { Story } from '../support/story.js';
import { BYTES, metadata, sha256, TUS } from '../support/uploads.js';
import { World } from '../support/world.js';

const MEGABYTE = 1024 * 1024;
/** As long as an API may take to be back. */
const AGAIN = [0, 100, 250, 500, ...Array<number>(60).fill(1000)];
const photo = (size: number): FileToSend => ({
  ...{ name: 'hall.jpg', type: 'image/jpeg' },
  bytes: randomBytes(size),
});

describe('an upload', () => {
  let world: World;
  let token: string;
  let story: Story;
  /** An API that may be killed, and where it keeps what it received. */
  let own: OwnApi;
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-blobs-'));
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    ({ token } = story.applicant.member);
    own = await openOwnApi({ BLOB_DIR: folder });
  });
  afterAll(async () => {
    await own?.close();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const document = (id: string) => story.supplier.get<DocumentView>(`/v1/documents/${id}`);

  // A telephone at 20 kB/s that loses its line every 30 s, ten times as fast.
  it('arrives whole over a poor line, at 200 kB/s with a cut every 3 s, and sends less than 15 % of it twice', async () => {
    const line = await FaultProxy.to(world.parties.baseUrl, { bytesPerSecond: 200_000, cutEveryMs: 3000 });
    try {
      const file = photo(2 * MEGABYTE);
      const id = await sendDocument({ baseUrl: line.url, token, retryDelays: AGAIN }, file);
      expect((await document(id)).sha256).toBe(sha256(file.bytes));
      expect(line.cuts).toBeGreaterThanOrEqual(3);
      const ratio = line.carried / file.bytes.length;
      console.log(`poor line: ${line.cuts} cuts, carried ${ratio.toFixed(3)} of the file, heads included`);
      expect(ratio).toBeLessThan(1.15);
    } finally {
      await line.close();
    }
  });

  it('goes on from where it stands while the server still waits for bytes of a line that died', async () => {
    const bytes = randomBytes(100_000);
    const headers = { ...TUS, authorization: `Bearer ${token}` };
    const { baseUrl } = world.parties;
    const created = await fetch(`${baseUrl}/v1/uploads`, {
      method: 'POST',
      headers: {
        ...headers,
        'upload-length': '100000',
        'upload-metadata': metadata({ filename: 'a.jpg', filetype: 'image/jpeg' }),
      },
    });
    const path = created.headers.get('location') ?? '';
    // Half of the bytes, and then silence: the connection stays open.
    let letGo = (): void => undefined;
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(bytes.subarray(0, 50_000));
        letGo = () => controller.close();
      },
    });
    const dead = fetch(baseUrl + path, {
      ...{ method: 'PATCH', body, duplex: 'half' },
      headers: { ...headers, ...BYTES, 'upload-offset': '0' },
    } as RequestInit).catch(() => undefined);
    // The first request holds the upload, and its half has arrived.
    const staged = join(process.env['BLOB_DIR'] ?? '', 'uploads', path.split('/').pop() ?? '');
    await until(
      async () => statSync(staged).size,
      (size) => size === 50_000,
    );
    const since = Date.now();
    const where = await fetch(baseUrl + path, { method: 'HEAD', headers });
    expect(where.headers.get('upload-offset')).toBe('50000');
    expect(Date.now() - since).toBeLessThan(4000);
    const last = await fetch(baseUrl + path, {
      ...{ method: 'PATCH', body: bytes.subarray(50_000) },
      headers: { ...headers, ...BYTES, 'upload-offset': '50000' },
    });
    expect(last.status).toBe(204);
    letGo();
    await dead;
    expect((await document(path.split('/').pop() ?? '')).sha256).toBe(sha256(bytes));
  });

  /** Announce an upload to an API of one's own, and write its bytes. */
  async function byHand(url: string, bytes: Buffer) {
    const headers = { ...TUS, authorization: `Bearer ${token}` };
    const created = await fetch(`${url}/v1/uploads`, {
      method: 'POST',
      headers: {
        ...headers,
        'upload-length': String(bytes.length),
        'upload-metadata': metadata({ filename: 'a.jpg', filetype: 'image/jpeg' }),
      },
    });
    expect(created.status).toBe(201);
    const path = created.headers.get('location') ?? '';
    const send = () =>
      fetch(url + path, {
        ...{ method: 'PATCH', body: bytes },
        headers: { ...headers, ...BYTES, 'upload-offset': '0' },
      });
    return { id: path.split('/').pop() ?? '', send };
  }
  /** The sweep looks after it now. */
  const received = (id: string): Promise<DocumentView> =>
    until(
      async () => {
        await world.rows(`update document set retry_at = now() where id = $1 and status = 'receiving'`, [id]);
        return document(id);
      },
      ({ status }) => status !== 'receiving',
    );

  it('whose last byte came just before the API was killed comes to its end all the same', async () => {
    const bytes = randomBytes(100_000);
    const { id } = await byHand(own.url, bytes);
    writeFileSync(join(folder, 'uploads', id), bytes); // as the killed one left it
    expect((await received(id)).sha256).toBe(sha256(bytes));
    await until(
      () => Promise.resolve(readdirSync(join(folder, 'uploads'))),
      (left) => left.length === 0,
    );
  });

  it('finds no room, is told so, and goes on when there is some', async () => {
    const bytes = randomBytes(100_000);
    const { id, send } = await byHand(own.url, bytes);
    const staged = join(folder, 'uploads', id);
    rmSync(staged);
    symlinkSync('/dev/full', staged); // every write finds the disk full
    const refused = await send();
    expect(refused.status).toBe(507);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.json()).toMatchObject({ code: 'storage-full' });
    expect((await document(id)).status).toBe('receiving');
    rmSync(staged);
    writeFileSync(staged, '');
    expect((await send()).status).toBe(204);
    expect((await document(id)).sha256).toBe(sha256(bytes));
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip; // a file system of its own can be mounted
  asRoot('that is whole but cannot be kept stays, leaves no part behind, and is kept later', async () => {
    const small = mkdtempSync(join(tmpdir(), 'selvedge-small-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]);
    try {
      const another = await openOwnApi({ BLOB_DIR: small });
      try {
        const bytes = randomBytes(3 * MEGABYTE); // fits once, not twice
        const { id, send } = await byHand(another.url, bytes);
        const refused = await send();
        expect([refused.status, await refused.json()]).toMatchObject([507, { code: 'storage-full' }]);
        expect(await document(id)).toMatchObject({ status: 'receiving', sha256: null });
        const files = readdirSync(small, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
        expect(files.map(({ name }) => name).sort()).toEqual([id, `${id}.json`]);
        execFileSync('mount', ['-o', 'remount,size=16m', small]);
        expect((await received(id)).sha256).toBe(sha256(bytes));
      } finally {
        await another.close();
      }
    } finally {
      execFileSync('umount', [small]);
      rmSync(small, { recursive: true, force: true });
    }
  });

  it('goes on from where it stood when the API is back', async () => {
    const line = await FaultProxy.to(own.url, { bytesPerSecond: 500_000 });
    try {
      const file = photo(3 * MEGABYTE);
      const sent = sendDocument({ baseUrl: line.url, token, retryDelays: AGAIN }, file);
      for (const part of [1, 2]) {
        await until(
          () => Promise.resolve(line.carried),
          (carried) => carried > part * MEGABYTE,
        );
        await own.kill9();
        await own.restart();
      }
      const id = await sent;
      const { sha256: hash, status } = await story.supplier.get<DocumentView>(`/v1/documents/${id}`);
      expect({ hash, received: status !== 'receiving' }).toEqual({
        hash: sha256(file.bytes),
        received: true,
      });
      const ratio = line.carried / file.bytes.length;
      console.log(`API killed twice: carried ${ratio.toFixed(3)} of the file`);
      expect(ratio).toBeLessThan(1.15);
    } finally {
      await line.close();
    }
  });
});
