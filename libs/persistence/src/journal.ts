import { canonicalText, sha256, sha256Hex } from './canonical.js';

/** One stored link of a case's chain. */
export interface JournalLink {
  readonly seq: number;
  readonly payload: string;
  readonly payloadDigest: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}
/** The facts a decision relied on: all revisions of a paper up to this one, under one digest. */
export interface ReliedOn {
  readonly paper: string;
  readonly upTo: string;
  readonly digest: string;
}
/** What workers had told when a decision relied on the audit: all notes up to this one, under one digest. */
export interface InterviewNotes {
  readonly upTo: string;
  readonly digest: string;
}
export interface Revision {
  readonly id: string;
  readonly paper: string;
  readonly item: string;
  readonly version: number;
  readonly text: string;
}

/** The hash before the first entry: bound to the case, so that one case's chain cannot pass for another's. */
export const genesis = (qualificationId: string): Buffer => sha256(`selvedge/journal/${qualificationId}`);

/** H(previous, seq, payload digest): seq as an 8-byte big-endian number. */
export function linkHash(previous: Buffer, seq: number, payloadDigest: Buffer): Buffer {
  const position = Buffer.alloc(8);
  position.writeBigUInt64BE(BigInt(seq));
  return sha256(previous, position, payloadDigest);
}

export function link(qualificationId: string, head: Buffer | null, seq: number, entry: unknown): JournalLink {
  const payload = canonicalText(entry);
  const previousHash = head ?? genesis(qualificationId);
  const payloadDigest = sha256(payload);
  return { seq, payload, payloadDigest, previousHash, hash: linkHash(previousHash, seq, payloadDigest) };
}

/** One digest for what a paper says: its latest revisions in item order. */
export const paperDigest = (revisions: readonly Revision[]): string =>
  sha256Hex(
    canonicalText(
      [...revisions]
        .sort((a, b) => (a.item < b.item ? -1 : 1))
        .map((r) => [r.item, r.version, sha256Hex(r.text)]),
    ),
  );

export function reliedOn(revisions: readonly Revision[]): readonly ReliedOn[] {
  return [...new Set(revisions.map((r) => r.paper))].sort().map((paper) => {
    const mine = revisions.filter((r) => r.paper === paper);
    const upTo = mine.reduce((max, r) => (BigInt(r.id) > max ? BigInt(r.id) : max), 0n);
    return { paper, upTo: upTo.toString(), digest: paperDigest(mine) };
  });
}
