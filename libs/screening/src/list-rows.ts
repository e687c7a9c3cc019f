import type { Hash } from 'node:crypto';
import { basename } from 'node:path';
import { Readable, pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { ScreeningError } from './list-entry.js';
import { asScreeningError, readListText } from './list-file.js';

/** The fields of one line; a null of OFAC (`-0- `) is `''`. */
export type Row = string[];

const END_OF_FILE = '\u001a';

/**
 * Streams the rows of one CSV list to `take`, its bytes to `hash`. A last line with only Ctrl-Z is passed over.
 * @throws ScreeningError that names file and row: another number of columns than `columns`, broken quoting, rows
 *   after the Ctrl-Z line, no rows at all, an unreadable file, or whatever `take` refuses
 */
export async function eachRow(
  path: string,
  columns: number,
  hash: Hash,
  take: (row: Row) => void,
): Promise<void> {
  const parser = parse({ relax_column_count: true, skip_empty_lines: true, trim: true });
  // An error of either stream reaches the loop below, so nothing is left for this callback.
  pipeline(Readable.from(readListText(path, hash)), parser, () => undefined);
  let rows = 0;
  let ended = false;
  try {
    for await (const record of parser) {
      const row = (record as Row).map((field) => (field === '-0-' ? '' : field));
      if (ended) throw new Error('rows follow the end-of-file mark');
      ended = row.length === 1 && row[0] === END_OF_FILE;
      if (ended) continue;
      rows += 1;
      if (row.length !== columns) throw new Error(`${row.length} columns instead of ${columns}`);
      take(row);
    }
  } catch (cause) {
    if (cause instanceof ScreeningError) throw cause;
    throw asScreeningError(`${basename(path)} row ${rows}`, cause);
  }
  if (rows === 0) throw new ScreeningError(`${basename(path)}: no rows`);
}
