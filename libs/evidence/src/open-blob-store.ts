import type { BlobStore } from './blob-store.js';
import { DiskStore } from './disk-store.js';
import { S3Store, type S3Settings } from './s3-store.js';

/** A folder that api and worker share, or a bucket. */
export type BlobPlace =
  { readonly kind: 'disk'; readonly folder: string } | ({ readonly kind: 's3' } & S3Settings);

/** Where the configuration says that documents are kept. */
export const openBlobStore = (place: BlobPlace): BlobStore =>
  place.kind === 'disk' ? new DiskStore(place.folder) : new S3Store(place);
