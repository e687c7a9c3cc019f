import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureListsDir } from './fixture-lists.js';
import { loadUflpa } from './uflpa-csv.js';

const fixture = join(fixtureListsDir, 'uflpa.csv');
let dir: string;
let csv: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'uflpa-'));
  csv = await readFile(fixture, 'utf8');
});
afterAll(() => rm(dir, { recursive: true }));

async function load(content: string) {
  const path = join(dir, 'uflpa.csv');
  await writeFile(path, content);
  return loadUflpa(path);
}

describe('the UFLPA entity list as the office keeps it', () => {
  it('gives firms in China with their sublists, dated by the latest row', async () => {
    const { entries, version } = await loadUflpa(fixture);
    expect(version).toMatchObject({ list: 'UFLPA', version: '2025-01-15', entries: 2 });
    expect(entries.map(({ kind, countries, programme }) => ({ kind, countries, programme }))).toEqual([
      { kind: 'entity', countries: ['CN'], programme: '2(d)(2)(B)(v)' },
      { kind: 'entity', countries: ['CN'], programme: '2(d)(2)(B)(ii); 2(d)(2)(B)(i)' },
    ]);
  });

  it('takes aliases out of the name and out of their column, and joins the rows of one firm', async () => {
    const { entries } = await loadUflpa(fixture);
    expect(entries.map(({ names }) => names.map(({ name }) => name))).toEqual([
      ['Invented Cotton Ginning Works Co., Ltd.', 'Invented Ginnery', 'Gin Example Co., Ltd.'],
      [
        'Example Tarim Yarn Co., Ltd.',
        'Tarim Example Spinning Mill',
        '塔里木示例纱线有限公司',
        'Yarn of Tarim Example',
      ],
    ]);
  });

  it('gives a firm the same number in every edition', async () => {
    const [one, other] = [await loadUflpa(fixture), await load(csv.replace('2024-06-12', '2024-06-13'))];
    expect(other.entries.map(({ entryId }) => entryId)).toEqual(one.entries.map(({ entryId }) => entryId));
  });
});

describe('the UFLPA entity list is refused', () => {
  it.each<[string, (table: string) => string, RegExp]>([
    [
      'without header',
      (table) => table.slice(table.indexOf('\n') + 1),
      /row 1: the header is not name,aliases/,
    ],
    ['with a row that is too long', (table) => table.replace(',,', ',,,'), /row 2: 5 columns instead of 4/],
    ['with a date that is none', (table) => table.replace('2024-06-12', '12/06/2024'), /not a date/],
    ['with a day that is none', (table) => table.replace('2024-06-12', '2024-13-12'), /not a date/],
    ['with an unknown sublist', (table) => table.replace('(B)(v)', '(B)(iii)'), /not a sublist/],
    ['with a row without name', (table) => table.replace(/"Inv.*\)",/, '"",'), /row 2: a row has no name/],
    ['with a header only', (table) => table.slice(0, table.indexOf('\n')), /no entries/],
    ['when empty', () => '', /no rows/],
  ])('%s', async (_case, change, message) => {
    await expect(load(change(csv))).rejects.toMatchObject({
      name: 'ScreeningError',
      message: expect.stringMatching(message),
    });
  });
});
