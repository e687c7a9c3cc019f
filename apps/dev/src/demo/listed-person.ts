import { fixtureListsDir, loadLists } from '#screening';

/** The name of somebody on the lists in use, for an owner who must be held. It is never shown nor kept in the code. */
export async function listedPerson(): Promise<string> {
  const dir = process.env['SCREENING_LISTS_DIR'] ?? fixtureListsDir;
  const entries = (await loadLists(dir)).flatMap((list) => list.entries);
  const person = entries.find(({ kind, names }) => kind === 'person' && (names[0]?.name.length ?? 0) > 8);
  const name = person?.names[0]?.name;
  if (!name) throw new Error(`nobody is on the sanctions lists in ${dir}`);
  return name;
}
