import { INVENTORY_TEMPLATE, type TableFault } from '#domain';
import type { FieldError } from '#platform';
import type { FastifyReply } from 'fastify';

/** What is wrong with a cell, for people; a screen says it in their language by the code. */
const SENTENCES: Readonly<Record<string, string>> = {
  'header-missing': 'The first row must name the columns.',
  'column-missing': 'This column is missing.',
  'column-twice': 'This column is there twice.',
  'no-rows': 'There are no rows below the header.',
  'too-many-rows': 'There are more than 2000 rows.',
  missing: 'This cell must be filled in.',
  'cas-form':
    'A CAS number looks like 7732-18-5; leave the cell empty, or write "undisclosed", when nobody tells it.',
  'cas-check-digit': 'The last digit of this CAS number does not fit the others.',
  'number-form': 'This must be a number such as 12.5, without separators of thousands.',
  'number-has-two-readings': 'This could be thousands or decimals; write it without separators of thousands.',
  'number-out-of-range': 'This number is too small or too large.',
  'range-reversed': 'The first number of a range must be the smaller one.',
  'date-form': 'A date looks like 2026-11-25 or 25/11/2026.',
  'date-unreal': 'There is no such day; the day comes before the month.',
  'date-out-of-range': 'This year cannot be; years are those of the common era.',
  'text-too-long': 'This text is longer than 200 characters.',
  'text-control-characters': 'This text holds characters that cannot be seen.',
  'use-unknown': 'A use is one of in-can-preservative, wool, protective-equipment; or empty.',
};

/** A fault by its place: `#/rows/17/cas`, rows as a spreadsheet counts them. */
export const faultView = ({ row, column, code }: TableFault): FieldError => ({
  pointer: `#/rows/${row}${column ? `/${column}` : ''}`,
  detail: SENTENCES[code] ?? 'This cannot be taken.',
  code,
  in: 'document',
});

const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n');

/** With a byte order mark: without it spreadsheet programs take Khmer for something else. */
export async function sendTemplate(reply: FastifyReply): Promise<void> {
  await reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="chemical-inventory.csv"',
    })
    .send(`\ufeff${csvOf(INVENTORY_TEMPLATE)}\r\n`);
}
