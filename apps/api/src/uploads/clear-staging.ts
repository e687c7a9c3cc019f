import { NOBODY, type Database, type Row } from '#persistence';
import type { Staging } from './staging.js';
import { ENDED_UPLOADS } from './uploads.queries.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Removes what a crash left in staging after its row had come to its end. As long as the row waits for the bytes, they
 * stay, however old they are: they may be the only ones.
 */
export async function clearStaging(db: Database, staging: Staging): Promise<void> {
  const ids = (await staging.ids()).filter((id) => UUID.test(id));
  const ended = await db.run<{ id: string } & Row>(NOBODY, ENDED_UPLOADS, [ids]);
  for (const { id } of ended) await staging.store.remove(id);
}
