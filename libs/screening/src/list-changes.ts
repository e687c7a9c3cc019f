import { digestOf } from './entry-digest.js';
import type { ScreeningQuery } from './hit.js';
import type { ListEntry, ListName } from './list-entry.js';
import { NameIndex } from './name-index.js';

/** The digest of every entry of one edition by its id: what is kept of an edition to tell the next one from it. */
export type EntryDigests = ReadonlyMap<string, string>;

/** Ids of entries that a newer edition has and the older has not, has otherwise, or has no more; each sorted. */
export type ListChanges = { added: string[]; changed: string[]; removed: string[] };

/** The digests of an edition, to be kept with its version. */
export function digestsOf(entries: readonly ListEntry[]): Map<string, string> {
  return new Map(entries.map((entry) => [entry.entryId, digestOf(entry)]));
}

/** What is different in `next` (the entries of the newer edition of the same list) from the digests of the older one. */
export function changesBetween(previous: EntryDigests, next: readonly ListEntry[]): ListChanges {
  const digests = digestsOf(next);
  const ids = [...digests.keys()].sort();
  return {
    added: ids.filter((id) => !previous.has(id)),
    changed: ids.filter((id) => previous.has(id) && previous.get(id) !== digests.get(id)),
    removed: [...previous.keys()].filter((id) => !digests.has(id)).sort(),
  };
}

/** Somebody who was screened: an id of the caller's, and what was asked for. */
export type Screened = ScreeningQuery & { subject: string };
/** A hit that somebody has had, cleared or not. */
export type EarlierHit = { subject: string; list: ListName; entryId: string };

/** A newer edition: what changed in it, and its entries (those that did not change are passed over). */
export type NewEdition = {
  list: ListName;
  version: string;
  changes: ListChanges;
  entries: readonly ListEntry[];
};

/**
 * Who of `screened` must be screened again because of a newer edition: those whose name an added or changed entry may
 * mean (the same comparison as a check makes, over these entries only), and those whose earlier hit was on an entry that
 * changed or is gone. Each subject once, in the order of `screened`. A name that cannot be compared is always among
 * them: its check must say so.
 */
export function mayConcern(
  { list, version, changes, entries }: NewEdition,
  screened: readonly Screened[],
  earlier: readonly EarlierHit[] = [],
): string[] {
  const fresh = new Set([...changes.added, ...changes.changed]);
  const touched = new Set([...changes.changed, ...changes.removed]);
  const index = new NameIndex();
  for (const entry of entries) if (fresh.has(entry.entryId)) index.add(entry, version);
  const before = new Set(
    earlier.filter((hit) => hit.list === list && touched.has(hit.entryId)).map(({ subject }) => subject),
  );
  const concerned = screened.filter((query) => before.has(query.subject) || meets(index, query));
  return [...new Set(concerned.map(({ subject }) => subject))];
}

function meets(index: NameIndex, query: Screened): boolean {
  try {
    return index.match(query).length > 0;
  } catch {
    return true;
  }
}
