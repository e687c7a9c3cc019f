import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { RefusedFile, type Examined } from './examination.js';
import { servedFile } from './served-file.js';

const MAX_RECORDS = 100_000;
const MAX_RECORD_CHARACTERS = 64 * 1024;

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedFile('cannot-be-read');
  }
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      to: MAX_RECORDS + 1,
    });
  } catch {
    throw new RefusedFile('cannot-be-read');
  }
}

/** What a spreadsheet program would compute instead of show. A sign before digits is a number or a telephone. */
const isFormula = (cell: string): boolean => /^\s*[=@]/.test(cell) || /^\s*[+-]\s*[^\d\s.,-]/.test(cell);

/**
 * A table of comma-separated values: UTF-8 text without control characters that parses, with neither markup nor formulas.
 * @throws RefusedFile
 */
export async function examineTable(file: string): Promise<Examined> {
  const text = textOf(await readFile(file));
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text)) throw new RefusedFile('cannot-be-read');
  if (/<\s*(?:script|html|svg|iframe|object|!doctype|\?xml)/i.test(text))
    throw new RefusedFile('active-content');
  const records = recordsOf(text);
  if (records.length === 0) throw new RefusedFile('empty');
  if (records.length > MAX_RECORDS) throw new RefusedFile('too-large');
  if (records.some((record) => record.some(isFormula))) throw new RefusedFile('active-content');
  return { outcome: 'examined', kind: 'csv', served: await servedFile(file, 'csv'), capture: {} };
}
