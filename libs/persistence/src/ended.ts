import { NOBODY, statement, type Database } from './database.js';
import { FORGOTTEN_AT_ONCE } from './migrations/forgetting.js';

const FORGET = statement(
  'forget-what-ended',
  `select what, forgotten::integer from forget_what_ended()
   union all select what, forgotten::integer from forget_notifications_that_ended()
   union all select what, forgotten::integer from forget_messages_that_ended()
   union all select what, forgotten::integer from forget_feed_that_ended()
   union all select what, forgotten::integer from forget_webhooks_that_ended()
   union all select what, forgotten::integer from forget_machines_that_ended()`,
);

/** Delete rows that ended so long ago that nobody needs them: how many, by what they were. Doing it again is harmless. */
export async function forgetWhatEnded(db: Database): Promise<Readonly<Record<string, number>>> {
  const total: Record<string, number> = {};
  for (let more = true; more;) {
    const rows = await db.run<{ what: string; forgotten: number }>(NOBODY, FORGET, []);
    for (const { what, forgotten } of rows) total[what] = (total[what] ?? 0) + forgotten;
    more = rows.some(({ forgotten }) => forgotten >= FORGOTTEN_AT_ONCE);
  }
  return total;
}
