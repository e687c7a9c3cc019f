import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { hashOf } from './blob-store.js';
import type { Served } from './examination.js';
import { FILE_KIND_RULES, type FileKind } from './file-kinds.js';

/** Describes a file that may be shown to others. */
export async function servedFile(
  file: string,
  kind: FileKind,
  dimensions: Pick<Served, 'width' | 'height'> = {},
): Promise<Served> {
  const [sha256, { size }] = await Promise.all([hashOf(createReadStream(file)), stat(file)]);
  return { file, sha256, contentType: FILE_KIND_RULES[kind].contentType, bytes: size, ...dimensions };
}
