import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { blobIsWhole, BlobError, mustBeHash, type BlobStore, type ByteRange } from './blob-store.js';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The folder's entry of a new file outlives a power cut only when the folder itself is written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Writes the bytes of `file` and hands them to the disk. Gives their hash. */
async function copy(file: string, into: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    hash.update(chunk as Buffer);
    await into.writeFile(chunk as Buffer);
  }
  await into.sync();
  return hash.digest('hex');
}

/** Blobs as files `ab/cd/abcd...` below one folder, which api and worker share. */
export class DiskStore implements BlobStore {
  constructor(private readonly folder: string) {}

  async put(hash: string, file: string): Promise<void> {
    const target = this.pathOf(hash);
    // A name alone proves nothing: whoever made it may have died before the disk had it, or its bytes went bad.
    if (!(await this.verify(hash))) await this.replace(hash, file, target);
    for (const folder of [dirname(target), dirname(dirname(target)), this.folder]) await syncFolder(folder);
  }

  async open(hash: string, range?: ByteRange): Promise<Readable> {
    try {
      const handle = await open(this.pathOf(hash), 'r');
      return handle.createReadStream({ ...range });
    } catch (error) {
      throw isMissing(error) ? new BlobError('missing') : error;
    }
  }

  async size(hash: string): Promise<number | undefined> {
    try {
      return (await stat(this.pathOf(hash))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async remove(hash: string): Promise<void> {
    const target = this.pathOf(hash);
    await rm(target, { force: true });
    await syncFolder(dirname(target)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  verify(hash: string): Promise<boolean> {
    return blobIsWhole(this, hash);
  }

  private async replace(hash: string, file: string, target: string): Promise<void> {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const temporary = join(dirname(target), `.${hash}.${randomUUID()}`);
    try {
      await this.write(hash, file, temporary);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  private async write(hash: string, file: string, temporary: string): Promise<void> {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      if ((await copy(file, handle)) !== hash) throw new BlobError('differs');
    } finally {
      await handle.close();
    }
  }

  private pathOf(hash: string): string {
    const name = mustBeHash(hash);
    return join(this.folder, name.slice(0, 2), name.slice(2, 4), name);
  }
}
