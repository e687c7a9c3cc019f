export { BlobError, hashOf, type BlobProblem, type BlobStore, type ByteRange } from './blob-store.js';
export { DiskStore } from './disk-store.js';
export { S3Store, type S3Settings } from './s3-store.js';
