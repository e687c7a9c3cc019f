import { beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureListsDir, loadLists, type LoadedList } from '#screening';
import { inventedNames } from './invented-names.js';

describe('names to measure screening with', () => {
  let lists: LoadedList[];
  beforeAll(async () => {
    lists = await loadLists(fixtureListsDir);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(inventedNames(lists, 40, 1)).toEqual(inventedNames(lists, 40, 1));
    expect(inventedNames(lists, 40, 1)).not.toEqual(inventedNames(lists, 40, 2));
  });

  it('are a quarter listed ones with a letter wrong, whose entry is known', () => {
    const asked = inventedNames(lists, 40, 1);
    const listed = asked.filter(({ made }) => made === 'listed');
    expect(listed).toHaveLength(10);
    const ids = lists.flatMap(({ version, entries }) =>
      entries.map(({ entryId }) => `${version.list} ${entryId}`),
    );
    expect(listed.every(({ entry }) => ids.includes(entry ?? ''))).toBe(true);
    const names = new Set(
      lists.flatMap(({ entries }) => entries.flatMap((one) => one.names.map(({ name }) => name))),
    );
    expect(listed.filter(({ query }) => !names.has(query.name)).length).toBeGreaterThan(8);
    expect(asked.filter(({ made, entry }) => made !== 'listed' && entry)).toEqual([]);
  });
});
