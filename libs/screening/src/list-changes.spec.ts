import { beforeAll, describe, expect, it } from '@jest/globals';
import { digestOf } from './entry-digest.js';
import { fixtureListsDir } from './fixture-lists.js';
import type { NewEdition, Screened } from './list-changes.js';
import { changesBetween, digestsOf, mayConcern } from './list-changes.js';
import type { ListEntry } from './list-entry.js';
import { loadLists } from './screening-lists.js';

let entries: ListEntry[];
let digests: Map<string, string>;
beforeAll(async () => {
  const lists = await loadLists(fixtureListsDir);
  entries = lists.find(({ version }) => version.list === 'OFAC-SDN')?.entries ?? [];
  digests = digestsOf(entries);
});

const renamed = (entryId: string, name: string): ListEntry[] =>
  entries.map((entry) =>
    entry.entryId === entryId ? { ...entry, names: [{ name, quality: 'primary' }] } : entry,
  );
const edition = (next: readonly ListEntry[]): NewEdition => {
  return { list: 'OFAC-SDN', version: 'next', changes: changesBetween(digests, next), entries: next };
};
const firm = (subject: string, name: string): Screened => ({ subject, name, kind: 'entity' });

describe('between two editions of a list', () => {
  it('nothing changes when nothing does, whatever the order of entries and names', () => {
    const turned = entries.toReversed().map((entry) => ({ ...entry, names: entry.names.toReversed() }));
    expect(changesBetween(digests, turned)).toEqual({ added: [], changed: [], removed: [] });
  });

  it('entries are added, changed and removed', () => {
    const [first, ...rest] = renamed('900003', 'Another Invented Name');
    const next = [...rest, { ...(first as ListEntry), entryId: '900007' }];
    expect(changesBetween(digests, next)).toEqual({
      added: ['900007'],
      changed: ['900003'],
      removed: ['900001'],
    });
  });

  it.each<[string, Partial<ListEntry>, boolean]>([
    ['an alias that becomes weak', { names: [{ name: 'X', quality: 'weak' }] }, true],
    ['another country', { countries: ['LA'] }, true],
    ['another year of birth', { births: [{ from: 1950, to: 1951 }] }, true],
    ['another number', { idNumbers: ['N1234567'] }, true],
    ['another programme, which nobody compares', { programme: 'OTHER' }, false],
  ])('%s', (_what, change, differs) => {
    const entry = entries[1] as ListEntry;
    expect(digestOf({ ...entry, ...change }) !== digestOf(entry)).toBe(differs);
  });
});

describe('a newer edition concerns', () => {
  const screened = [
    firm('s1', 'Sun Loom Weaving Co., Ltd.'),
    firm('s2', 'Moon Loom Weaving Co., Ltd.'),
    { subject: 's3', name: 'Sok Chan', kind: 'person' as const },
  ];

  it('nobody when no entry changed that could mean them', () => {
    expect(mayConcern(edition(entries), screened)).toEqual([]);
    expect(mayConcern(edition(renamed('900003', 'Entirely Different Example')), screened)).toEqual([]);
  });

  it('those whose name an added or changed entry may mean, also when it is spelt otherwise', () => {
    expect(mayConcern(edition(renamed('900003', 'SUN LOOM WEAVNG')), screened)).toEqual(['s1']);
    const added = {
      ...(entries[1] as ListEntry),
      entryId: '900009',
      names: [{ name: 'CHAN, Sok', quality: 'aka' as const }],
    };
    expect(mayConcern(edition([...entries, added]), screened)).toEqual(['s3']);
  });

  it('nobody for an entry that stayed as it was, although it is a hit', () => {
    const known = [firm('s4', 'Blue Lotus Trading Front')];
    expect(mayConcern(edition(renamed('900003', 'Entirely Different Example')), known)).toEqual([]);
  });

  it('those who had a hit on an entry that changed or is gone', () => {
    const earlier = [
      { subject: 's1', list: 'OFAC-SDN' as const, entryId: '900001' },
      { subject: 's2', list: 'UN-SC' as const, entryId: '900001' },
    ];
    expect(mayConcern(edition(entries.slice(1)), screened, earlier)).toEqual(['s1']);
    expect(mayConcern(edition(renamed('900001', 'Different')), screened, earlier)).toEqual(['s1']);
  });

  it('those whose name cannot be compared, so that their check says so', () => {
    const changed = edition(renamed('900003', 'Entirely Different Example'));
    expect(mayConcern(changed, [firm('s5', ' ** ')])).toEqual(['s5']);
  });
});
