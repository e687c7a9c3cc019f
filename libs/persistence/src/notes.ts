import { statement, type Database, type SqlActor } from './database.js';

const NOTE = statement(
  'note-keep',
  `insert into note (id, qualification_id, written_by, organisation_id, salt, text) values ($1, $2, $3, $4, $5, $6)
   on conflict (id) do nothing`,
);
/** Keep free text beside the case; the journal will carry its salted digest only. */
export async function keepNote(
  db: Database,
  actor: SqlActor,
  note: {
    readonly id: string;
    readonly qualificationId: string;
    readonly salt: Buffer;
    readonly text: string;
  },
): Promise<void> {
  await db.run(actor, NOTE, [
    note.id,
    note.qualificationId,
    actor.personId,
    actor.organisationId,
    note.salt,
    note.text,
  ]);
}
