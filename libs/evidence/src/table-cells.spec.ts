import { describe, expect, it } from '@jest/globals';
import { sheetOf } from '../../../test/support/good-files.js';
import { cellsOf } from './table-cells.js';

const read = (text: string) => cellsOf(Buffer.from(text), 'csv');

describe('the cells of a table', () => {
  it('are separated by whatever its header is separated by', async () => {
    expect(await read('a,b\n1,"x,y"\n')).toEqual([
      ['a', 'b'],
      ['1', 'x,y'],
    ]);
    expect(await read('\ufeffa;b\r\n1,5;"x\ny"\r\n')).toEqual([
      ['a', 'b'],
      ['1,5', 'x\ny'],
    ]);
    expect(await read('a\tb\n\n1\t2')).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  it('are not read from what is no UTF-8, or breaks off in a quotation', async () => {
    await expect(cellsOf(Buffer.from([0x61, 0xff]), 'csv')).rejects.toThrow();
    await expect(read('a,b\n"1,2')).rejects.toThrow();
  });

  it('of a workbook are those of its first sheet, dates where they are marked as such', async () => {
    const workbook = sheetOf([
      ['product', 'percent', 'sds_date'],
      ['ទឹកថ្នាំ', 12.5, new Date('2026-01-31T00:00:00Z')],
    ]);
    expect(await cellsOf(workbook, 'xlsx')).toEqual([
      ['product', 'percent', 'sds_date'],
      ['ទឹកថ្នាំ', 12.5, new Date('2026-01-31T00:00:00Z')],
    ]);
    await expect(cellsOf(Buffer.from('PK'), 'xlsx')).rejects.toThrow();
  });
});
