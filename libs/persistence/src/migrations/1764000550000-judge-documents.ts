import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect } from './security.js';

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
];

/** The case a document was uploaded for, else the first one it was linked to. */
const CASE_OF = (document: string): string => `coalesce(${document}.qualification_id,
  (select l.qualification_id from document_link l where l.document_id = ${document}.id order by l.id limit 1))`;
/** The firm that a document stands for: an auditor's photo stands for the firm that was audited. */
const FIRM_OF = (document: string): string => `coalesce(
  (select q.supplier_id from qualification q where q.id = ${CASE_OF(document)}), ${document}.organisation_id)`;

/** Where a document is linked to as a picture of the site. */
const SHOWS_SITE = `(l.target in ('answer', 'corrective-action', 'inspection') or (l.target = 'section' and l.item = 'site'))`;

const FUNCTIONS = [
  // `p_fingerprint` is null for what is no image, or has too little on it to be compared.
  ...across(
    'seen_at_other_firms(p_document uuid, p_fingerprint bigint)',
    'table (document_id uuid, organisation_id uuid, same_file boolean)',
    `with mine as (select d.id, d.sha256, ${FIRM_OF('d')} as firm from document d where d.id = p_document),
       alike as (
         select o.id, true as same_file from mine join document o on o.sha256 = mine.sha256
         union all
         select f.document_id, false from document_fingerprint f
          where f.band = any(${bands('p_fingerprint')})
            and bit_count((f.fingerprint # p_fingerprint)::bit(64)) <= ${MOST_BITS}),
       found as (select id, bool_or(same_file) as same_file from alike group by id)
     select d.id, firm.id, found.same_file from mine cross join found join document d on d.id = found.id
       cross join lateral (select ${FIRM_OF('d')} as id) firm
      where firm.id <> mine.firm order by d.id limit 50`,
  ),
  // A case may be ahead of the clock on the wall: what belongs to it came at its own time.
  ...across(
    'basis_of_document(p_document uuid)',
    'table (received_at timestamptz, shows_site boolean, visit_date text)',
    `select greatest(coalesce(d.received_at, d.created_at), q.case_time),
            exists (select from document_link l where l.document_id = d.id and ${SHOWS_SITE}),
            case when exists (select from document_link l where l.document_id = d.id and l.target = 'answer')
              then q.state->'audit'->>'visitDate' end
       from document d left join qualification q on q.id = ${CASE_OF('d')} where d.id = p_document`,
  ),
  // Once for a document: an examination that is run again finds the same.
  ...across(
    'keep_document_findings(p_document uuid, p_fingerprint bigint, p_findings jsonb)',
    'void',
    `insert into document_fingerprint (document_id, band, fingerprint)
       select p_document, band, p_fingerprint from unnest(${bands('p_fingerprint')}) as band where p_fingerprint is not null
       on conflict do nothing;
     insert into document_finding (document_id, "check", verdict, explanation)
       select p_document, f."check", f.verdict, f.explanation
         from jsonb_to_recordset(p_findings) as f("check" text, verdict text, explanation jsonb)
       on conflict do nothing`,
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

const UP = [...TABLES, ...dropFunctions('seen_at_other_firms(uuid)'), ...FUNCTIONS, ...POLICIES];

const DOWN = [
  ...dropFunctions(
    'keep_document_findings(uuid, bigint, jsonb)',
    'basis_of_document(uuid)',
    'seen_at_other_firms(uuid, bigint)',
  ),
  ...SAME_FILE_ONLY,
  'drop table "document_finding"',
  'drop table "document_fingerprint"',
];
