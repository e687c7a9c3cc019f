import type { Seal } from '#domain';
import { statement, type Database, type Row, type SqlActor } from './database.js';
import type { PersonalData, SubjectKeys } from './personal-data.js';

/** What somebody wrote beside a decision. */
export interface NoteRow {
  readonly id: string;
  readonly seq: number;
  readonly command: string;
  /** Ids and codes of what it was about. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
  readonly personId: string;
  readonly organisationId: string;
  /** Null: of the programme office, which suppliers know by its role. */
  readonly organisationName: string | null;
  /** Null when it was erased. */
  readonly text: string | null;
}

/** Of case $1, after entry $2, $3 rows; whoever is not the office reads no entry under the seals $4. */
const NOTES = statement(
  'notes-of-case',
  `select n.id, j.seq, j.entry->>'command' as command, (j.entry->'params') - 'noteId' as params, j.occurred_at as "occurredAt",
     n.written_by as "personId", n.organisation_id as "organisationId", o.name as "organisationName", n.text, n.sealed,
     (select jsonb_object_agg(k.id, k.sealed) from subject_key k
       where k.sealed is not null and k.id = (n.sealed->>'key')::uuid) as keys
     from (select seq, occurred_at, seal, payload::jsonb as entry from journal_entry
       where qualification_id = $1 and seq > $2::integer and payload like '%"noteId":%') j
     join note n on n.qualification_id = $1 and n.id = (j.entry #>> '{params,noteId}')::uuid
     left join organisation o on o.id = n.organisation_id
    where acting_for_office() or (j.seal <> all ($4::text[])
      and (n.organisation_id = acting_organisation() or (n.told_to = 'supplier' and owns_case($1))))
    order by j.seq limit $3::integer`,
);
type Stored = NoteRow & { readonly sealed: unknown; readonly keys: SubjectKeys | null };

/** Notes of a case in the order of their decisions, as far as the reader may read them. */
export async function readNotes(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  {
    qualificationId,
    closedSeals,
  }: { readonly qualificationId: string; readonly closedSeals: readonly Seal[] },
  page: { readonly after: number; readonly limit: number },
): Promise<readonly NoteRow[]> {
  const values = [qualificationId, page.after, page.limit, closedSeals];
  const rows = await db.run<Stored & Row>(actor, NOTES, values);
  return Promise.all(
    rows.map(async ({ sealed, keys, text, ...row }) => {
      const { value } = await personal.open({ note: sealed }, keys);
      return { ...row, text: text ?? (value.note as string | undefined) ?? null };
    }),
  );
}
