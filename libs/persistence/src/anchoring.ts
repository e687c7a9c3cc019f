import { randomUUID } from 'node:crypto';
import { anchorLine, HEADS_PER_LINE, type AnchoredHead, type AnchorFile, type Tail } from './anchor-file.js';
import type { AnchorSigner } from './anchor-keys.js';
import { openOfficeTask } from './command-store.js';
import { NOBODY, statement, type Database, type Transaction } from './database.js';

const TURN = statement('anchor-turn', 'select anchoring_turn() as mine');
const LAST = statement(
  'anchor-last',
  'select first_line as "firstLine", number::text as number from last_anchor()',
);
const HEADS = statement(
  'anchor-heads',
  `select qualification_id as id, seq, encode(hash, 'hex') as hash from heads_not_anchored($1)`,
);
const FORGET = statement('anchor-forget', 'select forget_anchors($1)');
const NOTE = statement('anchor-note', 'select note_anchored($1, $2, $3, $4)');

interface NewHead {
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
}
/** Numbers of the lines that the file lost. */
export interface LostLines {
  readonly from: number;
  readonly to: number;
}
/** Where the file ends, and the number of the last line that it had or has. */
interface Place {
  readonly tail: Tail;
  readonly last: number;
}

/**
 * Writes what all chains came to into the anchor file. Of several writers one writes at a time. The line is on disk before
 * the database notes it: after a crash in between its heads are anchored twice, never not at all.
 */
export class Anchoring {
  /** @param onLost hears of every look at a file that has lost lines, until the next line is written */
  constructor(
    private readonly db: Database,
    private readonly file: AnchorFile,
    private readonly signer: AnchorSigner,
    private readonly onLost: (lines: LostLines) => void = () => undefined,
  ) {}

  /**
   * Anchors everything that is not anchored yet. Returns how many links that were; 0 when another writes.
   * @throws Error when the database is anchored in another file
   */
  async anchor(): Promise<number> {
    const lost = await this.db.transaction(NOBODY, (tx) => this.forgetLost(tx));
    if (lost) {
      this.onLost(lost);
      await openOfficeTask(this.db, randomUUID(), 'anchor-file-cut', `lines ${lost.from} to ${lost.to}`);
    }
    for (let total = 0; ;) {
      const links = await this.db.transaction(NOBODY, (tx) => this.writeLine(tx));
      total += links;
      if (links < HEADS_PER_LINE) return total;
    }
  }

  /** Undefined when another writes now. */
  private async place(tx: Transaction): Promise<Place | undefined> {
    const [turn] = await tx.run<{ mine: boolean }>(TURN, []);
    if (!turn?.mine) return undefined;
    const [noted] = await tx.run<{ firstLine: string; number: string }>(LAST, []);
    const [tail, first] = [await this.file.tail(), await this.file.first()];
    // A file begun anew by a writer that died before it noted so is this database's: its first line has the next number.
    const begun = first?.number === Number(noted?.number) + 1;
    if (noted && first && first.hash !== noted.firstLine && !begun)
      throw new Error('ANCHOR_FILE is not the file that this database is anchored in: nothing was written.');
    return { tail, last: Math.max(tail.number, Number(noted?.number ?? 0)) };
  }

  /** What the lost lines held is to be anchored again: kept before anything is, so that a crash in between leaves it so. */
  private async forgetLost(tx: Transaction): Promise<LostLines | undefined> {
    const place = await this.place(tx);
    if (!place || place.tail.number === place.last) return undefined;
    await tx.run(FORGET, [place.tail.number]);
    return { from: place.tail.number + 1, to: place.last };
  }

  /** A lost line's number is never given again: the gap in the file tells of the loss for ever. */
  private async writeLine(tx: Transaction): Promise<number> {
    const place = await this.place(tx);
    if (!place) return 0;
    const found = await tx.run<NewHead & Record<string, unknown>>(HEADS, [HEADS_PER_LINE]);
    if (found.length === 0) return 0;
    const heads = found.map(({ id, seq, hash }): AnchoredHead => [id, seq, hash]);
    const time = new Date().toISOString();
    await this.file.append(anchorLine({ ...place.tail, number: place.last }, time, heads, this.signer));
    const first = await this.file.first();
    await tx.run(NOTE, [first?.hash, place.last + 1, time, JSON.stringify(heads)]);
    return found.length;
  }
}
