import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { FigureCaseView } from '#contracts';
import { casesCsv, figureCsv } from './programme.view.js';

const oneCase = (supplierName: string): FigureCaseView => ({
  ...{ qualificationId: '0190f000-0000-7000-8000-000000000001', caseNumber: 'SQ-2026-000000001' },
  ...{
    supplierId: '0190f000-0000-7000-8000-000000000002',
    supplierName,
    category: 'TRIMS',
    province: 'KH-12',
  },
  ...{ size: null, womenOwned: true, stage: 'approval', substate: 'decision' },
  ...{ submittedAt: '2026-03-02T05:00:00.000Z', qualifiedAt: null, value: -3 },
});
async function* pagesOf(...pages: readonly string[][]): AsyncGenerator<readonly FigureCaseView[]> {
  for (const names of pages) yield await Promise.resolve(names.map(oneCase));
}
async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('a table of cases', () => {
  const names = [
    '=1+1',
    '+855',
    '-2',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '＝1',
    '＠x',
    'Plain, "quoted" Co.',
    'ក្រុមហ៊ុន',
  ];

  it('holds every name as it is, and none that a spreadsheet would run', async () => {
    const text = await textOf(casesCsv(pagesOf(names.slice(0, 4), [], names.slice(4))));
    expect(text.startsWith('\uFEFFcaseNumber,')).toBe(true);
    expect(text.lastIndexOf('\uFEFF')).toBe(0);
    const rows = parse(text, { bom: true, columns: true, relax_column_count: false }) as Record<
      string,
      string
    >[];
    expect(rows.map(({ supplierName }) => supplierName)).toEqual(
      names.map((name) => (/^[=+\-@\t\r＝＠]/.test(name) ? `'${name}` : name)),
    );
    expect(rows[0]).toMatchObject({ womenOwned: 'true', size: '', qualifiedAt: '', value: '-3' });
  });

  it('has its columns also when there is no case', async () => {
    expect((await textOf(casesCsv(pagesOf([])))).trim().split(',')).toHaveLength(12);
  });
});

describe('a figure as a table', () => {
  const row = { key: 'KH-5', count: 2, values: { applied: 2, underWay: 0, valid: null } };
  const view = { figure: 'province-map', asOf: '2026-06-01T00:00:00.000Z' } as const;

  it('has a column for each measure, and one more for what it is split by', () => {
    expect(figureCsv({ ...view, by: null, rows: [{ ...row, group: null }] })).toBe(
      '\uFEFFprovince,applied,underWay,valid\r\nKH-5,2,0,\r\n',
    );
    expect(figureCsv({ ...view, by: 'women-owned', rows: [{ ...row, group: 'true' }] })).toBe(
      '\uFEFFwomen-owned,province,applied,underWay,valid\r\ntrue,KH-5,2,0,\r\n',
    );
  });
});
