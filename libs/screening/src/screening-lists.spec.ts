import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixtureListsDir } from './fixture-lists.js';
import type { ScreeningLists } from './screening-lists.js';
import { loadScreeningLists } from './screening-lists.js';

describe('a name is looked up in the lists', () => {
  let lists: ScreeningLists;
  beforeAll(async () => {
    lists = await loadScreeningLists(fixtureListsDir);
  });
  const firm = (name: string) => lists.match({ name, kind: 'entity' });
  const person = (name: string) => lists.match({ name, kind: 'person' });

  it('and is found after normalisation, however its legal form is written', () => {
    const hit = { list: 'OFAC-SDN', entryId: '900001', matched: 'primary', band: 'strong', score: 1 };
    expect(firm('Blue Lotus Trading Front Co., Ltd.')).toMatchObject([hit]);
    expect(firm('  blue-lotus TRADING front, company limited ')).toMatchObject([hit]);
    expect(firm('Blue Lotus Front (Cambodia)')).toMatchObject([hit]);
  });

  it('and is found by a full alias, a former name, a weak alias and the original script', () => {
    expect(firm('Lotus Bleu Front')).toMatchObject([{ entryId: '900001', matched: 'aka' }]);
    expect(firm('Loom and Shuttle Example')).toMatchObject([{ entryId: 'XXe.001', matched: 'aka' }]);
    expect(person('the paper tiger')).toMatchObject([{ entryId: '900002', matched: 'weak' }]);
    expect(person('សំណាង\u200b ផ្កាឈូក')).toMatchObject([{ entryId: 'XXi.001', matched: 'primary' }]);
  });

  it('and a person is found with the family name first, last or before a comma', () => {
    for (const name of [
      'Rattanakiri Test Veasnapich',
      'Veasnapich Rattanakiri Test',
      'VEASNAPICH, Rattanakiri Test',
    ]) {
      expect(person(name)).toMatchObject([{ list: 'OFAC-SDN', entryId: '900002', matched: 'primary' }]);
    }
  });

  it('and is found without the abbreviation that the list adds in brackets', () => {
    expect(firm('Red Indigo Example Front')).toMatchObject([{ list: 'UN-SC', entryId: 'XXe.001' }]);
  });

  it('and digits that differ are never a strong hit', () => {
    expect(firm('Blue Lotus 1995')).toMatchObject([
      { band: 'strong', name: 'BLUE LOTUS 1995 IMPORT EXPORT' },
    ]);
    expect(firm('Blue Lotus 1996')).toMatchObject([
      { band: 'potential', reasons: expect.arrayContaining([{ code: 'numbers-differ', params: {} }]) },
    ]);
  });

  it('and is found when it is spelt otherwise, which is a potential hit', () => {
    expect(firm('Blue Lotos Trading Front')).toMatchObject([{ entryId: '900001', band: 'potential' }]);
    expect(person('Veasnapixh Rattanakiri Test')).toMatchObject([{ entryId: '900002', band: 'potential' }]);
    expect(person('Veasnapitch Rattanakiry Test')).toMatchObject([{ entryId: '900002', band: 'strong' }]);
    expect(person('Samnang Phkachhuk')).toMatchObject([{ entryId: 'XXi.001' }]);
  });

  it('and is not found when a word of it is another', () => {
    expect(firm('Blue Orchid Trading Front')).toEqual([]);
    expect(person('Rattanakiri Test Sovannara')).toEqual([]);
  });

  it('and a firm is not a person, nor a ship a firm', () => {
    expect(person('Blue Lotus Trading Front')).toEqual([]);
    expect(firm('Paper Lantern')).toEqual([]);
  });

  it('and what cannot be compared is an error, never a pass', () => {
    expect(() => firm(' ** ')).toThrow(expect.objectContaining({ name: 'ScreeningError' }));
  });

  it('and no caller can change what the next one finds', () => {
    Object.assign(firm('Lotus Bleu Front')[0] ?? {}, { entryId: 'changed' });
    expect(firm('Lotus Bleu Front')).toMatchObject([{ entryId: '900001' }]);
  });

  it('and the edition of every list is known', () => {
    expect(lists.versions.map(({ list, entries }) => `${list} ${entries}`)).toEqual([
      'OFAC-SDN 6',
      'UN-SC 3',
      'EU-FSF 3',
      'UFLPA 2',
    ]);
    expect(lists.listsVersion).toMatch(
      /^OFAC-SDN@[0-9a-f]{12}#[0-9a-f]{8}\+UN-SC@2026-01-15#[0-9a-f]{8}\+EU-FSF@2026-02-03#\w{8}\+UFLPA@2025-01-15#\w{8}$/,
    );
  });
});

describe('the lists of a directory', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lists-'));
    await cp(fixtureListsDir, dir, { recursive: true });
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));
  const failure = (message: RegExp) =>
    expect(loadScreeningLists(dir)).rejects.toMatchObject({
      name: 'ScreeningError',
      message: expect.stringMatching(message),
    });

  it('are found under the names the publishers use too, and one list is enough', async () => {
    for (const part of ['sdn', 'alt', 'add'])
      await rename(join(dir, `ofac_${part}.csv`), join(dir, `${part}.csv`));
    await rename(join(dir, 'un_consolidated.xml'), join(dir, 'Consolidated.xml'));
    await rename(join(dir, 'eu_consolidated.xml'), join(dir, '20260203-FULL-1_1.xml'));
    await rename(join(dir, 'uflpa.csv'), join(dir, 'UFLPA-entity-list.csv'));
    expect((await loadScreeningLists(dir)).versions).toHaveLength(4);
    for (const other of ['Consolidated.xml', '20260203-FULL-1_1.xml', 'UFLPA-entity-list.csv'])
      await rm(join(dir, other));
    expect((await loadScreeningLists(dir)).versions).toMatchObject([{ list: 'OFAC-SDN' }]);
  });

  it('are an error when there is no directory, or no list in it', async () => {
    for (const file of await readdir(dir)) await rm(join(dir, file));
    await failure(/no screening list in/);
    await rm(dir, { recursive: true });
    await failure(/ENOENT/);
  });

  it('are an error when the SDN file or its aliases are missing', async () => {
    await rm(join(dir, 'ofac_alt.csv'));
    await failure(/alias file of the SDN list is missing/);
    await cp(join(fixtureListsDir, 'ofac_alt.csv'), join(dir, 'alt.csv'));
    await rm(join(dir, 'ofac_sdn.csv'));
    await failure(/SDN file is missing/);
  });

  it('are an error when the same list lies there twice', async () => {
    await cp(join(dir, 'ofac_sdn.csv'), join(dir, 'sdn.csv'));
    await failure(/ofac_sdn\.csv and sdn\.csv are the same list/);
  });

  it('are an error as a whole when one of them is malformed', async () => {
    await writeFile(join(dir, 'un_consolidated.xml'), '<CONSOLIDATED_LIST><INDIVIDUALS>');
    await failure(/un_consolidated\.xml: .*unclosed tag/);
  });
});
