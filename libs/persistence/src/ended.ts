import { NOBODY, statement, type Database } from './database.js';

const FORGET = statement('forget-what-ended', 'select what, forgotten::integer from forget_what_ended()');

/** Delete rows that ended so long ago that nobody needs them: how many, by what they were. Doing it again is harmless. */
export async function forgetWhatEnded(db: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await db.run<{ what: string; forgotten: number }>(NOBODY, FORGET, []);
  return Object.fromEntries(rows.map(({ what, forgotten }) => [what, forgotten]));
}
