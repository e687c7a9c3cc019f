import { createHash } from 'node:crypto';
import { countryCodes } from './countries.js';
import { addressOf } from './identity.js';
import type { ListEntry, ListEntryKind, LoadedList } from './list-entry.js';
import { readRemarks } from './ofac-remarks.js';
import type { Row } from './list-rows.js';
import { eachRow } from './list-rows.js';

/**
 * Paths of the files OFAC publishes for one list. Addresses only agree or disagree with a hit, so `add` may be
 * absent; `comments` continues remarks that are longer than the 1000 characters of their column.
 */
export type OfacFiles = { sdn: string; alt: string; add?: string; comments?: string };

type SdnList = { entries: Map<string, ListEntry>; remarks: Map<string, string> };

const KINDS = new Map<string, ListEntryKind>([
  ['', 'entity'],
  ['individual', 'person'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
]);
const ALIAS_TYPES = new Set(['aka', 'fka', 'nka']);

/**
 * Reads the OFAC SDN list in its legacy CSV layout (no header; `-0- ` is null; a Ctrl-Z line may end a file):
 * sdn = ent_num, name, type, programme, ..., remarks (12 columns); alt = ent_num, alt_num, type, name, remarks;
 * add = ent_num, add_num, address, city, country, remarks; comments = ent_num, rest of the remarks.
 * Persons stay `LAST, First` here. Of an address city and country are kept.
 * @throws ScreeningError on a wrong column count, an unknown type, a repeated or missing number, an alias or
 *   address of an entry that is not there (the sign of a shortened sdn file), or an empty file
 */
export async function loadOfacSdn(files: OfacFiles): Promise<LoadedList> {
  const hash = createHash('sha256');
  const list: SdnList = { entries: new Map(), remarks: new Map() };
  await eachRow(files.sdn, 12, hash, (row) => addEntry(list, row));
  await eachRow(files.alt, 5, hash, (row) => addAlias(list, row));
  if (files.add) await eachRow(files.add, 6, hash, (row) => addAddress(list, row));
  if (files.comments) await eachRow(files.comments, 2, hash, (row) => addRemarks(list, row));
  const entries = [...list.entries.values()];
  for (const entry of entries) addWhatRemarksSay(entry, list.remarks.get(entry.entryId) ?? '');
  const sha256 = hash.digest('hex');
  return {
    version: { list: 'OFAC-SDN', version: sha256.slice(0, 12), sha256, entries: entries.length },
    entries,
  };
}

function addEntry({ entries, remarks }: SdnList, row: Row): void {
  const [entryId = '', name = '', type = '', programme = ''] = row;
  const kind = KINDS.get(type.toLowerCase());
  if (!/^\d+$/.test(entryId)) throw new Error(`"${entryId}" is not an entry number`);
  if (!name) throw new Error(`entry ${entryId} has no name`);
  if (!kind) throw new Error(`entry ${entryId} has the unknown type "${type}"`);
  if (entries.has(entryId)) throw new Error(`entry ${entryId} occurs twice`);
  const entry: ListEntry = {
    ...{ list: 'OFAC-SDN', entryId, kind, names: [{ name, quality: 'primary' }] },
    ...{ countries: [], births: [], idNumbers: [], addresses: [] },
  };
  // Several programmes stand in one field as `SDGT] [SYRIA] [IRGC`.
  if (programme) entry.programme = programme.replaceAll('] [', '; ');
  remarks.set(entryId, row[11] ?? '');
  entries.set(entryId, entry);
}

function addAlias(list: SdnList, row: Row): void {
  const [entryId = '', , type = '', name = ''] = row;
  const entry = entryOf(list, row);
  if (!ALIAS_TYPES.has(type.toLowerCase()))
    throw new Error(`unknown alias type "${type}" of entry ${entryId}`);
  if (!name) throw new Error(`an alias of entry ${entryId} has no name`);
  entry.names.push({ name, quality: 'aka' });
}

function entryOf({ entries }: SdnList, [entryId = '']: Row): ListEntry {
  const entry = entries.get(entryId);
  if (!entry) throw new Error(`entry ${entryId} is not in the SDN file`);
  return entry;
}

/** The column is cut at its width, in mid-word too, so the rest follows without a space. */
function addRemarks(list: SdnList, row: Row): void {
  const { entryId } = entryOf(list, row);
  list.remarks.set(entryId, (list.remarks.get(entryId) ?? '') + (row[1] ?? ''));
}

function addAddress(list: SdnList, row: Row): void {
  // The city stands with state and postal code: `Bangkok 10110`, `London EC3N 1DY`.
  const address = addressOf(row[3]?.replace(/(?:\s[A-Z]{1,3})?[-\s]*[\d,].*$/, ''), row[4]);
  const { addresses } = entryOf(list, row);
  if (address) addresses.push(address);
}

function addWhatRemarksSay(entry: ListEntry, text: string): void {
  const remarks = readRemarks(text);
  entry.names.push(...remarks.weakAliases);
  entry.births = remarks.births;
  entry.idNumbers = remarks.idNumbers;
  entry.countries = countryCodes([...remarks.countries, ...entry.addresses.map(({ country }) => country)]);
}
