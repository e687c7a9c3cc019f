import { fixtureListsDir, loadOfacSdn, loadUnConsolidated, type ListEntry } from '#screening';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const find = (files: readonly string[], ending: RegExp): string | undefined =>
  files.find((file) => ending.test(file));

async function entriesIn(dir: string): Promise<readonly ListEntry[]> {
  const files = await readdir(dir);
  const [sdn, alt, un] = [/sdn\.csv$/i, /alt\.csv$/i, /consolidated\w*\.xml$/i].map((end) =>
    find(files, end),
  );
  if (un) return (await loadUnConsolidated(join(dir, un))).entries;
  if (sdn && alt) return (await loadOfacSdn({ sdn: join(dir, sdn), alt: join(dir, alt) })).entries;
  throw new Error(`no sanctions list in ${dir}`);
}

/** The name of somebody on the lists in use, for an owner who must be held. It is never shown nor kept in the code. */
export async function listedPerson(): Promise<string> {
  const dir = process.env['SCREENING_LISTS_DIR'] ?? fixtureListsDir;
  const entries = await entriesIn(dir);
  const person = entries.find(({ kind, names }) => kind === 'person' && (names[0]?.name.length ?? 0) > 8);
  const name = person?.names[0]?.name;
  if (!name) throw new Error(`nobody is on the sanctions lists in ${dir}`);
  return name;
}
