import { createWriteStream, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DataStore } from '@tus/server';
import { S3_LIMITS } from '#evidence';
import type { BlobPlace } from '#platform';
import { BucketUploads } from './bucket-uploads.js';
import { DiskUploads } from './disk-uploads.js';
import { storageProblem } from './upload-problems.js';

/** How long an upload may take from its creation on; until then it counts toward the quota. */
export const UPLOAD_HOURS = 24;
const EXPIRY_MS = UPLOAD_HOURS * 3_600_000;

/** The bytes of uploads that are not whole yet, as the server of the tus protocol wants them kept. */
export interface Staging {
  readonly store: DataStore;
  /** Of everything that lies here, finished or not. */
  ids(): Promise<readonly string[]>;
  /** The whole upload as a local file, for as long as the work takes. */
  withFile<T>(id: string, work: (file: string) => Promise<T>): Promise<T>;
}

function onDisk(folder: string): Staging {
  const directory = join(folder, 'uploads');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const store = new DiskUploads(directory, EXPIRY_MS);
  return {
    store,
    ids: () => store.ids(),
    withFile: (id, work) => work(join(directory, id)),
  };
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
    ids: () => store.ids(),
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
