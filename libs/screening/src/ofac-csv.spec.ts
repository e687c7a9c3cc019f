import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureListsDir } from './fixture-lists.js';
import type { OfacFiles } from './ofac-csv.js';
import { loadOfacSdn } from './ofac-csv.js';

const fixture = (name: string) => join(fixtureListsDir, name);
const files = { sdn: fixture('ofac_sdn.csv'), alt: fixture('ofac_alt.csv'), add: fixture('ofac_add.csv') };
const blank = ',-0- '.repeat(8);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ofac-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** The fixture files with one of them replaced by `content`. */
async function withFile(part: keyof OfacFiles, content: string | Buffer): Promise<OfacFiles> {
  const path = join(dir, `${part}.csv`);
  await writeFile(path, content);
  return { ...files, [part]: path };
}

describe('the OFAC list in its CSV layout', () => {
  it('gives every party with kind, names and programme, the null mark and the Ctrl-Z line aside', async () => {
    const { entries, version } = await loadOfacSdn(files);
    expect(entries.map(({ entryId, kind }) => `${entryId} ${kind}`)).toEqual([
      '900001 entity',
      '900002 person',
      '900003 entity',
      '900004 vessel',
      '900005 aircraft',
      '900006 entity',
    ]);
    expect(version).toMatchObject({ list: 'OFAC-SDN', entries: 6 });
    expect(entries[1]?.programme).toBe('INVENTED; SAMPLE');
  });

  it('joins aliases to their party: full ones from the alias file, weak ones from the remarks', async () => {
    const { entries } = await loadOfacSdn(files);
    expect(entries[1]?.names).toEqual([
      { name: 'VEASNAPICH, Rattanakiri Test', quality: 'primary' },
      { name: 'VEASNAPIC, Ratanakiri', quality: 'aka' },
      { name: 'THE PAPER TIGER', quality: 'weak' },
      { name: 'KLA, Kradas', quality: 'weak' },
    ]);
  });

  it('says where, when born and under which numbers, from addresses and remarks', async () => {
    const { entries } = await loadOfacSdn(files);
    expect(entries[0]).toMatchObject({ countries: ['KH'], idNumbers: ['00000001'] });
    expect(entries[1]).toMatchObject({
      countries: ['KH'],
      births: [
        { from: 1970, to: 1970 },
        { from: 1970, to: 1974 },
      ],
      idNumbers: ['N0000016'], // a telephone number is none
      addresses: [{ city: 'Battambang', country: 'KH' }],
    });
    expect(entries[2]).toMatchObject({ countries: ['TH'], addresses: [{ city: 'Bangkok', country: 'TH' }] });
  });

  it('continues remarks that were cut off from the comments file', async () => {
    const sdn = (await readFile(files.sdn, 'utf8')).replace("a.k.a. 'KLA, Kradas'.", "a.k.a. 'KLA, Kr");
    const comments = join(dir, 'sdn_comments.csv');
    await writeFile(comments, `900002,"adas'; a.k.a. 'ROTTAN'."\r\n\u001a\r\n`);
    const { entries } = await loadOfacSdn({ ...(await withFile('sdn', sdn)), comments });
    expect(entries[1]?.names.slice(2).map(({ name }) => name)).toEqual([
      'THE PAPER TIGER',
      'KLA, Kradas',
      'ROTTAN',
    ]);
  });

  it('has the digest of its files as version, so a changed alias file is another version', async () => {
    const { version } = await loadOfacSdn(files);
    const alt = await readFile(files.alt, 'utf8');
    const changed = await loadOfacSdn(await withFile('alt', alt.replace('LOTUS BLEU', 'LOTUS BLEUE')));
    expect(version.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(version.version).toBe(version.sha256.slice(0, 12));
    expect(changed.version.version).not.toBe(version.version);
  });

  it('reads without the address file, without a Ctrl-Z line and with bare line feeds', async () => {
    const sdn = (await readFile(files.sdn, 'utf8')).replace('\u001a', '').replaceAll('\r\n', '\n').trimEnd();
    const { entries } = await loadOfacSdn({ sdn: (await withFile('sdn', sdn)).sdn, alt: files.alt });
    expect(entries).toHaveLength(6);
  });
});

describe('the OFAC list is refused', () => {
  const party = '900001,"X",-0- ,"P"';
  it.each<[string, keyof OfacFiles, string | Buffer, RegExp]>([
    ['with a row that is too short', 'sdn', `${party},-0- \r\n`, /sdn\.csv row 1: 5 columns instead of 12/],
    ['with a row that is too long', 'alt', '900001,1,"aka","X",-0- ,-0- ', /row 1: 6 columns instead of 5/],
    ['with an open quote', 'sdn', '900001,"BLUE LOT', /sdn\.csv row 0: Quote Not Closed/],
    ['with a header', 'sdn', `ent_num,SDN_Name,SDN_Type,Program${blank}`, /"ent_num" is not an entry number/],
    ['with an unknown type', 'sdn', `900001,"X","robot","P"${blank}`, /unknown type "robot"/],
    [
      'with an entry twice',
      'sdn',
      `${party}${blank}\r\n${party}${blank}`,
      /row 2: entry 900001 occurs twice/,
    ],
    ['with an entry without name', 'sdn', `900001,-0- ,-0- ,"P"${blank}`, /entry 900001 has no name/],
    ['when cut off between two rows', 'sdn', `${party}${blank}\r\n`, /entry 900002 is not in the SDN file/],
    ['with an unknown alias type', 'alt', '900001,1,"zka","X",-0- ', /unknown alias type "zka"/],
    ['with an address of nobody', 'add', '1,1,-0- ,-0- ,"Cambodia",-0- ', /entry 1 is not in the SDN file/],
    ['with rows after the Ctrl-Z line', 'sdn', `${party}${blank}\r\n\u001a\r\n${party}`, /rows follow/],
    ['when empty', 'alt', '\u001a\r\n', /alt\.csv: no rows/],
    ['in another encoding', 'sdn', Buffer.from(`900001,"SOCI\xc9T\xc9"`, 'latin1'), /sdn\.csv: .*encod/i],
  ])('%s', async (_case, part, content, message) => {
    await expect(loadOfacSdn(await withFile(part, content))).rejects.toMatchObject({
      name: 'ScreeningError',
      message: expect.stringMatching(message),
    });
  });

  it('when a file is not there', async () => {
    await expect(loadOfacSdn({ ...files, alt: join(dir, 'none.csv') })).rejects.toThrow(
      /none\.csv: .*ENOENT/,
    );
  });
});
