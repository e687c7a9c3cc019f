import { createWriteStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileConfigstore, FileStore } from '@tus/file-store';
import type { Upload } from '@tus/server';

/** As its parent, but what cannot be read is not taken for what is not there. */
class Announcements extends FileConfigstore {
  override async get(id: string): Promise<Upload | undefined> {
    try {
      return JSON.parse(await readFile(join(this.directory, `${id}.json`), 'utf8')) as Upload;
    } catch (error) {
      // One that is half-written says nothing.
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT')
        return undefined;
      throw error;
    }
  }
}

/** As its parent, but says why the disk refused: its parent turns every error into one that says nothing. */
export class DiskUploads extends FileStore {
  constructor(directory: string, expirationPeriodInMilliseconds: number) {
    super({ directory, configstore: new Announcements(directory), expirationPeriodInMilliseconds });
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset });
    await pipeline(readable, file);
    return offset + file.bytesWritten;
  }

  /** What is gone already is no failure. */
  override async remove(id: string): Promise<void> {
    for (const name of [id, `${id}.json`]) await rm(join(this.directory, name), { force: true });
  }

  /** Of all that lies here, whatever the parts of it. */
  async ids(): Promise<readonly string[]> {
    const names = await readdir(this.directory);
    return [...new Set(names.map((name) => name.replace(/\.json$/, '')))];
  }
}
