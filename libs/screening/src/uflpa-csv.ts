import { createHash } from 'node:crypto';
import { addressOf } from './identity.js';
import type { ListEntry, ListedName, LoadedList } from './list-entry.js';
import { asScreeningError } from './list-file.js';
import { eachRow, type Row } from './list-rows.js';
import { normaliseName } from './normalise.js';

const HEADER = ['name', 'aliases', 'effective_date', 'sublist'];
/** The four sublists of UFLPA section 2(d)(2)(B). */
const SUBLIST = /^\s*(?:section )?2\(d\)\(2\)\(B\)\((i|ii|iv|v)\)\s*$/i;
/** `Name (also known as A; and B)`, as the notices print it. */
const IN_BRACKETS = /\((?:(?:also|formerly) known as|including \w+ alias(?:es)?:) ([^()]*)\)/i;
/** A comma parts two aliases, but not `Co., Ltd.`. */
const BETWEEN = /;\s*(?:and\s+)?|,\s+(?:and\s+)?(?!(?:ltd|limited|inc|llc|co)\b)/i;

/**
 * Reads the UFLPA entity list, which the Department of Homeland Security publishes as a table and in Federal Register
 * notices only: the office keeps it as CSV with the header `name,aliases,effective_date,sublist`. Aliases stand
 * between semicolons, or in the name as `(also known as ...)`; the date is `YYYY-MM-DD`, the sublist
 * `2(d)(2)(B)(i)`, `(ii)`, `(iv)` or `(v)`. A firm on two sublists has two rows and is one entry. There are no
 * numbers, so `entryId` is `UFLPA-` and 12 digits of the name's digest. All are entities in China.
 * The version is the latest effective date.
 * @throws ScreeningError on a wrong header or column count, a date or sublist that is none, a row without name, or an
 *   empty table
 */
export async function loadUflpa(path: string): Promise<LoadedList> {
  const hash = createHash('sha256');
  const entries = new Map<string, ListEntry>();
  let latest = '';
  let rows = 0;
  await eachRow(path, HEADER.length, hash, (row) => {
    rows += 1;
    if (rows === 1) return checkHeader(row);
    const entry = toEntry(row);
    const same = entries.get(entry.entryId);
    entries.set(entry.entryId, same ? joined(same, entry) : entry);
    latest = [latest, row[2] ?? ''].sort().at(-1) ?? '';
  });
  if (entries.size === 0) throw asScreeningError(path, new Error('no entries'));
  const sha256 = hash.digest('hex');
  return {
    version: { list: 'UFLPA', version: latest, sha256, entries: entries.size },
    entries: [...entries.values()],
  };
}

function checkHeader(row: Row): void {
  const columns = row.map((column) => column.toLowerCase());
  if (columns.join() !== HEADER.join()) throw new Error(`the header is not ${HEADER.join()}`);
}

function toEntry([text = '', aliases = '', effective = '', sublist = '']: Row): ListEntry {
  const name = text.replace(IN_BRACKETS, ' ').replace(/\s+/g, ' ').trim();
  const key = normaliseName(name);
  if (!key) throw new Error('a row has no name');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(effective) || Number.isNaN(Date.parse(effective)))
    throw new Error(`"${effective}" is not a date (YYYY-MM-DD)`);
  const [, part = ''] = SUBLIST.exec(sublist) ?? [];
  if (!part) throw new Error(`"${sublist}" is not a sublist, as 2(d)(2)(B)(i)`);
  const inName = IN_BRACKETS.exec(text)?.[1]?.split(BETWEEN) ?? [];
  const others = [...aliases.split(';'), ...inName].map((alias) => alias.trim()).filter(Boolean);
  const address = addressOf(undefined, 'CN');
  return {
    ...{ list: 'UFLPA', entryId: `UFLPA-${createHash('sha256').update(key).digest('hex').slice(0, 12)}` },
    kind: 'entity',
    names: [
      { name, quality: 'primary' },
      ...others.map((alias): ListedName => ({ name: alias, quality: 'aka' })),
    ],
    ...{ countries: ['CN'], births: [], idNumbers: [], addresses: address ? [address] : [] },
    programme: `2(d)(2)(B)(${part.toLowerCase()})`,
  };
}

function joined(one: ListEntry, other: ListEntry): ListEntry {
  const known = new Set(one.names.map(({ name }) => name));
  const more = other.names.slice(1).filter(({ name }) => !known.has(name));
  const programmes = new Set([one.programme, other.programme]);
  return { ...one, names: [...one.names, ...more], programme: [...programmes].join('; ') };
}
