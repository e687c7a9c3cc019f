import type { CheckKind } from '#domain';
import { NOBODY, statement, type Database, type Row } from './database.js';

/** An edition of a list, with what changed since the one before: ids and digests of entries, no names. */
export interface KeptListVersion {
  readonly list: string;
  readonly sha256: string;
  readonly version: string;
  readonly entries: number;
  readonly digests: Readonly<Record<string, string>>;
  readonly changes: Readonly<Record<'added' | 'changed' | 'removed', readonly string[]>>;
}

const SETTLED = statement('lists-settled', 'select list, sha256 from settled_lists()');
const DIGESTS = statement('list-digests', 'select settled_digests($1) as digests');
const KEEP = statement('list-keep', 'select keep_list_version($1, $2, $3, $4, $5, $6)');
const SETTLE = statement('list-settle', 'select settle_list_version($1, $2, $3, $4)');
const CASES = statement('list-cases', 'select id from screened_cases($1, $2, $3)');

/** The edition of each list that everybody was screened against: SHA-256 of its files by the name of the list. */
export async function settledLists(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.run<{ list: string; sha256: string } & Row>(NOBODY, SETTLED, []);
  return new Map(rows.map(({ list, sha256 }) => [list, sha256]));
}

/** Digests of the entries of that edition; undefined when there was none yet. */
export async function settledDigests(
  db: Database,
  list: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  type Kept = { digests: Record<string, string> | null } & Row;
  const [row] = await db.run<Kept>(NOBODY, DIGESTS, [list]);
  return row?.digests ? new Map(Object.entries(row.digests)) : undefined;
}

export async function keepListVersion(db: Database, kept: KeptListVersion): Promise<void> {
  const { list, sha256, version, entries, digests, changes } = kept;
  const values = [list, sha256, version, entries, JSON.stringify(digests), JSON.stringify(changes)];
  await db.run(NOBODY, KEEP, values);
}

/**
 * Everybody whom this edition may concern was asked for.
 * @param screened how many cases were compared with what changed; `concerned` how many of them were screened again
 */
export async function settleListVersion(
  db: Database,
  { list, sha256 }: Pick<KeptListVersion, 'list' | 'sha256'>,
  { screened, concerned }: { readonly screened: number; readonly concerned: number },
): Promise<void> {
  await db.run(NOBODY, SETTLE, [list, sha256, screened, concerned]);
}

/** Cases that are not over and have this check, in the order of their ids; those after `after`, at most `limit`. */
export async function screenedCases(
  db: Database,
  check: CheckKind,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.run<{ id: string } & Row>(NOBODY, CASES, [check, after, limit]);
  return rows.map(({ id }) => id);
}
