import { digestOf } from './entry-digest.js';
import type { Band, Hit, Party, ScreeningQuery } from './hit.js';
import { normaliseId } from './identity.js';
import type { Filed } from './judge-hit.js';
import { judgeName } from './judge-hit.js';
import type { ListEntry, NameQuality } from './list-entry.js';
import { ScreeningError } from './list-entry.js';
import { Candidates } from './matching/candidates.js';
import type { NameKind } from './matching/comparable-name.js';
import { comparable, Words } from './matching/comparable-name.js';
import type { Model } from './matching/model.js';
import { MODEL } from './matching/weights.js';
import { comparisonKeys } from './normalise.js';

const QUALITY: Record<NameQuality, number> = { primary: 0, aka: 1, weak: 2 };
const BANDS: Record<Band, number> = { strong: 0, potential: 1, corroborated: 2 };

/** The names of one kind. */
class Shelf {
  readonly filed: Filed[] = [];
  readonly candidates: Candidates;
  readonly byKey = new Map<string, number[]>();

  constructor(kind: NameKind) {
    this.candidates = new Candidates(kind);
  }
}

/**
 * Listed names made ready to be compared: those worth comparing with a name are found by their words, then scored one by
 * one. Vessels and aircraft are not filed: no supplier, owner or bank is one.
 */
export class NameIndex {
  private readonly shelves = { person: new Shelf('person'), entity: new Shelf('entity') };
  private readonly byId = new Map<string, Filed[]>();
  private readonly words = new Words();

  constructor(private readonly model: Model = MODEL) {}

  /** Files every name of `entry`; `listVersion` is told with each hit. */
  add(entry: ListEntry, listVersion: string): void {
    const { kind, list, entryId, countries, births, idNumbers } = entry;
    if (kind !== 'person' && kind !== 'entity') return;
    const entryDigest = digestOf(entry);
    const party: Party = { list, listVersion, entryId, entryDigest, kind, countries, births, idNumbers };
    const { filed, candidates, byKey } = this.shelves[kind];
    for (const [place, listed] of entry.names.entries()) {
      const one: Filed = { ...listed, party, comparable: comparable(listed.name, kind, this.words) };
      for (const key of comparisonKeys(listed.name, kind)) file(byKey, key, filed.length);
      filed.push(one);
      candidates.add(one.comparable);
      if (place === 0) for (const id of idNumbers) file(this.byId, id, one);
    }
  }

  /**
   * Every listed party of the same kind that may be meant, the likeliest first, each once by its name that is most
   * alike.
   * @throws ScreeningError when the name has no letter and no digit: it cannot be compared, so it cannot pass
   */
  match(query: ScreeningQuery): Hit[] {
    const { name, kind } = query;
    const keys = comparisonKeys(name, kind);
    if (keys.length === 0) throw new ScreeningError('the name has no letter or digit to compare');
    const { filed, candidates, byKey } = this.shelves[kind];
    // Words of a name asked for are not kept: it may be a person's.
    const asked = comparable(name, kind);
    const exact = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    const ids = (query.idNumbers ?? []).map(normaliseId).filter((id) => id !== undefined);
    const known = { ...query, idNumbers: ids };
    const found = new Map<string, Hit>();
    const judge = (one: Filed, same: boolean): void => {
      const hit = judgeName(known, asked, one, same, this.model);
      if (!hit) return;
      const party = `${hit.list} ${hit.entryId}`;
      const other = found.get(party);
      if (!other || likelier(hit, other) < 0) found.set(party, hit);
    };
    for (const place of new Set([...exact, ...candidates.of(asked)])) {
      const one = filed[place];
      if (one) judge(one, exact.has(place));
    }
    for (const one of ids.flatMap((id) => this.byId.get(id) ?? []))
      if (one.party.kind === kind) judge(one, false);
    return [...found.values()].sort(likelier);
  }
}

function file<V>(filed: Map<string, V[]>, key: string, value: V): void {
  const values = filed.get(key);
  if (values) values.push(value);
  else filed.set(key, [value]);
}

function likelier(a: Hit, b: Hit): number {
  return (
    BANDS[a.band] - BANDS[b.band] ||
    b.score - a.score ||
    QUALITY[a.matched] - QUALITY[b.matched] ||
    (`${a.list} ${a.entryId}` < `${b.list} ${b.entryId}` ? -1 : 1)
  );
}
