import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, APP, dropFunctions, protect } from './security.js';

/** Documents that prove something, what they are linked to, and the uploads they come from. */
export class KeepDocuments1764000500000 implements MigrationInterface {
  name = 'KeepDocuments1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const TABLES = [
  `create table "document" (
    "id" uuid primary key,
    "organisation_id" uuid not null references "organisation" ("id"),
    "uploaded_by" uuid not null,
    "uploader_organisation_id" uuid not null,
    "on_behalf" boolean not null default false,
    "qualification_id" uuid references "qualification" ("id"),
    "file_name" text not null check (octet_length("file_name") between 1 and 255),
    "declared_type" text not null,
    "size" bigint not null check ("size" > 0),
    "status" text not null default 'receiving' check ("status" in ('receiving', 'quarantined', 'available', 'refused')),
    "refusal" text,
    "sha256" bytea,
    "served_sha256" bytea,
    "served_type" text,
    "served_size" bigint,
    "width" integer,
    "height" integer,
    "captured_at" timestamptz,
    "captured_latitude" double precision check ("captured_latitude" between -90 and 90),
    "captured_longitude" double precision check ("captured_longitude" between -180 and 180),
    "capture_source" text check ("capture_source" in ('declared', 'photo')),
    "expires_on" date,
    "replaces_id" uuid references "document" ("id"),
    "edition" integer not null default 1 check ("edition" > 0),
    "version" integer not null default 1,
    "created_at" timestamptz not null default now(),
    "received_at" timestamptz,
    "examined_at" timestamptz,
    "attempts" integer not null default 0,
    "crashes" integer not null default 0,
    "retry_at" timestamptz,
    "lock_holder" uuid,
    "locked_until" timestamptz,
    "lock_wanted" boolean not null default false
  )`,
  `create index "document_by_organisation" on "document" ("organisation_id", "id")`,
  `create index "document_by_case" on "document" ("qualification_id", "id") where "qualification_id" is not null`,
  `create index "document_by_digest" on "document" ("sha256") where "sha256" is not null`,
  `create index "document_receiving" on "document" ("retry_at") where "status" = 'receiving'`,
  `create index "document_quarantined" on "document" ("retry_at") where "status" = 'quarantined'`,
  // A document has one successor; one that was refused does not stand in the way of a better one.
  `create unique index "document_one_successor" on "document" ("replaces_id") where "status" <> 'refused'`,
  `create table "document_link" (
    "id" uuid primary key,
    "document_id" uuid not null references "document" ("id"),
    "qualification_id" uuid not null references "qualification" ("id"),
    "target" text not null
      check ("target" in ('section', 'answer', 'corrective-action', 'certificate', 'pilot-lot', 'inspection')),
    "item" text not null check (length("item") between 1 and 200),
    "organisation_id" uuid not null,
    "linked_by" uuid not null,
    "linked_at" timestamptz not null default now(),
    "ended_at" timestamptz
  )`,
  `create index "document_link_by_document" on "document_link" ("document_id", "id")`,
  `create index "document_link_by_case" on "document_link" ("qualification_id", "document_id")`,
  `create unique index "document_link_open" on "document_link" ("qualification_id", "target", "item", "document_id") where "ended_at" is null`,
];

/**
 * Who reads a document beside its owner and the office is told by what it is linked to. What an auditor recorded is the
 * supplier's to see when the assessment is told, but nothing that was recorded about children. A buyer reads what belongs
 * to a section that was opened to it, if documents were too.
 */
const READS_LINK = `(
  (p.relation = 'supplier' and l.target = 'answer' and q.state->'audit'->>'phase' = 'submitted'
      and not 'assessment' = any(q.closed_seals))
  or (p.relation = 'audit-firm' and l.target in ('section', 'certificate', 'corrective-action', 'answer'))
  or (p.relation = 'buyer' and 'documents' = any(consented_sections(q.id))
      and case l.target when 'certificate' then 'certificates' when 'section' then l.item end = any(consented_sections(q.id)))
  or (p.relation = 'buyer' and l.target = 'pilot-lot'
      and q.state->'pilots'->split_part(l.item, ':', 1)->>'buyerId' = acting_organisation()::text))`;

/** Whether any place of the document, also a former one, concerns children: it is neither the supplier's nor a buyer's then. */
const ABOUT_CHILDREN = `exists (select from document_link c join qualification cq on cq.id = c.qualification_id
    join scheme_version v on v.id = cq.scheme_version_id
   where c.document_id = p_document and c.target = 'answer' and (c.item = 'SL-01'
     or cq.state#>'{safeguarding,items}' ? c.item
     or exists (select from jsonb_array_elements(v.content#>'{checklist,items}') i
                 where i->>'id' = c.item and i->>'safeguarding' = 'child')))`;

