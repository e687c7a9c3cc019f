import { createHash, type Hash } from 'node:crypto';
import { basename } from 'node:path';
import { Readable, pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { ScreeningError } from './list-entry.js';
import type { ListEntry, ListEntryKind, LoadedList } from './list-entry.js';
import { asScreeningError, readListText } from './list-file.js';

/** Paths of the three files OFAC publishes for one list. Addresses are not compared, so `add` may be absent. */
export type OfacFiles = { sdn: string; alt: string; add?: string };

type Row = string[];

const END_OF_FILE = '\u001a';
const KINDS = new Map<string, ListEntryKind>([
  ['', 'entity'],
  ['individual', 'person'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
]);
const ALIAS_TYPES = new Set(['aka', 'fka', 'nka']);
/** OFAC keeps weak aliases in the remarks, as in `a.k.a. 'BLUE'; nationality ...`. */
const WEAK_ALIAS = /\b[afn]\.k\.a\. '(.+?)'(?=[;.]|$)/g;

/**
 * Reads the OFAC SDN list in its legacy CSV layout (no header; `-0- ` is null; a Ctrl-Z line may end a file):
 * sdn = ent_num, name, type, programme, ..., remarks (12 columns); alt = ent_num, alt_num, type, name, remarks;
 * add = ent_num, add_num, address, city, country, remarks. Persons stay `LAST, First` here.
 * The address file is checked and counted into the version; its content is not kept.
 * @throws ScreeningError on a wrong column count, an unknown type, a repeated or missing number, an alias or
 *   address of an entry that is not there (the sign of a shortened sdn file), or an empty file
 */
export async function loadOfacSdn(files: OfacFiles): Promise<LoadedList> {
  const hash = createHash('sha256');
  const entries = new Map<string, ListEntry>();
  await eachRow(files.sdn, 12, hash, (row) => addEntry(entries, row));
  await eachRow(files.alt, 5, hash, (row) => addAlias(entries, row));
  if (files.add) await eachRow(files.add, 6, hash, (row) => void entryOf(entries, row));
  const sha256 = hash.digest('hex');
  return {
    version: { list: 'OFAC-SDN', version: sha256.slice(0, 12), sha256, entries: entries.size },
    entries: [...entries.values()],
  };
}

function addEntry(entries: Map<string, ListEntry>, row: Row): void {
  const [entryId = '', name = '', type = '', programme = ''] = row;
  const kind = KINDS.get(type.toLowerCase());
  if (!/^\d+$/.test(entryId)) throw new Error(`"${entryId}" is not an entry number`);
  if (!name) throw new Error(`entry ${entryId} has no name`);
  if (!kind) throw new Error(`entry ${entryId} has the unknown type "${type}"`);
  if (entries.has(entryId)) throw new Error(`entry ${entryId} occurs twice`);
  const entry: ListEntry = { list: 'OFAC-SDN', entryId, kind, names: [{ name, quality: 'primary' }] };
  for (const [, alias = ''] of (row[11] ?? '').matchAll(WEAK_ALIAS)) {
    entry.names.push({ name: alias, quality: 'weak' });
  }
  // Several programmes stand in one field as `SDGT] [SYRIA] [IRGC`.
  if (programme) entry.programme = programme.replaceAll('] [', '; ');
  entries.set(entryId, entry);
}

function addAlias(entries: Map<string, ListEntry>, row: Row): void {
  const [entryId = '', , type = '', name = ''] = row;
  const entry = entryOf(entries, row);
  if (!ALIAS_TYPES.has(type.toLowerCase()))
    throw new Error(`unknown alias type "${type}" of entry ${entryId}`);
  if (!name) throw new Error(`an alias of entry ${entryId} has no name`);
  entry.names.push({ name, quality: 'aka' });
}

function entryOf(entries: Map<string, ListEntry>, [entryId = '']: Row): ListEntry {
  const entry = entries.get(entryId);
  if (!entry) throw new Error(`entry ${entryId} is not in the SDN file`);
  return entry;
}

async function eachRow(path: string, columns: number, hash: Hash, take: (row: Row) => void): Promise<void> {
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
