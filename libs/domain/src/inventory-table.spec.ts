import { describe, expect, it } from '@jest/globals';
import type { Cell } from './inventory-cells.js';
import { INVENTORY_COLUMNS, INVENTORY_TEMPLATE, readInventory } from './inventory-table.js';

const HEADER = INVENTORY_COLUMNS;
const GOOD = ['Softener', 'Kampot Chem', '7732-18-5', '80', '25', '2026-01-31', ''];
const ROW = { product: 'Softener', supplier: 'Kampot Chem', cas: '7732-18-5', percent: 80, kgMonth: 25 };
const withCell = (column: (typeof HEADER)[number], cell: Cell): Cell[] =>
  GOOD.map((one, at): Cell => (at === HEADER.indexOf(column) ? cell : one));
const read = (column: (typeof HEADER)[number], cell: Cell) => {
  const result = readInventory([HEADER, withCell(column, cell)]);
  return 'rows' in result ? result.rows[0] : result.faults;
};
const fault = (column: string, code: string) => [{ row: 2, column, code }];

describe('the table of a chemical inventory', () => {
  it('is read whole', () => {
    expect(readInventory([HEADER, GOOD])).toEqual({ rows: [{ ...ROW, sdsDate: '2026-01-31' }] });
    expect(readInventory(INVENTORY_TEMPLATE)).toMatchObject({ rows: [{ cas: '7732-18-5' }] });
  });

  it('has its columns in any order, in English or Khmer, among others', () => {
    const header = [
      'លេខ CAS',
      'Notes',
      '%',
      'ផលិត\u200bផល',
      'KG / month'.replace(' / ', '/'),
      'SDS_Date',
      'Supplier',
    ];
    const row = ['7732-18-5', 'none', 80, 'Softener', 25, '៣១/០១/២០២៦', 'Kampot Chem'];
    expect(readInventory([header, row])).toEqual({ rows: [{ ...ROW, sdsDate: '2026-01-31' }] });
  });

  it.each([
    ['80', 80],
    ['12,5', 12.5],
    ['12.5 %', 12.5],
    ['5-10', 10],
    ['5 – 10 %', 10],
    ['<0.1', 0.1],
    ['១២,៥', 12.5],
    [0.5, 0.5],
    [0, 0],
  ])('takes a share as it is written: %p', (cell, percent) => {
    expect(read('percent', cell)).toMatchObject({ percent });
  });

  it.each([
    ['percent', '101', 'number-out-of-range'],
    ['percent', 'some', 'number-form'],
    ['percent', '-1', 'number-form'],
    ['percent', '10-5', 'range-reversed'],
    ['percent', '', 'missing'],
    ['kg_month', '1,234', 'number-has-two-readings'],
    ['kg_month', '1,234.5', 'number-form'],
    ['kg_month', Infinity, 'number-out-of-range'],
    ['kg_month', '=1+1', 'number-form'],
    ['cas', '7732-18-4', 'cas-check-digit'],
    ['cas', '7732185', 'cas-form'],
    ['sds_date', '31/02/2026', 'date-unreal'],
    ['sds_date', '01/31/2026', 'date-unreal'],
    ['sds_date', '2569-01-31', 'date-out-of-range'],
    ['sds_date', 46_000, 'date-form'],
    ['product', ' ', 'missing'],
    ['product', 'x'.repeat(201), 'text-too-long'],
    ['product', 'a\u0007b', 'text-control-characters'],
    ['use', 'painting', 'use-unknown'],
  ] as const)('says what is wrong with a cell: %s %p', (column, cell, code) => {
    expect(read(column, cell)).toEqual(fault(column, code));
  });

  it.each([
    ['31/1/2026', '2026-01-31'],
    ['31.01.2026', '2026-01-31'],
    [new Date('2026-01-31T00:00:00Z'), '2026-01-31'],
  ])('takes a date as it is written: %p', (cell, sdsDate) => {
    expect(read('sds_date', cell)).toMatchObject({ sdsDate });
  });

  it('lets what nobody knows be empty, and knows a secret when it reads one', () => {
    expect(read('cas', '')).not.toHaveProperty('cas');
    expect(read('sds_date', null)).not.toHaveProperty('sdsDate');
    expect(read('cas', 'Trade secret')).toMatchObject({ cas: 'undisclosed' });
    expect(read('cas', '7732–18–5')).toMatchObject({ cas: '7732-18-5' });
    expect(read('use', 'In-can preservative')).toMatchObject({ use: 'in-can-preservative' });
  });

  it('takes a cell for data, also when it looks like a formula', () => {
    expect(read('product', '=HYPERLINK("http://x")')).toMatchObject({ product: '=HYPERLINK("http://x")' });
  });

  it('counts rows as a spreadsheet does, and passes over empty ones', () => {
    const table = [HEADER, ['', null], GOOD, [], withCell('cas', '1-1-1')];
    expect(readInventory(table)).toEqual({
      faults: [{ row: 5, column: 'cas', code: 'cas-check-digit' }],
      count: 1,
    });
  });

  it('is taken whole or not at all: the first 200 faults are told, and how many there are', () => {
    const rows = Array.from({ length: 150 }, () => withCell('cas', 'x').with(0, ''));
    const result = readInventory([HEADER, GOOD, ...rows]);
    expect(result).toMatchObject({ count: 300 });
    expect('faults' in result && result.faults).toHaveLength(200);
  });

  it('needs its header, some rows and not too many', () => {
    expect(readInventory([])).toMatchObject({ faults: [{ row: 1, code: 'header-missing' }] });
    expect(readInventory([GOOD])).toMatchObject({
      faults: [{ row: 1, column: 'product', code: 'column-missing' }, {}, {}, {}, {}, {}],
    });
    expect(readInventory([[...HEADER, 'CAS']])).toMatchObject({
      faults: [{ column: 'cas', code: 'column-twice' }],
    });
    expect(readInventory([HEADER, ['']])).toMatchObject({ faults: [{ row: 2, code: 'no-rows' }] });
    const many = Array.from({ length: 2_001 }, () => GOOD);
    expect(readInventory([HEADER, ...many.slice(1)])).toHaveProperty('rows.length', 2_000);
    expect(readInventory([HEADER, ...many])).toEqual({
      faults: [{ row: 2_002, code: 'too-many-rows' }],
      count: 1,
    });
  });
});
