import { isCasNumber } from './cas-number.js';
import { MAX_INVENTORY_ROWS, UNDISCLOSED, type InventoryRow } from './chemical-inventory.js';
import {
  cellValue,
  isBlank,
  plainText,
  readDate,
  readNumber,
  readPercent,
  readText,
  type Cell,
  type CellRead,
} from './inventory-cells.js';
import { SUBSTANCE_USES, type SubstanceUse } from './reference/restricted-substances.js';

export const INVENTORY_COLUMNS = [
  'product',
  'supplier',
  'cas',
  'percent',
  'kg_month',
  'sds_date',
  'use',
] as const;
export type InventoryColumn = (typeof INVENTORY_COLUMNS)[number];
const NEEDED: readonly InventoryColumn[] = INVENTORY_COLUMNS.filter((column) => column !== 'use');

/** Other names of the columns. The Khmer ones are a draft that a Khmer speaker still has to review. */
const ALSO: Readonly<Record<InventoryColumn, readonly string[]>> = {
  product: ['product name', 'trade name', 'ផលិតផល', 'ឈ្មោះផលិតផល'],
  supplier: ['manufacturer', 'អ្នកផ្គត់ផ្គង់'],
  cas: ['cas no', 'cas number', 'លេខ cas'],
  percent: ['%', 'percentage', 'concentration', 'ភាគរយ'],
  kg_month: ['kg per month', 'kg/month', 'គីឡូក្រាមក្នុងមួយខែ'],
  sds_date: ['sds', 'date of sds', 'msds date', 'កាលបរិច្ឆេទ sds'],
  use: ['purpose', 'ការប្រើប្រាស់'],
};

/** One thing that is wrong in a table: rows as a spreadsheet counts them, the header being row 1. */
export interface TableFault {
  readonly row: number;
  readonly column?: InventoryColumn;
  readonly code: string;
}
export type InventoryRead =
  | { readonly rows: readonly InventoryRow[] }
  | { readonly faults: readonly TableFault[]; readonly count: number };

const MAX_FAULTS = 200;
const refused = (faults: readonly TableFault[]): InventoryRead => ({
  faults: faults.slice(0, MAX_FAULTS),
  count: faults.length,
});

const folded = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[\s_.]+/g, ' ')
    .trim();
const SECRETS = new Set(
  ['undisclosed', 'proprietary', 'trade secret', 'confidential', 'unknown', 'សម្ងាត់'].map(folded),
);
const columnOf = (cell: Cell): InventoryColumn | undefined =>
  INVENTORY_COLUMNS.find((column) =>
    [column, ...ALSO[column]].some((name) => folded(name) === folded(plainText(cell))),
  );

type Places = ReadonlyMap<InventoryColumn, number>;
/** Where each column stands. Columns that are not ours are let be. */
function placesOf(header: readonly Cell[]): {
  readonly places: Places;
  readonly faults: readonly TableFault[];
} {
  const named = header.map(columnOf);
  const places = new Map(
    INVENTORY_COLUMNS.filter((c) => named.includes(c)).map((c) => [c, named.indexOf(c)]),
  );
  const twice = [...places].filter(([column, at]) => named.lastIndexOf(column) !== at);
  const faults = [
    ...NEEDED.filter((column) => !places.has(column)).map((column) => ({
      row: 1,
      column,
      code: 'column-missing',
    })),
    ...twice.map(([column]) => ({ row: 1, column, code: 'column-twice' })),
  ];
  return { places, faults };
}

function readCas(cell: Cell): CellRead<string> {
  const text = plainText(cell).replace(/[‐‑–—]/g, '-');
  if (SECRETS.has(folded(text))) return cellValue(UNDISCLOSED);
  if (!/^\d+-\d+-\d+$/.test(text)) return { wrong: 'cas-form' };
  return isCasNumber(text) ? cellValue(text) : { wrong: 'cas-check-digit' };
}
const isUse = (text: string): text is SubstanceUse => (SUBSTANCE_USES as readonly string[]).includes(text);
function readUse(cell: Cell): CellRead<SubstanceUse> {
  const text = folded(plainText(cell)).replaceAll(' ', '-');
  return isUse(text) ? cellValue(text) : { wrong: 'use-unknown' };
}

/** Reads the cells of one row and gathers what is wrong with them. */
function readRow(cells: readonly Cell[], row: number, places: Places): InventoryRow | readonly TableFault[] {
  const faults: TableFault[] = [];
  function taken<T>(column: InventoryColumn, read: (cell: Cell) => CellRead<T>): T | undefined {
    const at = places.get(column);
    const cell = at === undefined ? undefined : cells[at];
    if (isBlank(cell)) return undefined;
    const result = read(cell);
    if ('value' in result) return result.value;
    faults.push({ row, column, code: result.wrong });
    return undefined;
  }
  function needed<T>(column: InventoryColumn, read: (cell: Cell) => CellRead<T>, instead: T): T {
    const before = faults.length;
    const value = taken(column, read);
    if (value === undefined && faults.length === before) faults.push({ row, column, code: 'missing' });
    return value ?? instead;
  }
  const product = needed('product', (cell) => readText(cell, 200), '');
  const supplier = taken('supplier', (cell) => readText(cell, 200));
  const cas = taken('cas', readCas);
  const percent = needed('percent', readPercent, 0);
  const kgMonth = needed('kg_month', (cell) => readNumber(cell, 10_000_000), 0);
  const sdsDate = taken('sds_date', readDate);
  const use = taken('use', readUse);
  if (faults.length > 0) return faults;
  return {
    ...{ product, percent, kgMonth },
    ...(supplier !== undefined && { supplier }),
    ...(cas !== undefined && { cas }),
    ...(sdsDate !== undefined && { sdsDate }),
    ...(use !== undefined && { use }),
  };
}

/**
 * Reads a chemical inventory from the cells of a table: all of it, or what is wrong with it (the first 200 faults and how
 * many there are). Column names in English or Khmer, in any order; empty rows are passed over; a CAS number or a
 * date that nobody knows may be left empty, which the check remarks on.
 */
export function readInventory(table: readonly (readonly Cell[])[]): InventoryRead {
  const [header, ...rest] = table;
  if (!header || header.every(isBlank)) return refused([{ row: 1, code: 'header-missing' }]);
  const { places, faults } = placesOf(header);
  if (faults.length > 0) return refused(faults);
  const filled = rest
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => !cells.every(isBlank));
  if (filled.length === 0) return refused([{ row: 2, code: 'no-rows' }]);
  const extra = filled[MAX_INVENTORY_ROWS];
  if (extra) return refused([{ row: extra.row, code: 'too-many-rows' }]);
  const read = filled.map(({ cells, row }) => readRow(cells, row, places));
  const wrong = read.flatMap((one) => (Array.isArray(one) ? (one as readonly TableFault[]) : []));
  if (wrong.length > 0) return refused(wrong);
  return { rows: read as readonly InventoryRow[] };
}

/** What an empty inventory looks like, with one row to write over. */
export const INVENTORY_TEMPLATE: readonly (readonly string[])[] = [
  INVENTORY_COLUMNS,
  ['Softener X (example, overwrite)', 'Example Trading', '7732-18-5', '80', '25', '2026-01-31', ''],
];
