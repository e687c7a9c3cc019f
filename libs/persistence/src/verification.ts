import { checkAnchors, type AnchorCheck, type AnchorFault, type FileFault } from './anchor-check.js';
import type { AnchorKeys } from './anchor-keys.js';
import { NOBODY, statement, type Database } from './database.js';
import { verifyJournal, type ChainFault } from './journal-verification.js';

/** The first thing that is wrong with one case, and how many more there are. */
export interface CaseFault extends ChainFault {
  readonly qualificationId: string;
  /** Null when the case itself is gone. */
  readonly caseNumber: string | null;
  /** When the link was anchored that the chain no longer has; for faults that the anchor file tells. */
  readonly anchoredAt?: string;
  readonly more: number;
}
export interface Verification {
  readonly cases: number;
  readonly entries: number;
  /** Digests of facts that were computed anew. */
  readonly reliances: number;
  /** Null when no anchor file was given: a chain that was rebuilt whole is not noticed then. */
  readonly anchors: Pick<AnchorCheck, 'lines' | 'heads' | 'cutShort'> | null;
  readonly fileFaults: readonly FileFault[];
  readonly faults: readonly CaseFault[];
}
export interface VerificationScope {
  /** The file, and the public keys that its lines may be signed with. */
  readonly anchors?: { readonly path: string; readonly keys: AnchorKeys } | undefined;
  /** This case and no other. */
  readonly qualificationId?: string | undefined;
}

const PAGE = 200;
const HEADS = statement('verify-heads', 'select qualification_id as id from journal_heads($1, $2)');
const NUMBER = statement(
  'verify-number',
  'select case_number as "caseNumber" from qualification where id = $1',
);

/** All cases, page by page. */
async function* casesOf(db: Database, only: string | undefined): AsyncGenerator<string> {
  if (only) return yield only;
  for (let after: string | null = null; ;) {
    const page: { id: string }[] = await db.run<{ id: string }>(NOBODY, HEADS, [after, PAGE]);
    for (const { id } of page) yield id;
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return;
  }
}

async function caseFault(
  db: Database,
  id: string,
  chain: readonly ChainFault[],
  anchored: AnchorFault | undefined,
): Promise<CaseFault | undefined> {
  const all: (ChainFault & { anchoredAt?: string })[] = [...chain, ...(anchored ? [anchored] : [])];
  const [first, ...more] = all.sort((a, b) => a.seq - b.seq);
  if (!first) return undefined;
  const [row] = await db.run<{ caseNumber: string }>({ caseId: id }, NUMBER, [id]);
  return { qualificationId: id, caseNumber: row?.caseNumber ?? null, ...first, more: more.length };
}

/**
 * Computes every chain anew and compares it with everything that was ever anchored. One case is in memory at a time, and
 * what is wrong. Reads as the runtime role does, so it changes nothing and needs no other rights.
 */
export async function verifyEverything(db: Database, scope: VerificationScope = {}): Promise<Verification> {
  const { anchors, qualificationId } = scope;
  const check = anchors && (await checkAnchors(db, anchors.path, anchors.keys, qualificationId));
  const left = new Map(check?.faults);
  const faults: CaseFault[] = [];
  const sums = { cases: 0, entries: 0, reliances: 0 };
  for await (const id of casesOf(db, qualificationId)) {
    const report = await verifyJournal(db, { caseId: id }, id);
    sums.cases += 1;
    sums.entries += report.entries;
    sums.reliances += report.reliances;
    const fault = await caseFault(db, id, report.faults, left.get(id));
    if (fault) faults.push(fault);
    left.delete(id);
  }
  // Anchored once, and gone altogether.
  for (const [id, anchored] of left) {
    const gone = await caseFault(db, id, [], { ...anchored, fault: 'case-missing' });
    if (gone) faults.push(gone);
  }
  const counts = check && { lines: check.lines, heads: check.heads, cutShort: check.cutShort };
  return { ...sums, anchors: counts ?? null, fileFaults: check?.fileFaults ?? [], faults };
}
