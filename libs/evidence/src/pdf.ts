import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { RefusedFile, type Examined } from './examination.js';
import { editorOf } from './pdf-producer.js';
import { servedFile } from './served-file.js';

const TAIL_BYTES = 1_024;
const ARCHIVE_TAIL_BYTES = 65_557;
const MAX_UNPACKED = 64 * 1024 * 1024;

/** Long names do not come about by chance in compressed bytes; short ones do, so they count outside of streams only. */
const LONG = /\/(?:JavaScript|Launch|EmbeddedFile|RichMedia|GoToE|ImportData|SubmitForm)/;
const SHORT = /\/(?:JS|XFA)[\s<>[\](){}/%]/;
const STREAM = />>\s*stream\r?\n/g;

const ESCAPE = /#([0-9a-fA-F]{2})/g;
/** More than any program writes: a file of nothing else would take minutes. */
const MOST_ESCAPES = 200_000;

/** `#4a` in a name is `J`. */
function plainNames(text: string): string {
  const escapes = text.matchAll(ESCAPE);
  for (let seen = 0; !escapes.next().done; seen++)
    if (seen > MOST_ESCAPES) throw new RefusedFile('cannot-be-read');
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

interface Parts {
  /** The file without what its streams hold. */
  readonly outside: string;
  /** What its object streams hold: further objects, packed. */
  readonly packed: string;
}

/** Packed objects that cannot be unpacked are left to the reader's program: it cannot either. */
function unpacked(text: string, from: number, to: number, room: number): string {
  try {
    const bytes = Buffer.from(text.slice(from, to), 'latin1');
    return inflateSync(bytes, { maxOutputLength: room, finishFlush: 2 }).toString('latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new RefusedFile('unpacks-too-large');
    return '';
  }
}

function partsOf(text: string): Parts {
  const outside: string[] = [];
  let packed = '';
  let done = 0;
  for (const match of text.matchAll(STREAM)) {
    if (match.index < done) continue;
    const from = match.index + match[0].length;
    const end = text.indexOf('endstream', from);
    const to = end < 0 ? text.length : end;
    const dictionary = text.slice(Math.max(done, match.index - 2_000), match.index);
    outside.push(text.slice(done, from));
    if (/\/ObjStm/.test(plainNames(dictionary.slice(dictionary.lastIndexOf('obj')))))
      packed += unpacked(text, from, to, MAX_UNPACKED - packed.length);
    done = to;
  }
  return { outside: outside.join('') + text.slice(done), packed };
}

/** Starts as a PDF at its first byte, ends as one, and is no archive at the same time. */
function mustBeWhole(text: string): void {
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-TAIL_BYTES).includes('%%EOF'))
    throw new RefusedFile('cannot-be-read');
  if (text.slice(-ARCHIVE_TAIL_BYTES).includes('PK\x05\x06')) throw new RefusedFile('type-not-allowed');
}

/**
 * Looks through a PDF for what acts by itself: scripts, programs to launch, files inside, forms that send. It is a search
 * for names, not a reader: a file that hides them behind other filters or a broken structure gets through. That is why a
 * PDF is only ever handed out as an attachment, in a sandbox.
 * @throws RefusedFile
 */
export async function examinePdf(file: string): Promise<Examined> {
  const text = await readFile(file, 'latin1');
  mustBeWhole(text);
  const { outside, packed } = partsOf(text);
  const objects = plainNames(`${outside}\n${packed}`);
  if (/\/Encrypt[\s<>[\](){}/%]/.test(objects)) throw new RefusedFile('encrypted');
  if (LONG.test(objects) || SHORT.test(objects) || LONG.test(text)) throw new RefusedFile('active-content');
  const editor = editorOf(`${objects}\n${text}`);
  return {
    ...{ outcome: 'examined', kind: 'pdf', served: await servedFile(file, 'pdf'), capture: {} },
    ...(editor && { editor }),
  };
}
