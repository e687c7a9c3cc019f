import { statement, type Database, type SqlActor } from './database.js';
import type { PersonalData } from './personal-data.js';

const NOTE = statement(
  'note-keep',
  `with kept as (
     insert into note (id, qualification_id, written_by, organisation_id, sealed, told_to) values ($1, $2, $3, $4, $5, $9)
     on conflict (id) do nothing returning id)
   insert into subject_key (id, qualification_id, subject, paper, item, version, organisation_id, sealed)
   select $6, $2, $7, 'note', kept.id::text, 1, $4, $8 from kept`,
);
/** Keep free text beside the case, sealed; the journal will carry its salted digest only. */
export async function keepNote(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  note: {
    readonly id: string;
    readonly qualificationId: string;
    readonly text: string;
    /** Whether it says something to the supplier. */
    readonly toSupplier: boolean;
  },
): Promise<void> {
  const { text, key } = await personal.sealNote(note.text);
  await db.run(actor, NOTE, [
    note.id,
    note.qualificationId,
    actor.personId,
    actor.organisationId,
    JSON.stringify(text),
    key.id,
    key.subject,
    key.sealed,
    note.toSupplier ? 'supplier' : null,
  ]);
}
