import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureListsDir } from './fixture-lists.js';
import { loadUnConsolidated } from './un-xml.js';

const fixture = join(fixtureListsDir, 'un_consolidated.xml');
let dir: string;
let xml: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'un-'));
  xml = await readFile(fixture, 'utf8');
});
afterAll(() => rm(dir, { recursive: true }));

async function load(content: string) {
  const path = join(dir, 'un_consolidated.xml');
  await writeFile(path, content);
  return loadUnConsolidated(path);
}

describe('the UN list in its XML layout', () => {
  it('gives persons and entities by reference number, dated by its content', async () => {
    const { entries, version } = await loadUnConsolidated(fixture);
    expect(entries.map(({ entryId, kind }) => `${entryId} ${kind}`)).toEqual([
      'XXi.001 person',
      'XXi.002 person',
      'XXe.001 entity',
    ]);
    expect(version).toMatchObject({ list: 'UN-SC', version: '2026-01-15', entries: 3 });
    expect(entries[0]?.programme).toBe('Sample');
  });

  it('joins the parts of a name and keeps original script, aliases and their quality', async () => {
    const { entries } = await loadUnConsolidated(fixture);
    expect(entries[0]?.names).toEqual([
      { name: 'SAMNANG INVENTED PHKACHHOUK', quality: 'primary' },
      { name: 'សំណាង ផ្កាឈូក', quality: 'primary' },
      { name: 'Samnâng Phka Chhouk', quality: 'aka' },
      { name: 'Sam-Nang Phkachhuk', quality: 'aka' },
      { name: 'The Invented Weaver', quality: 'weak' },
    ]);
    expect(entries[1]?.names).toEqual([{ name: 'MONONYMOUS-EXAMPLE', quality: 'primary' }]);
  });

  it('splits names that share a field and reads entities such as &amp;', async () => {
    const { entries } = await loadUnConsolidated(fixture);
    expect(entries[2]?.names.map(({ name }) => name)).toEqual([
      'RED INDIGO EXAMPLE FRONT (RIEF)',
      'RIVER OF THREAD EXAMPLE',
      'INDIGO ROUGE EXEMPLE',
      'LOOM & SHUTTLE EXAMPLE CO LTD',
    ]);
  });

  it('says where, when born and under which numbers', async () => {
    const { entries } = await loadUnConsolidated(fixture);
    expect(entries[0]).toMatchObject({
      countries: ['KH', 'LA'],
      births: [{ from: 1958, to: 1961 }],
      idNumbers: ['N0000018'],
      addresses: [{ country: 'KH' }],
    });
    expect(entries[2]).toMatchObject({ countries: ['KH'], births: [], idNumbers: [] });
  });

  it('has the digest as version when the content gives no date', async () => {
    const { version } = await load(xml.replace(/ dateGenerated="[^"]*"/, ''));
    expect(version.version).toBe(version.sha256.slice(0, 12));
  });
});

describe('the UN list is refused', () => {
  it('when cut off anywhere, even between two entries', async () => {
    const cuts = [xml.length - 5, xml.lastIndexOf('<ENTITIES>'), xml.indexOf('<INDIVIDUAL>', 700), 300];
    for (const cut of cuts) {
      await expect(load(xml.slice(0, cut))).rejects.toMatchObject({
        name: 'ScreeningError',
        message: expect.stringMatching(/^un_consolidated\.xml: .*unclosed tag/),
      });
    }
  });

  it.each<[string, (list: string) => string, RegExp]>([
    [
      'with a tag that closes another',
      (list) => list.replace('</INDIVIDUAL>', '</ENTITY>'),
      /unexpected close tag/,
    ],
    ['with another root', () => '<sdnList/>', /root element is sdnList, not CONSOLIDATED_LIST/],
    ['without entries', () => '<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>', /no entries/],
    ['when empty', () => '', /document must contain a root element/],
    ['without a reference number', (list) => list.replace('XXi.001', ' '), /has no REFERENCE_NUMBER/],
    ['with a reference number twice', (list) => list.replace('XXi.002', 'XXi.001'), /XXi\.001 occurs twice/],
    ['with a party without name', (list) => list.replace('MONONYMOUS-EXAMPLE', ''), /XXi\.002 has no name/],
  ])('%s', async (_case, change, message) => {
    await expect(load(change(xml))).rejects.toThrow(message);
  });
});

describe('a document type declaration in the UN list', () => {
  const declared = (list: string, entity: string) =>
    list.replace('<CONSOLIDATED_LIST', `<!DOCTYPE CONSOLIDATED_LIST [${entity}]>\n<CONSOLIDATED_LIST`);

  it('is passed over: nothing it names is fetched', async () => {
    const { entries } = await load(declared(xml, '<!ENTITY e SYSTEM "file:///nowhere">'));
    expect(entries).toHaveLength(3);
  });

  it.each(['SYSTEM "file:///etc/hostname"', '"expanded"'])(
    'cannot put text into a name (%s)',
    async (value) => {
      const list = xml.replace('SAMNANG', 'SAMNANG &e;');
      await expect(load(declared(list, `<!ENTITY e ${value}>`))).rejects.toThrow(/undefined entity/);
    },
  );
});
