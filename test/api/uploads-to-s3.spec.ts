import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentView } from '#contracts';
import { openBlobStore, type BlobStore } from '#evidence';
import { loadConfig } from '#platform';
import { buffer } from 'node:stream/consumers';
import { ApiClient, until } from '../../apps/dev/src/play/api-client.js';
import { sendDocument } from '../../apps/dev/src/play/documents.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { openOwnApi } from '../support/own-api.js';
import { openSmallS3 } from '../support/small-s3.js';
import { Story } from '../support/story.js';
import { BYTES, metadata, sha256, somePdf, TUS } from '../support/uploads.js';
import { refusal, World } from '../support/world.js';

interface Kept {
  readonly url: string;
  readonly blobs: BlobStore;
  close(): Promise<void>;
}
async function keepingIn(kind: 'disk' | 's3'): Promise<Kept> {
  const s3 = kind === 's3' ? await openSmallS3() : undefined;
  const own = await openOwnApi({ ...s3?.env });
  const { blobs } = loadConfig({
    ...process.env,
    DATABASE_URL: 'postgres://-',
    TEMPORAL_ADDRESS: '-:1',
    PUBLIC_URL: own.url,
    ...s3?.env,
  });
  return {
    url: own.url,
    blobs: openBlobStore(blobs),
    close: async () => {
      await own.close();
      await s3?.close();
    },
  };
}

describe.each(['disk', 's3'] as const)('uploads kept on %s', (kind) => {
  let world: World;
  let kept: Kept;
  let token: string;
  beforeAll(async () => {
    world = await World.open();
    kept = await keepingIn(kind);
    ({ token } = (await Story.open(world)).applicant.member);
  });
  afterAll(async () => {
    await kept?.close();
    await world.close();
  });
  const document = (id: string) => new ApiClient(kept.url, token).get<DocumentView>(`/v1/documents/${id}`);
  // The worker of this run looks at what is kept on disk, and finds nothing of what is kept elsewhere.
  const end = kind === 'disk' ? 'available' : 'quarantined';
  const mustBeKept = async (id: string, bytes: Buffer): Promise<void> => {
    const seen = await until(
      () => document(id),
      ({ status }) => status === end,
    );
    expect(seen).toMatchObject({ size: bytes.length, sha256: sha256(bytes) });
    expect((await buffer(await kept.blobs.open(sha256(bytes)))).equals(bytes)).toBe(true);
    // A client whose line was cut behind the last byte still learns that all has arrived.
    const staged = await fetch(`${kept.url}/v1/uploads/${id}`, {
      method: 'HEAD',
      headers: { ...TUS, authorization: `Bearer ${token}` },
    });
    expect(staged.headers.get('upload-offset')).toBe(String(bytes.length));
  };

  it('arrive whole, in more chunks than one', async () => {
    const bytes = somePdf(700_000);
    const file = { name: 'a.pdf', type: 'application/pdf', bytes };
    const id = await sendDocument({ baseUrl: kept.url, token }, file);
    await mustBeKept(id, bytes);
  });

  it('are refused before their first byte, and the client is told why', async () => {
    const page = { name: 'a.html', type: 'text/html', bytes: Buffer.from('<script>') };
    const sent = sendDocument({ baseUrl: kept.url, token }, page);
    expect(await refusal(sent)).toEqual({ status: 422, code: 'validation' });
  });

  it('go on after a line was cut', async () => {
    const line = await FaultProxy.to(kept.url, { bytesPerSecond: 500_000, cutEveryMs: 700 });
    try {
      const bytes = somePdf(900_000);
      const retryDelays = [0, 100, 250, 500, 1000, 1000, 1000];
      const file = { name: 'a.pdf', type: 'application/pdf', bytes };
      const id = await sendDocument({ baseUrl: line.url, token, retryDelays }, file);
      await mustBeKept(id, bytes);
      expect(line.cuts).toBeGreaterThan(0);
      expect(line.carried / bytes.length).toBeLessThan(1.15);
    } finally {
      await line.close();
    }
  });

  it('leave nothing behind when they are ended', async () => {
    const headers = { ...TUS, authorization: `Bearer ${token}` };
    const created = await fetch(`${kept.url}/v1/uploads`, {
      method: 'POST',
      headers: {
        ...{ ...headers, 'upload-length': '1000' },
        'upload-metadata': metadata({ filename: 'a.jpg', filetype: 'image/jpeg' }),
      },
    });
    const url = kept.url + (created.headers.get('location') ?? '');
    const sent = await fetch(url, {
      ...{ method: 'PATCH', body: randomBytes(400) },
      headers: { ...headers, ...BYTES, 'upload-offset': '0' },
    });
    expect(sent.headers.get('upload-offset')).toBe('400');
    expect((await fetch(url, { method: 'DELETE', headers })).status).toBe(204);
    expect((await fetch(url, { method: 'HEAD', headers })).status).toBe(410);
  });
});
