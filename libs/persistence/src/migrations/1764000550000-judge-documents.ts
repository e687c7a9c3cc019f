import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, acrossTrigger, dropFunctions, protect } from './security.js';

/** What the examination of documents finds: the same image at another firm, a photo from elsewhere, a time that cannot be. */
export class JudgeDocuments1764000550000 implements MigrationInterface {
  name = 'JudgeDocuments1764000550000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** 64 bits in five parts, each with its number before it. Where at most four bits differ, one part is the same. */
const bands = (bits: string): string =>
  `array[${[0, 1, 2, 3, 4].map((n) => `${n * 8192} + ((${bits} >> ${n * 13}) & 8191)::int`).join(', ')}]`;
const MOST_BITS = 4;

const TABLES = [
  // One row for each part of a fingerprint.
  `create table "document_fingerprint" (
    "document_id" uuid not null references "document" ("id"),
    "band" integer not null,
    "fingerprint" bigint not null,
    primary key ("document_id", "band")
  )`,
  `create index "document_fingerprint_by_band" on "document_fingerprint" ("band")`,
  `create table "document_finding" (
    "document_id" uuid not null references "document" ("id"),
    "check" text not null check ("check" in ('authenticity', 'location')),
    "verdict" text not null check ("verdict" in ('WARN', 'POTENTIAL', 'FAIL')),
    "explanation" jsonb not null,
    "found_at" timestamptz not null default now(),
    primary key ("document_id", "check")
  )`,
  // When it must be judged again, for it was linked to a further place.
  `alter table "document" add column "judge_at" timestamptz`,
  `create index "document_to_judge" on "document" ("judge_at") where "judge_at" is not null`,
];

/** A document that is still received is judged with the links that it has then. */
const TRIGGER = [
  ...acrossTrigger(
    'judge_linked_document()',
    `update document set judge_at = now() where id = new.document_id and status <> 'receiving'; return null;`,
  ),
  `create trigger "document_link_judged" after insert on "document_link"
     for each row execute function "judge_linked_document"()`,
];

/**
 * The firms that a document stands for, the first one first: a supplier's for itself, whatever is linked for the supplier
 * of each case, and what the office uploaded for a case for its supplier. What a buyer or an auditor linked nowhere
 * stands for none.
 */
const FIRMS_OF = (document: string): string => `array(select firm from (
    select o.id as firm, null::uuid as since from organisation o where o.id = ${document}.organisation_id and o.kind = 'supplier'
    union all
    select q.supplier_id, null from qualification q join organisation o on o.id = ${document}.organisation_id
     where q.id = ${document}.qualification_id and o.kind = 'programme-office'
    union all
    select q.supplier_id, l.id from document_link l join qualification q on q.id = l.qualification_id
     where l.document_id = ${document}.id) stands_for
  group by firm order by min(since::text) nulls first, firm)`;

/** Where a document is linked to as a picture of the site. */
const SHOWS_SITE = `(l.target in ('answer', 'corrective-action', 'inspection') or (l.target = 'section' and l.item = 'site'))`;

/** Of an explanation, what was not known before. */
const NEW_ONES = `(select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(excluded.explanation) e
  where not exists (select from jsonb_array_elements(f.explanation) o where o = e))`;
const gravity = (row: string): string => `array_position(array['WARN', 'POTENTIAL', 'FAIL'], ${row}.verdict)`;

const FUNCTIONS = [
  // `p_fingerprint` is null for what is no image, or has too little on it to be compared.
  ...across(
    'seen_at_other_firms(p_document uuid, p_fingerprint bigint)',
    'table (document_id uuid, organisation_id uuid, same_file boolean)',
    `with mine as (select d.id, d.sha256, ${FIRMS_OF('d')} as firms from document d where d.id = p_document),
       alike as (
         select o.id, true as same_file from mine join document o on o.sha256 = mine.sha256
         union all
         select f.document_id, false from document_fingerprint f
          where f.band = any(${bands('p_fingerprint')})
            and bit_count((f.fingerprint # p_fingerprint)::bit(64)) <= ${MOST_BITS}),
       found as (select id, bool_or(same_file) as same_file from alike group by id)
     select d.id, firm, found.same_file from mine cross join found join document d on d.id = found.id
       cross join lateral unnest(${FIRMS_OF('d')}) as firm
      where (firm <> all (mine.firms) and cardinality(mine.firms) > 0) or (d.id = mine.id and firm <> mine.firms[1])
      order by d.id, firm limit 50`,
  ),
  // One row for each case. It may be ahead of the clock on the wall: what belongs to it came at its own time.
  ...across(
    'basis_of_document(p_document uuid)',
    'table (received_at timestamptz, latitude float8, longitude float8, visit_date text)',
    `select greatest(coalesce(d.received_at, d.created_at), q.case_time), s.latitude, s.longitude,
            case when place.answers then q.state->'audit'->>'visitDate' end
       from document d left join lateral (
         select l.qualification_id as id, bool_or(l.target = 'answer') as answers, bool_or(${SHOWS_SITE}) as shows_site
           from document_link l where l.document_id = d.id group by l.qualification_id
         union all
         select d.qualification_id, false, false where d.qualification_id not in (
           select l.qualification_id from document_link l where l.document_id = d.id)) place on true
       left join qualification q on q.id = place.id left join site s on s.id = q.site_id and place.shows_site
      where d.id = p_document`,
  ),
  // A judgement that is run again finds the same; a later one adds what is new, and only that is a task of the office.
  ...across(
    'keep_document_findings(p_document uuid, p_fingerprint bigint, p_findings jsonb, p_task uuid)',
    'void',
    `insert into document_fingerprint (document_id, band, fingerprint)
       select p_document, band, p_fingerprint from unnest(${bands('p_fingerprint')}) as band where p_fingerprint is not null
       on conflict do nothing;
     with kept as (
       insert into document_finding as f (document_id, "check", verdict, explanation)
         select p_document, n."check", n.verdict, n.explanation
           from jsonb_to_recordset(p_findings) as n("check" text, verdict text, explanation jsonb)
         on conflict (document_id, "check") do update set explanation = f.explanation || ${NEW_ONES}, found_at = now(),
           verdict = case when ${gravity('excluded')} > ${gravity('f')} then excluded.verdict else f.verdict end
         where ${NEW_ONES} <> '[]'
         returning 1)
     insert into office_task (id, kind, subject)
       select p_task, 'document-finding', p_document::text where exists (select from kept) on conflict do nothing`,
    { volatile: true },
  ),
  ...across(
    'take_documents_to_judge()',
    `table (id uuid, fingerprint bigint, taken_at timestamptz, latitude float8, longitude float8, judge_at timestamptz)`,
    `update document set judge_at = now() + interval '1 minute'
      where id in (select id from document where judge_at <= now() and status = 'available'
                    order by judge_at limit 20 for update skip locked)
     returning id, (select f.fingerprint from document_fingerprint f where f.document_id = document.id limit 1),
       case capture_source when 'photo' then captured_at end, captured_latitude, captured_longitude, judge_at`,
    { volatile: true },
  ),
  // Not when it was linked again since it was taken.
  ...across(
    'document_judged(p_document uuid, p_judge_at timestamptz)',
    'void',
    'update document set judge_at = null where id = p_document and judge_at = p_judge_at',
    { volatile: true },
  ),
];

const POLICIES = [
  ...protect('document_fingerprint', {}),
  ...protect('document_finding', { select: '(select acting_for_office())' }),
];

/** Replaced by the one that knows of images. */
const SAME_FILE_ONLY = across(
  'seen_at_other_firms(p_document uuid)',
  'table (document_id uuid, organisation_id uuid)',
  `select o.id, o.organisation_id from document d
     join document o on o.sha256 = d.sha256 and o.organisation_id <> d.organisation_id
    where d.id = p_document order by o.id limit 50`,
);

const UP = [...TABLES, ...dropFunctions('seen_at_other_firms(uuid)'), ...FUNCTIONS, ...TRIGGER, ...POLICIES];

const DOWN = [
  'drop trigger "document_link_judged" on "document_link"',
  ...dropFunctions(
    'judge_linked_document()',
    'document_judged(uuid, timestamptz)',
    'take_documents_to_judge()',
    'keep_document_findings(uuid, bigint, jsonb, uuid)',
    'basis_of_document(uuid)',
    'seen_at_other_firms(uuid, bigint)',
  ),
  ...SAME_FILE_ONLY,
  'alter table "document" drop column "judge_at"',
  'drop table "document_finding"',
  'drop table "document_fingerprint"',
];
