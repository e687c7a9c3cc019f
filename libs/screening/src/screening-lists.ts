import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEuConsolidated } from './eu-xml.js';
import type { ListVersion, LoadedList } from './list-entry.js';
import { ScreeningError } from './list-entry.js';
import { asScreeningError } from './list-file.js';
import type { Hit, ScreeningQuery } from './hit.js';
import { NameIndex } from './name-index.js';
import type { OfacFiles } from './ofac-csv.js';
import { loadOfacSdn } from './ofac-csv.js';
import { loadUflpa } from './uflpa-csv.js';
import { loadUnConsolidated } from './un-xml.js';

/**
 * The lists of one directory, read once and kept as an index of names.
 * `listsVersion` names the edition of every list in one string, for the record of a check; it holds no names of
 * parties. `match` gives every party that an officer must look at, with the reasons.
 */
export type ScreeningLists = {
  versions: readonly ListVersion[];
  listsVersion: string;
  match: (query: ScreeningQuery) => Hit[];
};

type Part = keyof OfacFiles | 'un' | 'eu' | 'uflpa';
type Files = Partial<Record<Part, string>>;

/** File names as the publishers offer them for download, with or without the publisher in front. */
const KNOWN: Record<Part, RegExp> = {
  sdn: /^(?:ofac[_-])?sdn\.csv$/i,
  alt: /^(?:ofac[_-])?alt\.csv$/i,
  add: /^(?:ofac[_-])?add\.csv$/i,
  comments: /^(?:ofac[_-])?sdn_comments\.csv$/i,
  un: /^(?:un[_-]?(?:sc[_-]?)?)?consolidated(?:legacybyprn)?\.xml$/i,
  eu: /^(?:eu[_-]?(?:fsf[_-]?)?consolidated|xmlfullsanctionslist_1_1|\d{8}-full-1_1(?:\(xsd\))?)\.xml$/i,
  uflpa: /^(?:dhs[_-])?uflpa(?:[_-]entity[_-]list)?\.csv$/i,
};

/**
 * Reads every known list file in `dir` (other files are ignored), one `LoadedList` for each.
 * The SDN file needs its alias file beside it: without, aliases would pass unseen.
 * @throws ScreeningError when the directory cannot be read or has no known list, or when any list in it is
 *   incomplete or malformed; there is no partial result
 */
export async function loadLists(dir: string): Promise<LoadedList[]> {
  const { sdn, alt, un, eu, uflpa, ...rest } = await findListFiles(dir);
  const lists: LoadedList[] = [];
  if (sdn && alt) lists.push(await loadOfacSdn({ sdn, alt, ...rest }));
  if (un) lists.push(await loadUnConsolidated(un));
  if (eu) lists.push(await loadEuConsolidated(eu));
  if (uflpa) lists.push(await loadUflpa(uflpa));
  return lists;
}

/**
 * Loads every known list file in `dir` and indexes its names.
 * @throws ScreeningError as `loadLists`
 */
export async function loadScreeningLists(dir: string): Promise<ScreeningLists> {
  return indexLists(await loadLists(dir));
}

/** Makes lists that were loaded ready to be asked. */
export function indexLists(loaded: readonly LoadedList[]): ScreeningLists {
  const index = new NameIndex();
  const versions: ListVersion[] = [];
  for (const { version, entries } of loaded) {
    for (const entry of entries) index.add(entry, version.version);
    versions.push(version);
  }
  return { versions, listsVersion: versions.map(edition).join('+'), match: (query) => index.match(query) };
}

/**
 * What tells whether any list file in `dir` was exchanged: names, sizes and times, without reading them.
 * @throws ScreeningError as `loadLists`, when files are missing
 */
export async function stampOf(dir: string): Promise<string> {
  const files = Object.values(await findListFiles(dir)).sort();
  const stats = await Promise.all(
    files.map(async (path) => [path, await stat(path, { bigint: true })] as const),
  );
  return stats.map(([path, { size, mtimeNs, ino }]) => `${path} ${size} ${mtimeNs} ${ino}`).join('\n');
}

async function findListFiles(dir: string): Promise<Files> {
  const names = await readdir(dir).catch((cause: unknown) => {
    throw asScreeningError(dir, cause);
  });
  const files: Files = {};
  for (const part of Object.keys(KNOWN) as Part[]) {
    const [name, second] = names.filter((candidate) => KNOWN[part].test(candidate)).sort();
    if (second) throw new ScreeningError(`${name} and ${second} are the same list: keep one`);
    if (name) files[part] = join(dir, name);
  }
  if (Object.keys(files).length === 0) throw new ScreeningError(`no screening list in ${dir}`);
  if (!files.sdn && (files.alt || files.add || files.comments))
    throw new ScreeningError(`the SDN file is missing in ${dir}`);
  if (files.sdn && !files.alt)
    throw new ScreeningError(`the alias file of the SDN list is missing in ${dir}`);
  return files;
}

/** The date alone would not tell two editions of one day apart. */
function edition({ list, version, sha256 }: ListVersion): string {
  return `${list}@${version}#${sha256.slice(0, 8)}`;
}
