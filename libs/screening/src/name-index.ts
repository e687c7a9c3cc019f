import type { ListEntry, ListName, NameQuality } from './list-entry.js';
import { ScreeningError } from './list-entry.js';
import { comparisonKeys } from './normalise.js';

/** Whom to look for. `name` is free text as the supplier wrote it; a person's in either order. */
export type ScreeningQuery = { name: string; kind: 'person' | 'entity' };

/** One listed party that bears the name; `matched` is its strongest name that does, `key` what was compared. */
export type Hit = { list: ListName; entryId: string; matched: NameQuality; key: string };

const STRENGTH: Record<NameQuality, number> = { primary: 0, aka: 1, weak: 2 };

/**
 * Listed names by comparison key: one look-up per key, however long the lists are. It keeps keys and ids, not
 * the entries. Vessels and aircraft are not filed: no supplier, owner or bank is one.
 */
export class NameIndex {
  private readonly filed = { person: new Map<string, Hit[]>(), entity: new Map<string, Hit[]>() };

  add(entry: ListEntry): void {
    if (entry.kind !== 'person' && entry.kind !== 'entity') return;
    for (const { name, quality } of entry.names) {
      for (const key of comparisonKeys(name, entry.kind)) {
        const { list, entryId } = entry;
        const hits = this.filed[entry.kind].get(key);
        const hit: Hit = { list, entryId, matched: quality, key };
        if (hits) keepStrongest(hits, hit);
        else this.filed[entry.kind].set(key, [hit]);
      }
    }
  }

  /**
   * Every listed party of the same kind whose name or alias equals the asked one after normalisation, strongest
   * first, each once.
   * @throws ScreeningError when the name has no letter and no digit: it cannot be compared, so it cannot pass
   */
  match({ name, kind }: ScreeningQuery): Hit[] {
    const keys = comparisonKeys(name, kind);
    if (keys.length === 0) throw new ScreeningError('the name has no letter or digit to compare');
    const found: Hit[] = [];
    for (const key of keys) {
      for (const hit of this.filed[kind].get(key) ?? []) keepStrongest(found, { ...hit });
    }
    return found.sort((a, b) => STRENGTH[a.matched] - STRENGTH[b.matched] || (idOf(a) < idOf(b) ? -1 : 1));
  }
}

function keepStrongest(hits: Hit[], hit: Hit): void {
  const index = hits.findIndex((other) => other.entryId === hit.entryId && other.list === hit.list);
  const other = hits[index];
  if (!other) hits.push(hit);
  else if (STRENGTH[hit.matched] < STRENGTH[other.matched]) hits[index] = hit;
}

function idOf({ list, entryId }: Hit): string {
  return `${list} ${entryId}`;
}
