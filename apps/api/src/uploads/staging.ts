import { createWriteStream, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { S3Store } from '@tus/s3-store';
import type { DataStore } from '@tus/server';
import { S3_LIMITS } from '#evidence';
import type { BlobPlace } from '#platform';
import { storageProblem } from './upload-problems.js';

/** How long an upload may take from its creation on; until then it counts toward the quota. */
export const UPLOAD_HOURS = 24;
const EXPIRY_MS = UPLOAD_HOURS * 3_600_000;

/** The bytes of uploads that are not whole yet, as the server of the tus protocol wants them kept. */
export interface Staging {
  readonly store: DataStore;
  /** The whole upload as a local file, for as long as the work takes. */
  withFile<T>(id: string, work: (file: string) => Promise<T>): Promise<T>;
}

/** As its parent, but says why the disk refused: its parent turns every error into one that says nothing. */
class DiskUploads extends FileStore {
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset });
    await pipeline(readable, file);
    return offset + file.bytesWritten;
  }
}

function onDisk(folder: string): Staging {
  const directory = join(folder, 'uploads');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return {
    store: new DiskUploads({ directory, expirationPeriodInMilliseconds: EXPIRY_MS }),
    withFile: (id, work) => work(join(directory, id)),
  };
}

const isGone = (error: unknown): boolean => {
  const { name, status_code: status } = error as { name?: unknown; status_code?: unknown };
  return name === 'NoSuchUpload' || status === 404;
};

/** As its parent, but also removes what is whole: its parent stops at there being no parts left to throw away. */
class BucketUploads extends S3Store {
  override async remove(id: string): Promise<void> {
    await super.remove(id).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
    const keys = [this.partKey(id), this.partKey(id, true), this.infoKey(id)];
    await this.client.deleteObjects({
      Bucket: this.bucket,
      Delete: { Objects: keys.map((Key) => ({ Key })) },
    });
  }
}

function inBucket(place: Extract<BlobPlace, { kind: 's3' }>): Staging {
  const { bucket, region, endpoint, credentials } = place;
  const store = new BucketUploads({
    useTags: false,
    expirationPeriodInMilliseconds: EXPIRY_MS,
    s3ClientConfig: {
      bucket,
      region,
      requestHandler: S3_LIMITS,
      // Other services do not know the checksums that this client adds unasked.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials }),
    },
  });
  return {
    store,
    withFile: async (id, work) => {
      const folder = await mkdtemp(join(tmpdir(), 'selvedge-upload-'));
      const file = join(folder, 'file');
      try {
        await pipeline(await store.read(id), createWriteStream(file, { mode: 0o600 }));
        return await work(file);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** No length that comes later, nothing put together from parts, no bytes before the announcement was judged. */
const EXTENSIONS = ['creation', 'termination', 'expiration'];
const TOUCHING = ['create', 'write', 'remove', 'getUpload'] as const;

/** What goes wrong below becomes a problem of the storage, so that nobody takes it for one of the database. */
function tellingFailures(staging: Staging): Staging {
  const { store } = staging;
  for (const name of TOUCHING) {
    const original = store[name].bind(store) as (...values: unknown[]) => Promise<unknown>;
    const told = (...values: unknown[]): Promise<unknown> =>
      original(...values).catch((error: unknown) => {
        throw storageProblem(error);
      });
    Object.assign(store, { [name]: told });
  }
  store.extensions = EXTENSIONS;
  return staging;
}

export const openStaging = (place: BlobPlace): Staging =>
  tellingFailures(place.kind === 'disk' ? onDisk(place.folder) : inBucket(place));
