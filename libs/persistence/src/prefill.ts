import { APPLICATION, COMPLIANCE, interestsOf } from '#domain';
import { canonicalText } from './canonical.js';
import { statement, type Database, type SqlActor } from './database.js';
import { KEYS_OF_FACT, writableBy } from './fact-store.js';
import { indexed } from './interests.js';
import type { PersonalData, SubjectKeys } from './personal-data.js';

/**
 * A declaration is made by a person on a day: it is signed anew, never copied. Nor is a bank account that has not cooled off:
 * only the one in force goes over.
 */
const NEVER_COPIED: readonly string[] = ['declaration'];

const READ = statement(
  'prefill-read',
  `select paper, item, content, ${KEYS_OF_FACT} as keys from fact f
    where qualification_id = $1 and paper = any($2) and item <> all($3)
      and not (item = 'bank' and exists (select from qualification q where q.id = f.qualification_id
        and q.state #>> '{bankAccount,revision}' is distinct from (select max(r.id)::text from fact_revision r
          where r.qualification_id = q.id and r.paper = f.paper and r.item = f.item)))`,
);
interface FactToCopy {
  readonly paper: string;
  readonly item: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly keys: SubjectKeys | null;
}

/** Fills in only what nobody has written yet, as the person who opens the case, while the draft is open to them. */
const WRITE = statement(
  'prefill-write',
  `with paper as (
     select w.paper, greatest(clock_timestamp(), q.case_time) as at, (w.organisation_id <> $3) as on_behalf
       from working_paper w join qualification q on q.id = w.qualification_id
      where w.qualification_id = $1 and ${writableBy({ item: `''`, person: '$2', organisation: '$3' })}
        for share of w),
   given as (select f.paper, f.item, f.content, paper.at, paper.on_behalf
     from jsonb_to_recordset($4) as f(paper text, item text, content text) join paper using (paper)),
   written as (
     insert into fact (qualification_id, paper, item, content, version, written_by, organisation_id, on_behalf, occurred_at)
     select $1, paper, item, content::jsonb, 1, $2, $3, on_behalf, at from given
     on conflict do nothing returning paper, item),
   revision as (
     insert into fact_revision (qualification_id, paper, item, version, content, content_text, written_by,
       organisation_id, on_behalf, occurred_at, copied_from)
     select $1, paper, item, 1, content::jsonb, content, $2, $3, on_behalf, at, $6
       from given join written using (paper, item)),
   keys as (
     insert into subject_key (id, qualification_id, subject, paper, item, version, organisation_id, sealed)
     select k.id, $1, k.subject, paper, item, 1, $3, k.sealed
       from written join jsonb_to_recordset($5) as k(paper text, item text, id uuid, subject text, sealed text)
         using (paper, item)),
   compared as (
     insert into interest (organisation_id, source, kind, index, qualification_id, item, subject)
     select q.supplier_id, 'application', i.kind, decode(i.index, 'hex'), q.id, item, i.subject
       from written join jsonb_to_recordset($7) as i(paper text, item text, kind text, index text, subject text)
         using (paper, item) join qualification q on q.id = $1)
   select item from written order by item`,
);

/**
 * Fill the draft of a linked case with what the case before it holds; the supplier confirms or corrects it. What is
 * personal is opened and sealed again under keys of the new case: erasing somebody there is of no effect here, and what
 * was erased there does not come back. Two statements. Asked twice, it fills in nothing twice.
 * @returns the items that were filled in
 */
export async function prefill(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly string[]> {
  const found = await db.run<FactToCopy & Record<string, unknown>>({ caseId: from, by: actor }, READ, [
    from,
    [APPLICATION, COMPLIANCE],
    NEVER_COPIED,
  ]);
  const sealed = await Promise.all(
    found.map(async ({ paper, item, content, keys }) => {
      const { value } = await personal.open(content, keys);
      const interests = indexed(personal, interestsOf(paper, item, value) ?? []);
      return { paper, item, interests, ...(await personal.seal(paper, item, value)) };
    }),
  );
  const facts = sealed.map(({ paper, item, content }) => ({ paper, item, content: canonicalText(content) }));
  const keys = sealed.flatMap(({ paper, item, keys: made }) => made.map((key) => ({ paper, item, ...key })));
  const compared = sealed.flatMap(({ paper, item, interests }) =>
    interests.map((one) => ({ paper, item, ...one })),
  );
  const written = await db.run<{ item: string }>(actor, WRITE, [
    to,
    actor.personId,
    actor.organisationId,
    JSON.stringify(facts),
    JSON.stringify(keys),
    from,
    JSON.stringify(compared),
  ]);
  return written.map(({ item }) => item);
}
