import type { World } from './world.js';

/** Every table with a row that holds a word, looked for in every column, past all policies. */
export async function tablesWith(world: World, word: string): Promise<readonly string[]> {
  const tables = await world.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const sql = `select 1 from "${name}" t where position(lower($1) in lower(to_jsonb(t)::text)) > 0 limit 1`;
    if ((await world.rows(sql, [word])).length > 0) found.push(name);
  }
  return found;
}
