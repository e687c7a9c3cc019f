import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { RefusedFile } from './examination.js';
import { FILE_KINDS, FILE_KIND_RULES, type FileKind } from './file-kinds.js';
import { extensionOf } from './file-name.js';

/** So much of a file tells its kind. */
const HEAD_BYTES = 4_100;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * What the bytes say a file is. Only text has no mark of its own: it is a table when its name says so. What begins as an
 * archive is taken for a workbook, and must then prove to be one; nothing is unpacked before its sizes are known.
 * @throws RefusedFile `type-not-allowed`
 */
export async function kindOfContent(file: string, fileName: string): Promise<FileKind> {
  const head = await headOf(file);
  if (head.subarray(0, ZIP.length).equals(ZIP)) return 'xlsx';
  const found = await fileTypeFromBuffer(head);
  if (!found && extensionOf(fileName) === 'csv') return 'csv';
  const kind = FILE_KINDS.find((one) => FILE_KIND_RULES[one].contentType === found?.mime);
  if (!kind) throw new RefusedFile('type-not-allowed');
  return kind;
}
