import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isSigned, NO_ANCHORS, readAnchor, type Anchor } from './anchor-file.js';
import type { AnchorKeys } from './anchor-keys.js';
import { sha256Hex } from './canonical.js';
import { NOBODY, statement, type Database } from './database.js';
import type { ChainFault } from './journal-verification.js';

/** Something wrong with the anchor file itself. */
export interface FileFault {
  /** Of the file, from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly fault: 'line-missing' | 'line-before-changed' | 'not-signed' | 'tail-missing' | 'other-file';
}
/** Where a chain first differs from what was anchored, and when that was. */
export interface AnchorFault extends ChainFault {
  readonly anchoredAt: string;
}
export interface AnchorCheck {
  readonly lines: number;
  readonly heads: number;
  /** Lines that a crash cut short. */
  readonly cutShort: number;
  readonly fileFaults: readonly FileFault[];
  /** By case. */
  readonly faults: ReadonlyMap<string, AnchorFault>;
}

const HASHES = statement(
  'verify-anchored',
  `select qualification_id as id, seq, encode(hash, 'hex') as hash from anchored_hashes($1)`,
);
const LAST = statement(
  'verify-last-anchor',
  'select first_line as "firstLine", number::text as number from last_anchor()',
);
interface Noted {
  readonly firstLine: string;
  readonly number: string;
}

/** Reads the anchor file once, line by line, and looks every anchored link up in the database. */
export async function checkAnchors(
  db: Database,
  path: string,
  keys: AnchorKeys,
  onlyCase?: string,
): Promise<AnchorCheck> {
  // Before the file is read: a line is on disk before the database notes it.
  const [last] = await db.run<Noted & Record<string, unknown>>(NOBODY, LAST, []);
  const run = new AnchorRun(db, keys, onlyCase);
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line !== '') await run.take(line);
  }
  return run.end(last);
}

class AnchorRun {
  private tail = NO_ANCHORS;
  private first: string | undefined;
  private line = 0;
  private heads = 0;
  private cutShort = 0;
  private readonly fileFaults: FileFault[] = [];
  private readonly faults = new Map<string, AnchorFault>();

  constructor(
    private readonly db: Database,
    private readonly keys: AnchorKeys,
    private readonly onlyCase: string | undefined,
  ) {}

  async take(text: string): Promise<void> {
    this.line += 1;
    const anchor = readAnchor(text);
    if (!anchor) {
      this.cutShort += 1;
      return;
    }
    const fault = this.faultOf(anchor);
    if (fault) this.fileFaults.push({ line: this.line, fault });
    this.tail = { number: anchor.number, hash: sha256Hex(text) };
    this.first ??= this.tail.hash;
    // Nobody vouches for what is not signed.
    if (fault !== 'not-signed') await this.compare(anchor);
  }

  /** @param noted the file that the database remembers, and the number of its last line */
  end(noted: Noted | undefined): AnchorCheck {
    const other = noted && this.first !== undefined && this.first !== noted.firstLine;
    if (other) this.fileFaults.push({ line: 0, fault: 'other-file' });
    else if (Number(noted?.number ?? 0) > this.tail.number)
      this.fileFaults.push({ line: 0, fault: 'tail-missing' });
    const { line: lines, heads, cutShort, fileFaults, faults } = this;
    return { lines, heads, cutShort, fileFaults, faults };
  }

  private faultOf(anchor: Anchor): FileFault['fault'] | undefined {
    if (!isSigned(anchor, this.keys)) return 'not-signed';
    if (anchor.number !== this.tail.number + 1) return 'line-missing';
    return anchor.previous === this.tail.hash ? undefined : 'line-before-changed';
  }

  private async compare({ heads: all, time }: Anchor): Promise<void> {
    const heads = this.onlyCase ? all.filter(([id]) => id === this.onlyCase) : all;
    if (heads.length === 0) return;
    this.heads += heads.length;
    const rows = await this.db.run<{ id: string; seq: number; hash: string }>(NOBODY, HASHES, [
      JSON.stringify(heads),
    ]);
    const found = new Map(rows.map(({ id, seq, hash }) => [`${id}/${seq}`, hash]));
    for (const [id, seq, hash] of heads) {
      const now = found.get(`${id}/${seq}`);
      if (now === hash) continue;
      const before = this.faults.get(id);
      if (before && before.seq <= seq) continue;
      this.faults.set(id, { seq, fault: now ? 'differs-from-anchor' : 'cut-tail', anchoredAt: time });
    }
  }
}
