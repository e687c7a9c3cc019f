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

/** A name that differs from a listed one in one letter, for an owner whom officers must tell from who is listed. */
export async function resemblingPerson(): Promise<string> {
  const name = await listedPerson();
  const longest = name.split(/[^\p{L}]+/u).reduce((one, other) => (other.length > one.length ? other : one));
  const last = longest.at(-1) === 'x' ? 'k' : 'x';
  return name.replace(longest, longest.slice(0, -1) + last);
}