const FUNCTIONS = [
  ...across(
    'seen_links(p_document uuid)',
    'setof uuid',
    `select l.id from document_link l join document d on d.id = l.document_id join qualification q on q.id = l.qualification_id
       join qualification_party p on p.qualification_id = q.id and p.organisation_id = acting_organisation()
      where l.document_id = p_document and l.ended_at is null and d.status in ('quarantined', 'available') and ${READS_LINK}
        and (p.relation = 'audit-firm' or not ${ABOUT_CHILDREN})`,
  ),
  ...across(
    'take_unfinished_uploads()',
    'table (id uuid, person_id uuid, organisation_id uuid, size bigint, expired boolean)',
    `update document set retry_at = now() + interval '1 minute'
      where id in (select id from document where status = 'receiving' and retry_at <= now()
                    order by retry_at limit 50 for update skip locked)
     returning id, uploaded_by, uploader_organisation_id, size, created_at < now() - interval '24 hours'`,
    { volatile: true },
  ),
  ...across(
    'ended_uploads(p_ids uuid[])',
    'setof uuid',
    `select given.id from unnest(p_ids) as given (id)
      where not exists (select from document d where d.id = given.id and d.status = 'receiving')`,
  ),
  // Longer than an examination may take, or two workers would be at one document; who gives it up says when it is next.
  ...across(
    'take_quarantined_documents()',
    `table (id uuid, organisation_id uuid, qualification_id uuid, sha256 bytea, size bigint, declared_type text, file_name text,
       captured_at timestamptz, captured_latitude float8, captured_longitude float8, attempts integer, crashes integer)`,
    `update document set attempts = attempts + 1, retry_at = now() + interval '4 minutes'
      where id in (select id from document where status = 'quarantined' and retry_at <= now()
                    order by retry_at limit 4 for update skip locked)
     returning id, organisation_id, qualification_id, sha256, size, declared_type, file_name,
       captured_at, captured_latitude, captured_longitude, attempts, crashes`,
    { volatile: true },
  ),
  ...across(
    'put_back_document(p_document uuid, p_crashed boolean)',
    'void',
    `update document set crashes = crashes + p_crashed::integer, retry_at = now() + least(attempts, 12) * interval '5 seconds'
      where id = p_document and status = 'quarantined'`,
    { volatile: true },
  ),
  // What a photo tells of time and place stands before what its sender declared.
  ...across(
    `settle_document(p_document uuid, p_refusal text, p_sha256 bytea, p_type text, p_size bigint, p_width integer,
       p_height integer, p_captured_at timestamptz, p_latitude float8, p_longitude float8)`,
    'boolean',
    `with settled as (
       update document set status = case when p_refusal is null then 'available' else 'refused' end, refusal = p_refusal,
         served_sha256 = p_sha256, served_type = p_type, served_size = p_size, width = p_width, height = p_height,
         captured_at = coalesce(p_captured_at, captured_at),
         captured_latitude = case when p_latitude is null or p_longitude is null then captured_latitude else p_latitude end,
         captured_longitude = case when p_latitude is null or p_longitude is null then captured_longitude else p_longitude end,
         capture_source = case when p_captured_at is null and (p_latitude is null or p_longitude is null)
           then capture_source else 'photo' end,
         examined_at = now(), retry_at = null, version = version + 1
       where id = p_document and status = 'quarantined' returning id)
     select exists (select from settled)`,
    { volatile: true },
  ),
  ...across(
    'seen_at_other_firms(p_document uuid)',
    'table (document_id uuid, organisation_id uuid)',
    `select o.id, o.organisation_id from document d
       join document o on o.sha256 = d.sha256 and o.organisation_id <> d.organisation_id
      where d.id = p_document order by o.id limit 50`,
  ),
];

const OFFICE = '(select acting_for_office())';
const ORGANISATION = '(select acting_organisation())';
const PERSON = '(select acting_person())';
const WITHIN = '((select acting_case()) is not null and qualification_id = (select case_at_work()))';

const POLICIES = [
  ...protect('document', {
    select: `organisation_id = ${ORGANISATION} or ${OFFICE} or ${WITHIN} or exists (select from seen_links(id))`,
    insert: `uploaded_by = ${PERSON} and uploader_organisation_id = ${ORGANISATION}
      and (organisation_id = ${ORGANISATION} or (on_behalf and ${OFFICE}))
      and (qualification_id is null or sees_case(qualification_id))`,
    update: `organisation_id = ${ORGANISATION} or ${OFFICE}`,
  }),
  ...protect('document_link', {
    select: `organisation_id = ${ORGANISATION} or ${OFFICE} or ${WITHIN} or id in (select seen_links(document_id))`,
    insert: `linked_by = ${PERSON} and (organisation_id = ${ORGANISATION} or ${OFFICE}) and sees_case(qualification_id)
      and exists (select from document d where d.id = document_id and d.organisation_id = document_link.organisation_id)`,
    update: `(organisation_id = ${ORGANISATION} or ${OFFICE}) and sees_case(qualification_id)`,
  }),
];

const UPLOADING = ['status', 'refusal', 'sha256', 'received_at', 'retry_at', 'version'];
const LOCKING = ['lock_holder', 'locked_until', 'lock_wanted'];
/** The API receives a document and says until when it is good; what an examination came to, only the examination says. */
const COLUMNS = [
  ...['document', 'document_link'].map((table) => `revoke update on "${table}" from ${APP}`),
  `grant update (${[...UPLOADING, ...LOCKING, 'expires_on'].join(', ')}) on "document" to ${APP}`,
  `grant update (ended_at) on "document_link" to ${APP}`,
  `create trigger "document_received" before update on "document" for each row
     when (current_user = '${APP}' and case old.status when 'receiving' then new.status = 'available'
       else (new.status, new.refusal, new.sha256, new.received_at) is distinct from
            (old.status, old.refusal, old.sha256, old.received_at) end)
     execute function "refuse_change"()`,
];

const UP = [...TABLES, ...FUNCTIONS, ...POLICIES, ...COLUMNS];

const DOWN = [
  'drop table "document_link"',
  'drop table "document"',
  ...dropFunctions(
    'seen_at_other_firms(uuid)',
    'settle_document(uuid, text, bytea, text, bigint, integer, integer, timestamptz, float8, float8)',
    'put_back_document(uuid, boolean)',
    'take_quarantined_documents()',
    'ended_uploads(uuid[])',
    'take_unfinished_uploads()',
    'seen_links(uuid)',
  ),
];
