import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';

/** Which bytes of a blob, both ends included, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the bytes of documents are kept. A blob has one name, the SHA-256 of its bytes in lower-case hex: nobody chooses
 * a path, the same bytes are kept once, and whoever reads can check what was read. Blobs are never changed.
 */
export interface BlobStore {
  /**
   * Keeps the bytes of a local file, for good when this returns; safe to repeat, and after a crash.
   * The file itself stays where it is.
   * @throws BlobError `differs` when the file has another hash: nothing is kept
   */
  put(hash: string, file: string): Promise<void>;
  /** @throws BlobError `missing` */
  open(hash: string, range?: ByteRange): Promise<Readable>;
  /** In bytes; undefined when there is no such blob. */
  size(hash: string): Promise<number | undefined>;
  /** The bytes are gone when this returns; also when there was no such blob. */
  remove(hash: string): Promise<void>;
  /** Reads the whole blob: whether its bytes still have its hash. False also when it is not there. */
  verify(hash: string): Promise<boolean>;
}

export type BlobProblem = 'missing' | 'differs' | 'not-a-hash';

/** What is wrong with a blob; names no file. */
export class BlobError extends Error {
  override readonly name = 'BlobError';

  constructor(readonly problem: BlobProblem) {
    super(`blob: ${problem}`);
  }
}

/** A hash becomes part of a path or key, so nothing else may pass for one. */
export function mustBeHash(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new BlobError('not-a-hash');
  return hash;
}

/** SHA-256 of all that a stream gives, in lower-case hex. */
export async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(stream, hash);
  return hash.digest('hex');
}

/** Whether what the store gives for a hash has that hash. */
export async function blobIsWhole(store: Pick<BlobStore, 'open'>, hash: string): Promise<boolean> {
  try {
    return (await hashOf(await store.open(hash))) === hash;
  } catch (error) {
    if (error instanceof BlobError && error.problem === 'missing') return false;
    throw error;
  }
}
