import { NOBODY, statement, type Database } from './database.js';

const STALLED = statement('stalled-cases', 'select id from stalled_cases($1, $2, $3)');
/**
 * Cases whose checks are not back or whose clock was not read, and that nothing was written of for so long: ids in
 * their order, from the one after `after` on.
 */
export async function stalledCases(
  db: Database,
  after: string,
  quietSeconds: number,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.run<{ id: string }>(NOBODY, STALLED, [after, quietSeconds, limit]);
  return rows.map(({ id }) => id);
}
