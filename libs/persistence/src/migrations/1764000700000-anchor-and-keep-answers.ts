import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect } from './security.js';

/** What is anchored outside the database, answers kept under their Idempotency-Key, versions of what two officers change. */
export class AnchorAndKeepAnswers1764000700000 implements MigrationInterface {
  name = 'AnchorAndKeepAnswers1764000700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const MINE = 'person_id = (select acting_person()) and organisation_id = (select acting_organisation())';
const WITHIN = '(acting_case() is not null and qualification_id = (select case_at_work()))';

const TABLES = [
  `create table "journal_anchor" (
    "qualification_id" uuid primary key references "qualification" ("id"),
    "seq" integer not null check ("seq" > 0),
    "hash" bytea not null,
    "number" bigint not null,
    "anchored_at" timestamptz not null
  )`,
  // The file that this database is anchored in, and its last line: it outlives the anchors of lines that the file lost.
  `create table "anchor_file" (
    "single" boolean primary key default true constraint "anchor_file_single_check" check ("single"),
    "first_line" text not null,
    "number" bigint not null
  )`,
  `create table "idempotency_record" (
    "key_hash" bytea primary key,
    "person_id" uuid not null,
    "organisation_id" uuid not null,
    "fingerprint" bytea not null,
    "claim" uuid not null,
    "claimed_at" timestamptz not null default now(),
    "answer" text,
    "expires_at" timestamptz not null
  )`,
  `create index "idempotency_record_by_end" on "idempotency_record" ("expires_at")`,
];

const NAMED = [
  // The transaction's own: it ends with it, also when its process dies.
  ...across('anchoring_turn()', 'boolean', `select pg_try_advisory_xact_lock(hashtext('selvedge anchor'))`, {
    volatile: true,
  }),
  ...across('forget_anchors(p_number bigint)', 'void', 'delete from journal_anchor where number > p_number', {
    volatile: true,
  }),
  // By case and not by time: a worker that starts again finds what is left without looking through the whole journal.
  ...across(
    'heads_not_anchored(p_limit integer)',
    'table (qualification_id uuid, seq integer, hash bytea)',
    `select q.id, j.seq, j.hash
       from qualification q left join journal_anchor a on a.qualification_id = q.id
       cross join lateral (select seq, hash from journal_entry
         where qualification_id = q.id and seq > coalesce(a.seq, 0) order by seq limit p_limit) j
      where q.seq > coalesce(a.seq, 0) limit p_limit`,
  ),
  ...across(
    'note_anchored(p_first_line text, p_number bigint, p_time timestamptz, p_heads jsonb)',
    'void',
    `insert into anchor_file (first_line, number) values (p_first_line, p_number)
     on conflict (single) do update set first_line = excluded.first_line, number = excluded.number;
     insert into journal_anchor (qualification_id, seq, hash, number, anchored_at)
     select distinct on (h->>0) (h->>0)::uuid, (h->>1)::integer, decode(h->>2, 'hex'), p_number, p_time
       from jsonb_array_elements(p_heads) h order by h->>0, (h->>1)::integer desc
     on conflict (qualification_id) do update set seq = excluded.seq, hash = excluded.hash, number = excluded.number,
       anchored_at = excluded.anchored_at`,
    { volatile: true },
  ),
  ...across(
    'last_anchor()',
    'table (first_line text, number bigint)',
    'select first_line, number from anchor_file',
  ),
  ...across(
    'journal_heads(p_after uuid, p_limit integer)',
    'table (qualification_id uuid, seq integer, hash bytea)',
    'select id, seq, head_hash from qualification where p_after is null or id > p_after order by id limit p_limit',
  ),
  ...across(
    'anchored_hashes(p_heads jsonb)',
    'table (qualification_id uuid, seq integer, hash bytea)',
    `select j.qualification_id, j.seq, j.hash from jsonb_array_elements(p_heads) h
       join journal_entry j on j.qualification_id = (h->>0)::uuid and j.seq = (h->>1)::integer`,
  ),
  ...across(
    'drop_expired_answers(p_limit integer)',
    'integer',
    `with gone as (
       delete from idempotency_record where key_hash in (
         select key_hash from idempotency_record where expires_at <= now()
          order by expires_at limit p_limit for update skip locked) returning 1)
     select count(*)::integer from gone`,
    { volatile: true },
  ),
];

const UP = [
  ...TABLES,
  // Whoever verifies a case works on that one case; its number of entries is not for every party at every time.
  ...protect('journal_anchor', { select: WITHIN }),
  ...protect('anchor_file', {}),
  ...protect('idempotency_record', { select: MINE, insert: MINE, update: MINE, delete: MINE }),
  ...NAMED,
  `alter table "membership" add column "version" integer not null default 1`,
  // Whoever changes a membership, by whatever statement, makes it another one to those who have read it.
  `create function "next_membership_version"() returns trigger language plpgsql as
     'begin new.version := old.version + 1; return new; end'`,
  `create trigger "membership_version" before update on "membership" for each row execute function next_membership_version()`,
  `alter table "holiday_calendar" add column "version" integer not null default 1`,
];

const DOWN = [
  `alter table "holiday_calendar" drop column "version"`,
  'drop trigger "membership_version" on "membership"',
  'drop function "next_membership_version"()',
  `alter table "membership" drop column "version"`,
  ...dropFunctions(
    'drop_expired_answers(integer)',
    'anchored_hashes(jsonb)',
    'journal_heads(uuid, integer)',
    'last_anchor()',
    'note_anchored(text, bigint, timestamptz, jsonb)',
    'heads_not_anchored(integer)',
    'forget_anchors(bigint)',
    'anchoring_turn()',
  ),
  'drop table "idempotency_record"',
  'drop table "anchor_file"',
  'drop table "journal_anchor"',
];
