import type { World } from './world.js';

/**
 * By word, every table with a row that holds it, looked for in every column, past all policies. Each table is read once,
 * however many words there are: late in a run there is much to read.
 */
export async function tablesWithEach(
  world: World,
  words: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await world.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const found: Record<string, string[]> = Object.fromEntries(words.map((word) => [word, []]));
  for (const { name } of tables) {
    const sql = `select distinct word from (select lower(to_jsonb(t)::text) as line from "${name}" t offset 0) lines
      join unnest($1::text[]) word on position(lower(word) in line) > 0`;
    for (const { word } of await world.rows<{ word: string }>(sql, [words])) found[word]?.push(name);
  }
  return found;
}

/** Every table with a row that holds a word. */
export const tablesWith = async (world: World, word: string): Promise<readonly string[]> =>
  (await tablesWithEach(world, [word]))[word] ?? [];
