import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AnchorKeys, AnchorSigner } from './anchor-keys.js';
import { canonicalText, sha256Hex } from './canonical.js';

/** One link of a case's chain: case, seq, hash in hex. */
export type AnchoredHead = readonly [qualificationId: string, seq: number, hash: string];
/** One line of the file: canonical JSON (RFC 8785), signed, bound to the line before. */
export interface Anchor {
  /** From 1, without gaps. */
  readonly number: number;
  /** An instant of the writer's clock. */
  readonly time: string;
  /** SHA-256 of the text of the line before, in hex. */
  readonly previous: string;
  /** What chains came to since the line before. */
  readonly heads: readonly AnchoredHead[];
  readonly key: string;
  /** Ed25519 over the canonical text of everything else. */
  readonly signature: string;
}
/** A line by its number and the SHA-256 of its text, in hex: of the last one, where the next one goes on. */
export interface Tail {
  readonly number: number;
  readonly hash: string;
}
export const NO_ANCHORS: Tail = { number: 0, hash: sha256Hex('selvedge/anchors') };

/** Heads of one line: it stays far below what is read of the file's beginning and end. */
export const HEADS_PER_LINE = 500;
const READ_BYTES = 256 * 1024;

export function anchorLine(
  { number, hash }: Tail,
  time: string,
  heads: readonly AnchoredHead[],
  signer: AnchorSigner,
): string {
  const unsigned = { number: number + 1, time, previous: hash, heads, key: signer.keyId };
  return canonicalText({ ...unsigned, signature: signer.sign(canonicalText(unsigned)) });
}

/** The anchor that a line holds. Undefined when the writer died in the middle of it. */
export function readAnchor(line: string): Anchor | undefined {
  try {
    const read = JSON.parse(line) as Partial<Anchor> | null;
    return typeof read?.number === 'number' && Array.isArray(read.heads) && typeof read.signature === 'string'
      ? (read as Anchor)
      : undefined;
  } catch {
    return undefined;
  }
}

export function isSigned({ signature, ...unsigned }: Anchor, keys: AnchorKeys): boolean {
  return keys.verifies(unsigned.key, canonicalText(unsigned), signature);
}

/** The first bytes of the file as text, or the last; a line may be cut in two there. */
async function partOf(file: FileHandle, part: 'beginning' | 'end'): Promise<string> {
  const { size } = await file.stat();
  const length = Math.min(size, READ_BYTES);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, part === 'end' ? size - length : 0);
  return buffer.toString('utf8');
}
const isAnchor = (line: string): boolean => readAnchor(line) !== undefined;

/**
 * The file outside the database that another party can keep. Lines are only ever added, so it may be append-only to the
 * system as well (`chattr +a`). A line that a crash cut short stays where it is, is ended by the next one, and is no
 * anchor: the line after it goes on from the last whole one.
 */
export class AnchorFile {
  constructor(private readonly path: string) {}

  async tail(): Promise<Tail> {
    const file = await open(this.path, 'a+');
    try {
      const last = (await partOf(file, 'end')).split('\n').findLast(isAnchor);
      const anchor = last === undefined ? undefined : readAnchor(last);
      return anchor && last !== undefined ? { number: anchor.number, hash: sha256Hex(last) } : NO_ANCHORS;
    } finally {
      await file.close();
    }
  }

  /** The first line: its hash is what one file is told from another by. Undefined while there is none. */
  async first(): Promise<Tail | undefined> {
    const file = await open(this.path, 'a+');
    try {
      const first = (await partOf(file, 'beginning')).split('\n').find(isAnchor);
      const anchor = first === undefined ? undefined : readAnchor(first);
      return anchor && first !== undefined ? { number: anchor.number, hash: sha256Hex(first) } : undefined;
    } finally {
      await file.close();
    }
  }

  /** On disk when this returns, the folder's entry of a new file too. */
  async append(line: string): Promise<void> {
    const file = await open(this.path, 'a+');
    try {
      const cutShort = /[^\n]$/.test(await partOf(file, 'end'));
      await file.appendFile(`${cutShort ? '\n' : ''}${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    const folder = await open(dirname(this.path), 'r');
    await folder.sync().finally(() => folder.close());
  }
}
