import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { isLocalFault, RefusedFile, type Examined } from './examination.js';
import { servedFile } from './served-file.js';

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED = 100 * 1024 * 1024;
/** Sheets pack well, but not like this; small ones are let be. */
const MAX_RATIO = 200;
const RATIO_FROM = 1024 * 1024;
const HEAD_BYTES = 4_096;

const ACTIVE =
  /(?:^|\/)(?:vbaProject[^/]*\.bin|macrosheets\/|activeX\/|embeddings\/|ddeLinks?\/|customUI\/)/i;
const ARCHIVE = /\.(?:zip|xlsx|xlsm|xlsb|docx|pptx|jar|rar|7z|gz|tgz|tar|bz2|xz|iso|cab)$/i;
const NEEDED = ['[Content_Types].xml', 'xl/workbook.xml'];

interface Tally {
  unpacked: number;
  readonly names: Set<string>;
}

/** By what the directory of the archive says, before anything is unpacked. */
function mustBeAllowed(entry: Entry, { names }: Tally): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw new RefusedFile('encrypted');
  if (names.has(fileName.toLowerCase())) throw new RefusedFile('unsafe-entry');
  names.add(fileName.toLowerCase());
  if (ACTIVE.test(fileName)) throw new RefusedFile('active-content');
  if (ARCHIVE.test(fileName)) throw new RefusedFile('unsafe-entry');
  const bloated = uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * MAX_RATIO;
  if (bloated || uncompressedSize > MAX_UNPACKED) throw new RefusedFile('unpacks-too-large');
}

/** Without NULs, so that UTF-16 reads like ASCII. */
const plain = (bytes: Buffer): string => bytes.toString('latin1').replaceAll('\0', '');

function mustBeHarmless(fileName: string, head: Buffer): void {
  const text = plain(head);
  if (/^(?:PK\x03\x04|Rar!|7z\xBC\xAF|\x1F\x8B)/.test(text)) throw new RefusedFile('unsafe-entry');
  if (/^(?:MZ|\x7FELF|\xD0\xCF\x11\xE0)/.test(text)) throw new RefusedFile('active-content');
  if (!/\.(?:xml|rels|vml)$/i.test(fileName)) return;
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new RefusedFile('active-content');
}

/** Unpacks one entry into nothing and counts, whatever its headers say. Gives its head, and of the types all of it. */
async function unpack(stream: Readable, tally: Tally, keepBytes: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    tally.unpacked += chunk.length;
    if (tally.unpacked > MAX_UNPACKED) throw new RefusedFile('unpacks-too-large');
    if (keptBytes >= keepBytes) continue;
    kept.push(chunk.subarray(0, keepBytes - keptBytes));
    keptBytes += chunk.length;
  }
  return Buffer.concat(kept);
}

async function walk(archive: ZipFile, tally: Tally): Promise<void> {
  if (archive.entryCount > MAX_ENTRIES) throw new RefusedFile('unpacks-too-large');
  for await (const entry of archive.eachEntry()) {
    mustBeAllowed(entry, tally);
    if (entry.fileName.endsWith('/')) continue;
    const types = entry.fileName === '[Content_Types].xml';
    const stream = await archive.openReadStreamPromise(entry);
    const head = await unpack(stream, tally, types ? 1024 * 1024 : HEAD_BYTES);
    mustBeHarmless(entry.fileName, head);
    if (types && /macroEnabled/i.test(plain(head))) throw new RefusedFile('active-content');
  }
  if (NEEDED.some((name) => !tally.names.has(name.toLowerCase()))) throw new RefusedFile('type-not-allowed');
}

const refusalOf = (error: unknown): RefusedFile =>
  new RefusedFile(
    /absolute path|invalid (?:relative path|characters in fileName)/.test(String(error))
      ? 'unsafe-entry'
      : /too many bytes|not enough bytes/.test(String(error))
        ? 'unpacks-too-large'
        : 'cannot-be-read',
  );

/**
 * Looks through a workbook as the archive that it is: count, names, sizes and ratio from its directory, then every entry
 * unpacked into nothing. No macros, no objects of other programs, no archive inside, no document type that would load or
 * repeat something.
 * @throws RefusedFile, or what the system says when it is not the file's fault
 */
export async function examineSheet(file: string): Promise<Examined> {
  try {
    const archive = await openPromise(file, {
      autoClose: false,
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    await walk(archive, { unpacked: 0, names: new Set() }).finally(() => archive.close());
    return { outcome: 'examined', kind: 'xlsx', served: await servedFile(file, 'xlsx'), capture: {} };
  } catch (error) {
    throw error instanceof RefusedFile || isLocalFault(error) ? error : refusalOf(error);
  }
}
