import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureListsDir } from './fixture-lists.js';
import { loadOfacSdn } from './ofac-csv.js';
import type { ScreeningLists } from './screening-lists.js';
import { loadScreeningLists } from './screening-lists.js';
import { loadUnConsolidated } from './un-xml.js';

/** A directory with the published lists, as ofac_sdn.csv, ofac_alt.csv, ofac_add.csv and un_consolidated.xml. */
const dir = process.env['SCREENING_LISTS_DIR'] ?? '';
const file = (name: string) => join(dir, name);
const count = async (name: string, pattern: RegExp) =>
  ((await readFile(file(name), 'utf8')).match(pattern) ?? []).length;

// Real people are on the published lists, so they are not kept here: whoever has them names their folder.
(dir ? describe : describe.skip)('the published lists', () => {
  let lists: ScreeningLists;
  beforeAll(async () => {
    lists = await loadScreeningLists(dir);
  });

  it('give one OFAC entry per row and one full alias per row of the alias file', async () => {
    const { entries } = await loadOfacSdn({ sdn: file('ofac_sdn.csv'), alt: file('ofac_alt.csv') });
    const aliases = entries.flatMap(({ names }) => names).filter(({ quality }) => quality === 'aka');
    expect(entries).toHaveLength(await count('ofac_sdn.csv', /^\d+,/gm));
    expect(aliases).toHaveLength(await count('ofac_alt.csv', /^\d+,/gm));
  });

  it('keep every weak alias of the remarks but those that the column cuts off', async () => {
    const { entries } = await loadOfacSdn({ sdn: file('ofac_sdn.csv'), alt: file('ofac_alt.csv') });
    const weak = entries.flatMap(({ names }) => names).filter(({ quality }) => quality === 'weak');
    expect(weak).toHaveLength(await count('ofac_sdn.csv', /\b[afn]\.k\.a\. '(?=[^"\r\n]*'[;.])/g));
  });

  it('give one UN entry per INDIVIDUAL and ENTITY', async () => {
    const { entries } = await loadUnConsolidated(file('un_consolidated.xml'));
    expect(entries).toHaveLength(await count('un_consolidated.xml', /<(?:INDIVIDUAL|ENTITY)>/g));
  });

  it('find each of their own primary names again', async () => {
    const { entries } = await loadUnConsolidated(file('un_consolidated.xml'));
    const missed = entries.filter(({ entryId, kind, names }) => {
      const query = { name: names[0]?.name ?? '', kind: kind === 'person' ? kind : ('entity' as const) };
      return !lists.match(query).some((hit) => hit.entryId === entryId && hit.matched === 'primary');
    });
    expect(missed).toEqual([]);
  });

  it('hold none of the invented names of the fixtures', async () => {
    const invented = [
      ...(await loadOfacSdn({
        sdn: join(fixtureListsDir, 'ofac_sdn.csv'),
        alt: join(fixtureListsDir, 'ofac_alt.csv'),
      }).then(({ entries }) => entries)),
      ...(await loadUnConsolidated(join(fixtureListsDir, 'un_consolidated.xml'))).entries,
    ].flatMap(({ names }) => names.map(({ name }) => name));
    const kinds = ['person', 'entity'] as const;
    expect(invented.flatMap((name) => kinds.flatMap((kind) => lists.match({ name, kind })))).toEqual([]);
  });
});
