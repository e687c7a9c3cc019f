import { canonicalText, sha256, sha256Hex } from './canonical.js';
import { statement, type Database, type Scope } from './database.js';

/** One stored link of a case's chain. */
export interface JournalLink {
  readonly seq: number;
  readonly payload: string;
  readonly payloadDigest: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}
interface Head {
  readonly headSeq: number;
  readonly headHash: Buffer;
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

export interface ChainReport {
  readonly entries: number;
  readonly reliances: number;
  /** Empty when nothing was changed since it was written. */
  readonly faults: readonly { readonly seq: number; readonly fault: string }[];
}

/** Head and links in one statement: a decision that is made meanwhile is in both or in neither. */
const CHAIN = statement(
  'journal-chain',
  `select q.seq as "headSeq", q.head_hash as "headHash", j.seq, j.payload, j.payload_digest as "payloadDigest",
     j.previous_hash as "previousHash", j.hash
     from qualification q left join journal_entry j on j.qualification_id = q.id where q.id = $1 order by j.seq`,
);
/** In the order they were written: `r.id` is the number, `id` alone would be the text beside it. */
const REVISIONS = statement(
  'journal-revisions',
  `select id::text, paper, item, version, content_text as text
     from fact_revision r where qualification_id = $1 order by r.id`,
);

const INTERVIEW_NOTES = statement(
  'journal-interview-notes',
  `select position::text, digest from safeguarding_note n
    where qualification_id = $1 and kind = 'interview' order by n.position`,
);
interface NoteDigest {
  readonly position: string;
  readonly digest: Buffer;
}
const notesDigest = (notes: readonly NoteDigest[], upTo: string): string =>
  sha256(
    ...notes.filter(({ position }) => BigInt(position) <= BigInt(upTo)).map(({ digest }) => digest),
  ).toString('hex');

/** The latest revision of each item of a paper, up to and including `upTo`. */
function latest(revisions: readonly Revision[], paper: string, upTo: string): readonly Revision[] {
  const byItem = new Map<string, Revision>();
  for (const r of revisions) {
    if (r.paper === paper && BigInt(r.id) <= BigInt(upTo)) byItem.set(r.item, r);
  }
  return [...byItem.values()];
}

/** What of an entry is verified beside its place in the chain. */
interface Payload {
  readonly seq: number;
  readonly reliedOn?: readonly ReliedOn[];
  readonly interviewNotes?: InterviewNotes;
}

function faultsOf(
  links: readonly JournalLink[],
  revisions: readonly Revision[],
  notes: readonly NoteDigest[],
  qualificationId: string,
) {
  const faults: { seq: number; fault: string }[] = [];
  let reliances = 0;
  let head = genesis(qualificationId);
  links.forEach((entry, index) => {
    const fault = (name: string): void => void faults.push({ seq: entry.seq, fault: name });
    if (entry.seq !== index + 1) fault('gap');
    if (!entry.previousHash.equals(head)) fault('broken-link');
    if (!sha256(entry.payload).equals(entry.payloadDigest)) fault('payload-changed');
    if (!linkHash(entry.previousHash, entry.seq, entry.payloadDigest).equals(entry.hash))
      fault('hash-changed');
    const payload = JSON.parse(entry.payload) as Payload;
    if (payload.seq !== entry.seq) fault('payload-changed');
    for (const relied of payload.reliedOn ?? []) {
      reliances += 1;
      if (paperDigest(latest(revisions, relied.paper, relied.upTo)) !== relied.digest)
        fault(`facts-changed:${relied.paper}`);
    }
    const { interviewNotes: told } = payload;
    if (told && notesDigest(notes, told.upTo) !== told.digest) fault('interview-notes-changed');
    head = entry.hash;
  });
  return { faults, reliances, head };
}

/** Recompute a case's whole chain and every digest of facts that its decisions relied on. */
export async function verifyJournal(
  db: Database,
  scope: Scope,
  qualificationId: string,
): Promise<ChainReport> {
  const rows = await db.run<JournalLink & Head>(scope, CHAIN, [qualificationId]);
  const revisions = await db.run<Revision>(scope, REVISIONS, [qualificationId]);
  const notes = await db.run<NoteDigest & Record<string, unknown>>(scope, INTERVIEW_NOTES, [qualificationId]);
  const links = rows.filter(({ seq }) => seq !== null);
  const { faults, reliances, head } = faultsOf(links, revisions, notes, qualificationId);
  const [row] = rows;
  if (row && (row.headSeq !== links.length || !row.headHash.equals(head)))
    faults.push({ seq: row.headSeq, fault: 'head-differs' });
  return { entries: links.length, reliances, faults };
}
