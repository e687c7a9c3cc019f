import { interestsOf } from '#domain';
import { canonicalText } from './canonical.js';
import { indexed } from './interests.js';
import type { PersonalData, SubjectKeys } from './personal-data.js';
import { statement, type Database, type SqlActor } from './database.js';

export interface FactToWrite {
  readonly qualificationId: string;
  readonly paper: string;
  readonly item: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** The version the writer has read; 0 when it believes that nothing is written yet. */
  readonly expectedVersion: number;
}
/** `written`, or why not: the paper is not open to this writer, or somebody wrote in between. */
export type FactWritten =
  | { readonly outcome: 'written'; readonly version: number }
  | { readonly outcome: 'not-open' }
  | { readonly outcome: 'version-differs'; readonly version: number; readonly content?: unknown };

/**
 * Whether working paper `w` is open to a writer for one item: by the role it is for, or by an officer for the supplier.
 * The names are those of the statement's values.
 */
export const writableBy = (value: { item: string; person: string; organisation: string }): string =>
  `w.open and sees_case(w.qualification_id) and (w.items is null or ${value.item} = any(w.items))
    and (w.person_id is null or w.person_id = ${value.person})
    and exists (select 1 from membership m
         where m.person_id = ${value.person} and m.organisation_id = ${value.organisation} and m.ended_at is null
           and ((w.organisation_id = ${value.organisation} and w.role = any(m.roles))
             or (w.role = 'supplier' and 'officer' = any(m.roles) and exists
                  (select 1 from organisation o where o.id = ${value.organisation} and o.kind = 'programme-office'))))`;

/**
 * One fact, one statement. The guard holds the open working paper `for share`: a decision that seals the paper
 * takes it `for update`, so no answer slips in after the freeze. The writer's membership is judged here too.
 */
const write = (alsoInTheStatement = '') => `with paper as (
     select greatest(clock_timestamp(), q.case_time) as at, (w.organisation_id <> $5) as on_behalf
       from working_paper w join qualification q on q.id = w.qualification_id
      where w.qualification_id = $1 and w.paper = $2 and ${writableBy({ item: '$3', person: '$4', organisation: '$5' })}
        for share of w),
   before as (select version from fact where qualification_id = $1 and paper = $2 and item = $3),
   written as (
     insert into fact (qualification_id, paper, item, content, version, written_by, organisation_id, on_behalf, occurred_at)
     select $1, $2, $3, $6::text::jsonb, 1, $4, $5, paper.on_behalf, paper.at from paper
      where $7::integer = 0 or exists (select 1 from before)
     on conflict (qualification_id, paper, item) do update
       set content = excluded.content, version = fact.version + 1, written_by = excluded.written_by,
           organisation_id = excluded.organisation_id, on_behalf = excluded.on_behalf, occurred_at = excluded.occurred_at
       where fact.version = $7
     returning version, content, on_behalf, occurred_at),
   revision as (
     insert into fact_revision (qualification_id, paper, item, version, content, content_text, written_by,
       organisation_id, on_behalf, occurred_at)
     select $1, $2, $3, version, content, $6::text, $4, $5, on_behalf, occurred_at from written)${alsoInTheStatement}
   select exists (select 1 from paper) as open, (select version from written) as version`;
const WRITE = statement('fact-write', write());
/** Beside `WRITE`: the keys that seal what is personal in it. */
const KEYS = `,
   keys as (
     insert into subject_key (id, qualification_id, subject, paper, item, version, organisation_id, sealed)
     select k.id, $1, k.subject, $2, $3, written.version, $5, k.sealed
       from written, jsonb_to_recordset($8) as k(id uuid, subject text, sealed text))`;
const WRITE_SEALED = statement('fact-write-sealed', write(KEYS));
/** As `WRITE_SEALED`, with what of it is compared with other firms in place of what the section said before. */
const WRITE_COMPARED = statement(
  'fact-write-compared',
  write(`${KEYS},
   uncompared as (
     delete from interest where qualification_id = $1 and item = $3 and exists (select 1 from written)),
   compared as (
     insert into interest (organisation_id, source, kind, index, qualification_id, item, subject)
     select q.supplier_id, 'application', i.kind, decode(i.index, 'hex'), q.id, $3, i.subject
       from written, qualification q, jsonb_to_recordset($9) as i(kind text, index text, subject text) where q.id = $1)`),
);
/** Sealed keys of the write that row f holds, by id. */
export const KEYS_OF_FACT = `(select jsonb_object_agg(k.id, k.sealed) from subject_key k
  where k.qualification_id = f.qualification_id and k.paper = f.paper and k.item = f.item and k.version = f.version
    and k.sealed is not null)`;
/** Asked after a write that came too late: the statement above saw the fact as it was before its rival's commit. */
const VERSION = statement(
  'fact-version',
  `select version, content, ${KEYS_OF_FACT} as keys from fact f where qualification_id = $1 and paper = $2 and item = $3`,
);

/** Write one fact under its version, what is personal in it sealed. One data statement, no event, no journal entry. */
export async function writeFact(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  fact: FactToWrite,
): Promise<FactWritten> {
  const { paper, item } = fact;
  const { content, keys } = await personal.seal(paper, item, fact.content);
  const place = [fact.qualificationId, paper, item];
  const interests = interestsOf(paper, item, fact.content);
  const beside = interests
    ? [JSON.stringify(keys), JSON.stringify(indexed(personal, interests))]
    : keys.length > 0
      ? [JSON.stringify(keys)]
      : [];
  const [row] = await db.run<{ open: boolean; version: number | null }>(
    actor,
    [WRITE, WRITE_SEALED, WRITE_COMPARED][beside.length] ?? WRITE,
    [...place, actor.personId, actor.organisationId, canonicalText(content), fact.expectedVersion, ...beside],
  );
  if (!row?.open) return { outcome: 'not-open' };
  if (row.version !== null) return { outcome: 'written', version: row.version };
  const [now] = await db.run<{ version: number; content: unknown; keys: SubjectKeys | null }>(
    actor,
    VERSION,
    place,
  );
  if (!now) return { outcome: 'version-differs', version: 0 };
  const { value } = await personal.open(now.content, now.keys);
  return { outcome: 'version-differs', version: now.version, content: value };
}
