import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadEuConsolidated } from './eu-xml.js';
import { fixtureListsDir } from './fixture-lists.js';

const fixture = join(fixtureListsDir, 'eu_consolidated.xml');
let dir: string;
let xml: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eu-'));
  xml = await readFile(fixture, 'utf8');
});
afterAll(() => rm(dir, { recursive: true }));

async function load(content: string) {
  const path = join(dir, 'eu.xml');
  await writeFile(path, content);
  return loadEuConsolidated(path);
}

describe('the EU list in its XML layout', () => {
  it('gives persons and entities by EU reference, dated by its content', async () => {
    const { entries, version } = await loadEuConsolidated(fixture);
    expect(entries.map(({ entryId, kind }) => `${entryId} ${kind}`)).toEqual([
      'EU.0000.01 person',
      'EU.0000.02 entity',
      '3 entity',
    ]);
    expect(version).toMatchObject({ list: 'EU-FSF', version: '2026-02-03', entries: 3 });
    expect(entries[0]?.programme).toBe('XXX');
  });

  it('keeps each name once: the first strong one primary, one that is not strong weak', async () => {
    const { entries } = await loadEuConsolidated(fixture);
    expect(entries[0]?.names).toEqual([
      { name: 'Kiri Sokhon-Inventé', quality: 'primary' },
      { name: 'គិរី សុខុន', quality: 'aka' },
      { name: 'The Silent Spindle', quality: 'weak' },
    ]);
    expect(entries[1]?.names[0]?.name).toBe('Invented Spindle & Dye Combine PJSC');
  });

  it('puts a name together from its parts where it is not given whole', async () => {
    const parts = xml.replaceAll(/wholeName="Kiri Sokhon-Inventé"/g, 'wholeName=""');
    expect((await load(parts)).entries[0]?.names[0]?.name).toBe('Kiri Sokhon-Inventé');
  });

  it('says where, when born and under which numbers', async () => {
    const { entries } = await loadEuConsolidated(fixture);
    expect(entries[0]).toMatchObject({
      countries: ['KH'],
      births: [
        { from: 1966, to: 1966 },
        { from: 1968, to: 1972 },
      ],
      idNumbers: ['N0000017'],
    });
    expect(entries[1]).toMatchObject({
      idNumbers: ['000000019'],
      addresses: [{ city: 'Nowhere', country: 'RU' }],
    });
  });

  it('makes one entry of a party that is listed twice under the same reference', async () => {
    const { entries } = await load(xml.replace('euReferenceNumber=""', 'euReferenceNumber="EU.0000.02"'));
    expect(entries).toHaveLength(2);
    expect(entries[1]?.names.at(-1)).toEqual({ name: 'Example Bobbin Bureau', quality: 'aka' });
  });
});

describe('the EU list is refused', () => {
  it.each<[string, (list: string) => string, RegExp]>([
    ['when cut off', (list) => list.slice(0, list.lastIndexOf('<sanctionEntity')), /eu\.xml: .*unclosed tag/],
    ['with another root', () => '<CONSOLIDATED_LIST/>', /root element is CONSOLIDATED_LIST, not export/],
    ['without entries', () => '<export/>', /no entries/],
    ['without a number', (list) => list.replace('logicalId="3"', ''), /neither euReferenceNumber/],
    [
      'with an unknown type',
      (list) => list.replace('"E"', '"Q"'),
      /EU\.0000\.02 has the unknown subject type/,
    ],
    [
      'with a party without name',
      (list) => list.replace('Example Bobbin Bureau', ' '),
      /entry 3 has no name/,
    ],
    [
      'with a reference that is a person and an entity',
      (list) => list.replace('euReferenceNumber=""', 'euReferenceNumber="EU.0000.01"'),
      /is a person and an entity/,
    ],
  ])('%s', async (_case, change, message) => {
    await expect(load(change(xml))).rejects.toMatchObject({
      name: 'ScreeningError',
      message: expect.stringMatching(message),
    });
  });
});
