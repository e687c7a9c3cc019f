import type { Seal } from '#domain';
import { sha256 } from './canonical.js';
import { statement, type Database, type Scope } from './database.js';
import {
  genesis,
  linkHash,
  paperDigest,
  type InterviewNotes,
  type JournalLink,
  type ReliedOn,
  type Revision,
} from './journal.js';

export interface ChainFault {
  /** Number of the entry at which it shows. */
  readonly seq: number;
  readonly fault: string;
}
/** The last head that was written to the anchor file, as the database remembers it. */
export interface ChainAnchor {
  readonly seq: number;
  readonly time: string;
  /** The line of the file. */
  readonly number: number;
  readonly matches: boolean;
}
export interface ChainReport {
  readonly entries: number;
  /** Digests of facts that entries sealed, of those entries that count. */
  readonly reliances: number;
  /** Null until the case is anchored for the first time. */
  readonly anchor: ChainAnchor | null;
  /** The first bad entry first; empty when nothing was changed since it was written. */
  readonly faults: readonly ChainFault[];
}

/** Where an entry stands, and until when it is sealed to the supplier. */
export interface EntryPlace {
  readonly seq: number;
  readonly seal: Seal;
}
type Entry = JournalLink & EntryPlace;

interface Head {
  readonly headSeq: number;
  readonly headHash: Buffer;
  readonly anchorSeq: number | null;
  readonly anchorHash: Buffer;
  readonly anchorNumber: string;
  readonly anchoredAt: Date;
}
/** Head, anchor and links in one statement: a decision that is made meanwhile is in all or in none. */
const CHAIN = statement(
  'journal-chain',
  `select q.seq as "headSeq", q.head_hash as "headHash", a.seq as "anchorSeq", a.hash as "anchorHash",
     a.number as "anchorNumber", a.anchored_at as "anchoredAt",
     j.seq, j.seal, j.payload, j.payload_digest as "payloadDigest", j.previous_hash as "previousHash", j.hash
     from qualification q left join journal_anchor a on a.qualification_id = q.id
     left join journal_entry j on j.qualification_id = q.id where q.id = $1 order by j.seq`,
);
/** In the order they were written: `r.id` is the number, `id` alone would be the text beside it. */
const REVISIONS = statement(
  'journal-revisions',
  `select id::text, paper, item, version, content_text as text
     from fact_revision r where qualification_id = $1 order by r.id`,
);
/** As a decision on a run of checks sealed them: kind, verdict and the digest of what the check was run on. */
const CHECK_RESULTS = statement(
  'journal-check-results',
  `select distinct kind || ':' || verdict || ':' || input_hash as result from compliance_check_run where qualification_id = $1`,
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

/** What a case wrote beside its chain, and the chain sealed by a digest. */
interface Beside {
  readonly revisions: readonly Revision[];
  readonly results: ReadonlySet<string>;
  readonly notes: readonly NoteDigest[];
}
interface Sealed {
  readonly seq?: unknown;
  readonly reliedOn?: readonly ReliedOn[];
  readonly interviewNotes?: InterviewNotes;
  readonly events?: readonly { readonly type: string; readonly params: { readonly results?: string[] } }[];
}

/** The latest revision of each item of a paper, up to and including `upTo`; `revisions` in the order they were written. */
export function latest(revisions: readonly Revision[], paper: string, upTo: string): readonly Revision[] {
  const byItem = new Map<string, Revision>();
  for (const r of revisions) {
    if (r.paper === paper && BigInt(r.id) <= BigInt(upTo)) byItem.set(r.item, r);
  }
  return [...byItem.values()];
}

/** What an entry says; nothing when it was changed into what is no JSON. */
function sealedIn(payload: string): Sealed {
  try {
    return JSON.parse(payload) as Sealed;
  } catch {
    return {};
  }
}

const changedFacts = (reliedOn: readonly ReliedOn[], revisions: readonly Revision[]): string[] =>
  reliedOn
    .filter(({ paper, upTo, digest }) => paperDigest(latest(revisions, paper, upTo)) !== digest)
    .map(({ paper }) => `facts-changed:${paper}`);

const changedChecks = ({ events = [] }: Sealed, results: ReadonlySet<string>): string[] =>
  events
    .filter(({ type }) => type === 'checks-recorded')
    .flatMap(({ params }) => params.results ?? [])
    .filter((result) => !results.has(result))
    .map((result) => `check-changed:${result.split(':', 1)[0] ?? ''}`);

const notesDigest = (notes: readonly NoteDigest[], upTo: string): string =>
  sha256(
    ...notes.filter(({ position }) => BigInt(position) <= BigInt(upTo)).map(({ digest }) => digest),
  ).toString('hex');

const changedNotes = ({ interviewNotes: told }: Sealed, notes: readonly NoteDigest[]): string[] =>
  told && notesDigest(notes, told.upTo) !== told.digest ? ['interview-notes-changed'] : [];

function faultsOf(
  links: readonly Entry[],
  beside: Beside,
  qualificationId: string,
  counts: (entry: EntryPlace) => boolean,
) {
  const faults: ChainFault[] = [];
  let reliances = 0;
  let head = genesis(qualificationId);
  links.forEach((entry, index) => {
    const fault = (name: string): void => void faults.push({ seq: entry.seq, fault: name });
    if (entry.seq !== index + 1) fault('gap');
    if (!entry.previousHash.equals(head)) fault('broken-link');
    const sealed = sealedIn(entry.payload);
    const kept = sha256(entry.payload).equals(entry.payloadDigest) && sealed.seq === entry.seq;
    if (!kept) fault('payload-changed');
    if (!linkHash(entry.previousHash, entry.seq, entry.payloadDigest).equals(entry.hash))
      fault('hash-changed');
    if (kept) {
      if (counts(entry)) reliances += sealed.reliedOn?.length ?? 0;
      changedFacts(sealed.reliedOn ?? [], beside.revisions).forEach(fault);
      changedChecks(sealed, beside.results).forEach(fault);
      changedNotes(sealed, beside.notes).forEach(fault);
    }
    head = entry.hash;
  });
  return { faults, reliances, head };
}

/** The chain against a head that was anchored: what is missing was cut off, what differs was rebuilt. */
function anchorFault(links: readonly JournalLink[], seq: number, hash: Buffer): ChainFault | undefined {
  const found = links.find((entry) => entry.seq === seq);
  if (!found) return { seq: Math.min(links.length + 1, seq), fault: 'cut-tail' };
  return found.hash.equals(hash) ? undefined : { seq, fault: 'differs-from-anchor' };
}

const anchorOf = (row: Head, fault: ChainFault | undefined): ChainAnchor | null =>
  row.anchorSeq === null
    ? null
    : {
        seq: row.anchorSeq,
        time: row.anchoredAt.toISOString(),
        number: Number(row.anchorNumber),
        matches: fault === undefined,
      };

/**
 * Recompute a case's whole chain and every digest that its decisions sealed, and compare it with its last anchor.
 * @param counts whether the reliances of an entry are counted: even their number tells of one that is sealed to the reader
 */
export async function verifyJournal(
  db: Database,
  scope: Scope,
  qualificationId: string,
  counts: (entry: EntryPlace) => boolean = () => true,
): Promise<ChainReport> {
  const rows = await db.run<Entry & Head>(scope, CHAIN, [qualificationId]);
  const revisions = await db.run<Revision>(scope, REVISIONS, [qualificationId]);
  const results = await db.run<{ result: string }>(scope, CHECK_RESULTS, [qualificationId]);
  const notes = await db.run<NoteDigest & Record<string, unknown>>(scope, INTERVIEW_NOTES, [qualificationId]);
  const beside = { notes, revisions, results: new Set(results.map(({ result }) => result)) };
  const links = rows.filter(({ seq }) => seq !== null);
  const { faults, reliances, head } = faultsOf(links, beside, qualificationId, counts);
  const [row] = rows;
  if (!row) return { entries: 0, reliances, anchor: null, faults };
  if (row.headSeq !== links.length || !row.headHash.equals(head))
    faults.push({ seq: Math.min(row.headSeq, links.length + 1), fault: 'head-differs' });
  const differs = row.anchorSeq === null ? undefined : anchorFault(links, row.anchorSeq, row.anchorHash);
  const all = [...faults, ...(differs ? [differs] : [])].sort((a, b) => a.seq - b.seq);
  return { entries: links.length, reliances, anchor: anchorOf(row, differs), faults: all };
}
