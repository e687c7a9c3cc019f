import { LETTER_EVENTS, type JournalEntry } from '#domain';
import { statement, type Database, type SqlActor } from './database.js';
import type { ReliedOn } from './journal.js';

/** A journal entry as it is stored: with the papers it relied on. */
export interface LetterEntry {
  readonly entry: JournalEntry;
  readonly papers: readonly string[];
}
/** Only entries that decided something a letter is about; row-level security withholds what is sealed to the reader. */
const ENTRIES = statement(
  'letter-entries',
  `select payload from journal_entry
    where qualification_id = $1 and seq > $2::integer and ($3::integer is null or seq = $3::integer) and exists (
      select from jsonb_array_elements(payload::jsonb->'events') event where event->>'type' = any($4))
    order by seq limit $5::integer`,
);

/**
 * Entries of a case that letters are made from, in the order of the journal.
 * @param page after which place, or which one, and how many
 */
export async function readLetterEntries(
  db: Database,
  actor: SqlActor,
  id: string,
  page: { readonly after?: number; readonly seq?: number; readonly limit: number },
): Promise<readonly LetterEntry[]> {
  const { after = 0, seq = null, limit } = page;
  const values = [id, after, seq, LETTER_EVENTS, limit];
  const rows = await db.run<{ payload: string }>(actor, ENTRIES, values);
  return rows.map(({ payload }) => {
    const entry = JSON.parse(payload) as JournalEntry & { readonly reliedOn?: readonly ReliedOn[] };
    return { entry, papers: (entry.reliedOn ?? []).map(({ paper }) => paper) };
  });
}
