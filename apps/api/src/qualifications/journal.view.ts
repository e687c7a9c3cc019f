import { sealOf, type JournalEntry } from '#domain';
import type { CaseForCommand, JournalPageRow } from '#persistence';

/** What an entry says to whoever may not read it: nothing. Its place, hash and digest keep the chain whole. */
const SEALED = { sealed: true } as const;

/**
 * One journal row as the reader may see it. The office reads all of it. The supplier does not read what an assessment
 * told before it is signed, what is about a child before it is safe, and who complained or works on what. The database
 * withholds the same by the row's own seal; here the seal is made anew from the entry, which holds for old rows too.
 */
export function journalView(
  row: JournalPageRow,
  { state, relations, closedSeals }: Pick<CaseForCommand, 'state' | 'relations' | 'closedSeals'>,
) {
  const inside = relations.includes('programme-office');
  const entry = row.payload === null ? undefined : (JSON.parse(row.payload) as JournalEntry);
  const open = entry && (inside || !closedSeals.includes(sealOf(entry, state.supplierId)));
  return {
    ...{ seq: row.seq, hash: row.hash, digest: row.digest },
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    entry: open ? (inside ? entry : withoutNotes(entry)) : SEALED,
  };
}

/** That workers spoke with the auditor is the workers' business: not even a digest of it is told. */
const withoutNotes = (entry: JournalEntry): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry).filter(([field]) => field !== 'interviewNotes'));
