import { describe, expect, it } from '@jest/globals';
import { PersonalData, readKeyring } from '#persistence';
import { fixtureListsDir, loadScreeningLists, type ScreeningLists } from '#screening';
import type { CheckContext } from './check.js';
import { lookUp } from './hits.js';

const OWNER = { subject: 'owner:o1', name: 'Rattanakiri Test Veasnapich', kind: 'person' } as const;
const personal = new PersonalData(readKeyring(`k1:${'A'.repeat(43)}`));
const context = (clearedHits: readonly string[] = [], supplierId = 's1'): CheckContext =>
  ({ data: { supplierId, clearedHits }, personal }) as unknown as CheckContext;
const all = (): boolean => true;
const lists = await loadScreeningLists(fixtureListsDir);
const find = (
  party = OWNER as Parameters<typeof lookUp>[2][number],
  within = context(),
  on: ScreeningLists = lists,
) => lookUp(within, on, [party], all);
const idOf = (found: ReturnType<typeof find>): string => String(found.hits[0]?.params['hit']);

describe('a hit', () => {
  it('says list, entry, band, words, parts and reasons', () => {
    const [hit] = find({ ...OWNER, name: 'Rattanakiri Test Veasnapixh' }).hits;
    expect(hit).toMatchObject({
      code: 'list-hit',
      params: { subject: 'owner:o1', list: 'OFAC-SDN', entryId: '900002', band: 'potential' },
    });
    expect(JSON.parse(String(hit?.params['match']))).toMatchObject({
      asked: { name: 'Rattanakiri Test Veasnapixh', kind: 'person' },
      entry: { kind: 'person', countries: expect.any(Array), births: expect.any(Array) },
      name: 'VEASNAPICH, Rattanakiri Test',
      reasons: [{ code: 'spelling-differs' }],
      parts: [],
      score: expect.any(Number),
      words: expect.arrayContaining([expect.objectContaining({ listed: 'veasnapich', likeness: 'similar' })]),
    });
  });

  it('has the same id until the name, the party or the entry changes', () => {
    const id = idOf(find());
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(idOf(find())).toBe(id);
    const changed: ScreeningLists = {
      ...lists,
      match: (query) => lists.match(query).map((hit) => ({ ...hit, entryDigest: 'other' })),
    };
    const others = [
      find({ ...OWNER, name: 'Rattanakiri  Test Veasnapich' }),
      find({ ...OWNER, subject: 'owner:o2' }),
      find(OWNER, context([], 's2')),
      find(OWNER, context(), changed),
    ].map(idOf);
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('that was cleared is left out, and told as that', () => {
    const id = idOf(find());
    const { hits, cleared } = find(OWNER, context([id]));
    expect(hits).toEqual([]);
    expect(cleared).toMatchObject([{ code: 'cleared-pair', params: { hit: id, entryId: '900002' } }]);
    expect(find({ ...OWNER, name: 'Veasnapich Rattanakiri Test Jr' }, context([id])).cleared).toEqual([]);
  });

  it('is looked for on the lists that were asked for', () => {
    expect(lookUp(context(), lists, [OWNER], (list) => list === 'UFLPA').hits).toEqual([]);
  });
});
