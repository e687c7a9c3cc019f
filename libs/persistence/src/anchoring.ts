import { anchorLine, HEADS_PER_LINE, type AnchoredHead, type AnchorFile } from './anchor-file.js';
import type { AnchorSigner } from './anchor-keys.js';
import { NOBODY, statement, type Database, type Transaction } from './database.js';

const TURN = statement('anchor-turn', 'select anchoring_turn() as mine, now() as now');
const SINCE = statement(
  'anchor-heads',
  `select qualification_id as id, seq, encode(hash, 'hex') as hash, recorded_at as "recordedAt"
     from heads_since($1, $2)`,
);
const FORGET = statement('anchor-forget', 'select forget_anchors($1)');
const NOTE = statement('anchor-note', 'select note_anchored($1, $2, $3)');

interface NewHead {
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
  readonly recordedAt: Date;
}
/** What a turn came to: the number of the last line, and until when everything recorded is in the file. */
interface Turn {
  readonly links: number;
  readonly number: number;
  readonly upTo: Date;
}
/** Longer than any transaction lasts: what was begun before the last look and committed after it is still found. */
const OVERLAP_MS = 15 * 60_000;
const EVER = new Date(0);

/**
 * Writes what all chains came to into the anchor file. Of several writers one writes at a time. The line is on disk before
 * the database notes it: after a crash in between its heads are anchored twice, never not at all.
 */
export class Anchoring {
  /** Nothing that was recorded before is waiting. */
  private since = EVER;
  private lastNumber: number | undefined;

  constructor(
    private readonly db: Database,
    private readonly file: AnchorFile,
    private readonly signer: AnchorSigner,
  ) {}

  /** Anchors everything that is not anchored yet. Returns how many links that were; 0 when another writes. */
  async anchor(): Promise<number> {
    for (let total = 0; ;) {
      const turn = await this.db.transaction(NOBODY, (tx) => this.writeLine(tx));
      if (!turn) return total;
      total += turn.links;
      this.lastNumber = turn.number;
      this.since = new Date(Math.max(turn.upTo.getTime() - OVERLAP_MS, this.since.getTime()));
      if (turn.links < HEADS_PER_LINE) return total;
    }
  }

  private async writeLine(tx: Transaction): Promise<Turn | undefined> {
    const [turn] = await tx.run<{ mine: boolean; now: Date }>(TURN, []);
    if (!turn?.mine) return undefined;
    const tail = await this.file.tail();
    // The file may have lost lines, or be another one: what they held is anchored again.
    if (this.lastNumber === undefined || tail.number < this.lastNumber) {
      await tx.run(FORGET, [tail.number]);
      this.since = EVER;
    }
    const found = await tx.run<NewHead & Record<string, unknown>>(SINCE, [this.since, HEADS_PER_LINE]);
    const last = found.at(-1);
    if (!last) return { links: 0, number: tail.number, upTo: turn.now };
    const heads = found.map(({ id, seq, hash }): AnchoredHead => [id, seq, hash]);
    const time = new Date().toISOString();
    await this.file.append(anchorLine(tail, time, heads, this.signer));
    await tx.run(NOTE, [tail.number + 1, time, JSON.stringify(heads)]);
    return { links: found.length, number: tail.number + 1, upTo: last.recordedAt };
  }
}
