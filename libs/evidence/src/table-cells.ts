import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

/** Dates are what a workbook marks as dates, at midnight UTC. */
export type TableCell = string | number | boolean | Date | null;
export type TableKind = 'csv' | 'xlsx';

/** More of a table is not looked at. */
const MAX_ROWS = 10_000;
const MAX_COLUMNS = 50;
const DELIMITERS = [',', ';', '\t'] as const;

/** A spreadsheet program that writes decimal commas separates by semicolons: the header tells. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\r|\n|$/));
  const often = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (often(one) > often(best) ? one : best));
}

function csvCells(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, to: MAX_ROWS });
}

/** All cells of a table, or of the first sheet of a workbook; formulas by the value that was last computed. */
export async function cellsOf(bytes: Uint8Array, kind: TableKind): Promise<TableCell[][]> {
  const rows =
    kind === 'csv' ? csvCells(bytes) : ((await readSheet(Buffer.from(bytes))) as unknown as TableCell[][]);
  return rows.slice(0, MAX_ROWS).map((row) => row.slice(0, MAX_COLUMNS));
}
