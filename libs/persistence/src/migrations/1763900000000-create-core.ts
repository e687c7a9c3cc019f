import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, people, schemes, suppliers and their cases: the tables of the whole journey. */
export class CreateCore1763900000000 implements MigrationInterface {
  name = 'CreateCore1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await runner.query(`drop table "${table}"`);
    await runner.query('drop sequence "case_number"');
    await runner.query('drop function "refuse_change"()');
  }
}

const TABLES = [
  'organisation',
  'person',
  'membership',
  'api_token',
  'scheme',
  'scheme_version',
  'holiday_calendar',
  'site',
  'qualification',
  'qualification_party',
  'command',
  'journal_entry',
  'outbox_event',
  'working_paper',
  'fact',
  'fact_revision',
  'note',
  'compliance_check_run',
  'task',
  'office_task',
];

const UP = [
  `create table "organisation" (
    "id" uuid primary key,
    "kind" text not null check ("kind" in ('supplier', 'audit-firm', 'buyer', 'programme-office')),
    "name" text not null check (length("name") between 1 and 200),
    "normalised_name" text not null,
    "tin" text,
    "phone" text,
    "version" integer not null default 1,
    "created_at" timestamptz not null default now()
  )`,
  `create index "organisation_by_kind" on "organisation" ("kind", "id")`,
  `create index "organisation_by_name" on "organisation" ("normalised_name")`,
  `create index "organisation_by_tin" on "organisation" ("tin") where "tin" is not null`,
  `create index "organisation_by_phone" on "organisation" ("phone") where "phone" is not null`,
  `create table "person" (
    "id" uuid primary key,
    "name" text not null check (length("name") between 1 and 200),
    "language" text not null default 'en' check ("language" in ('km', 'en', 'zh')),
    "created_at" timestamptz not null default now()
  )`,
  `create table "membership" (
    "person_id" uuid not null references "person" ("id"),
    "organisation_id" uuid not null references "organisation" ("id"),
    "roles" text[] not null check (cardinality("roles") > 0),
    "created_at" timestamptz not null default now(),
    "ended_at" timestamptz,
    primary key ("person_id", "organisation_id")
  )`,
  `create index "membership_by_organisation" on "membership" ("organisation_id", "person_id")`,
  `create table "api_token" (
    "id" uuid primary key,
    "person_id" uuid not null references "person" ("id"),
    "organisation_id" uuid not null references "organisation" ("id"),
    "token_hash" bytea not null,
    "prefix" text not null,
    "created_at" timestamptz not null default now(),
    "expires_at" timestamptz not null,
    "revoked_at" timestamptz
  )`,
  `create unique index "api_token_by_hash" on "api_token" ("token_hash")`,
  `create index "api_token_by_person" on "api_token" ("person_id", "id")`,
  `create table "scheme" (
    "id" uuid primary key,
    "code" text not null,
    "name" text not null,
    "created_at" timestamptz not null default now()
  )`,
  `create unique index "scheme_by_code" on "scheme" ("code")`,
  `create table "scheme_version" (
    "id" uuid primary key,
    "scheme_id" uuid not null references "scheme" ("id"),
    "version" text not null,
    "content" jsonb not null,
    "published_at" timestamptz not null default now()
  )`,
  `create unique index "scheme_version_by_scheme" on "scheme_version" ("scheme_id", "version")`,
  `create table "holiday_calendar" (
    "year" integer primary key check ("year" between 2000 and 2200),
    "dates" date[] not null,
    "source" text not null,
    "recorded_at" timestamptz not null default now()
  )`,
  `create table "site" (
    "id" uuid primary key,
    "supplier_id" uuid not null references "organisation" ("id"),
    "name" text not null check (length("name") between 1 and 200),
    "address" text not null,
    "province" text not null,
    "latitude" double precision not null check ("latitude" between -90 and 90),
    "longitude" double precision not null check ("longitude" between -180 and 180),
    "version" integer not null default 1,
    "created_at" timestamptz not null default now()
  )`,
  `create index "site_by_supplier" on "site" ("supplier_id", "id")`,
  `create index "site_by_position" on "site" ("latitude", "longitude")`,
  `create sequence "case_number"`,
  `create table "qualification" (
    "id" uuid primary key,
    "case_number" text not null,
    "supplier_id" uuid not null references "organisation" ("id"),
    "site_id" uuid not null references "site" ("id"),
    "category" text not null,
    "scheme_version_id" uuid not null references "scheme_version" ("id"),
    "previous_id" uuid references "qualification" ("id"),
    "stage" text not null,
    "substate" text not null,
    "state" jsonb not null,
    "seq" integer not null check ("seq" >= 0),
    "head_hash" bytea not null,
    "case_time" timestamptz not null,
    "next_step_at" timestamptz,
    "over" boolean not null default false,
    "opened_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now()
  )`,
  `create unique index "qualification_by_number" on "qualification" ("case_number")`,
  `create unique index "qualification_one_open" on "qualification" ("site_id", "category") where "stage" not in ('qualified', 'closed')`,
  `create index "qualification_by_supplier" on "qualification" ("supplier_id", "case_number")`,
  `create index "qualification_by_stage" on "qualification" ("stage", "substate", "case_number")`,
  `create index "qualification_by_category" on "qualification" ("category", "case_number")`,
  `create index "qualification_by_previous" on "qualification" ("previous_id") where "previous_id" is not null`,
  `create table "qualification_party" (
    "organisation_id" uuid not null references "organisation" ("id"),
    "qualification_id" uuid not null references "qualification" ("id"),
    "relation" text not null check ("relation" in ('supplier', 'audit-firm', 'buyer')),
    "case_number" text not null,
    primary key ("organisation_id", "qualification_id", "relation")
  )`,
  `create index "qualification_party_in_order" on "qualification_party" ("organisation_id", "case_number")`,
  `create index "qualification_party_by_case" on "qualification_party" ("qualification_id")`,
  `create table "command" (
    "id" uuid primary key,
    "qualification_id" uuid not null,
    "type" text not null,
    "organisation_id" uuid,
    "status" text not null check ("status" in ('pending', 'done', 'refused')),
    "request" jsonb,
    "request_digest" bytea not null,
    "result" jsonb,
    "statements" integer not null default 0,
    "attempts" integer not null default 0,
    "retry_at" timestamptz,
    "recorded_at" timestamptz not null default now()
  )`,
  `create index "command_by_case" on "command" ("qualification_id", "id")`,
  `create index "command_pending" on "command" ("retry_at") where "status" = 'pending'`,
  `create table "journal_entry" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "seq" integer not null check ("seq" > 0),
    "command_id" uuid not null,
    "payload" text not null,
    "payload_digest" bytea not null,
    "previous_hash" bytea not null,
    "hash" bytea not null,
    "occurred_at" timestamptz not null,
    "recorded_at" timestamptz not null default now(),
    primary key ("qualification_id", "seq")
  )`,
  `create unique index "journal_entry_by_command" on "journal_entry" ("command_id")`,
  `create table "outbox_event" (
    "id" uuid primary key,
    "qualification_id" uuid not null references "qualification" ("id"),
    "seq" integer not null,
    "position" integer not null,
    "type" text not null,
    "data" jsonb not null,
    "occurred_at" timestamptz not null,
    "recorded_at" timestamptz not null default now(),
    "sent_at" timestamptz
  )`,
  `create unique index "outbox_event_in_order" on "outbox_event" ("qualification_id", "seq", "position")`,
  `create index "outbox_event_unsent" on "outbox_event" ("recorded_at", "id") where "sent_at" is null`,
  `create table "working_paper" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "paper" text not null,
    "role" text not null,
    "organisation_id" uuid not null,
    "person_id" uuid,
    "items" text[],
    "open" boolean not null,
    primary key ("qualification_id", "paper")
  )`,
  `create table "fact" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "paper" text not null,
    "item" text not null,
    "content" jsonb not null,
    "version" integer not null check ("version" > 0),
    "written_by" uuid not null,
    "organisation_id" uuid not null,
    "on_behalf" boolean not null default false,
    "occurred_at" timestamptz not null,
    primary key ("qualification_id", "paper", "item")
  )`,
  `create table "fact_revision" (
    "id" bigint generated always as identity primary key,
    "qualification_id" uuid not null references "qualification" ("id"),
    "paper" text not null,
    "item" text not null,
    "version" integer not null,
    "content" jsonb not null,
    "content_text" text not null,
    "written_by" uuid not null,
    "organisation_id" uuid not null,
    "on_behalf" boolean not null,
    "occurred_at" timestamptz not null,
    "recorded_at" timestamptz not null default now()
  )`,
  `create unique index "fact_revision_in_order" on "fact_revision" ("qualification_id", "paper", "item", "version")`,
  `create table "note" (
    "id" uuid primary key,
    "qualification_id" uuid not null,
    "written_by" uuid not null,
    "organisation_id" uuid not null,
    "salt" bytea not null,
    "text" text not null check (length("text") between 1 and 4000),
    "recorded_at" timestamptz not null default now()
  )`,
  `create index "note_by_case" on "note" ("qualification_id", "id")`,
  `create table "compliance_check_run" (
    "run_id" uuid not null,
    "qualification_id" uuid not null references "qualification" ("id"),
    "kind" text not null,
    "verdict" text not null check ("verdict" in ('PASS', 'WARN', 'FAIL', 'POTENTIAL', 'ERROR')),
    "explanation" jsonb not null,
    "input_hash" text not null,
    "data_source" text not null,
    "source_version" text not null,
    "ran_at" timestamptz not null,
    "expires_at" timestamptz,
    "recorded_at" timestamptz not null default now(),
    primary key ("run_id", "kind")
  )`,
  `create index "compliance_check_run_by_case" on "compliance_check_run" ("qualification_id", "kind", "recorded_at")`,
  `create table "task" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "task" text not null,
    "role" text not null,
    "organisation_id" uuid not null,
    "person_id" uuid,
    "what" text not null,
    "subject" text not null,
    "due_at" timestamptz not null,
    "otherwise" text not null,
    "claimed_by" uuid,
    "opened_at" timestamptz not null default now(),
    primary key ("qualification_id", "task")
  )`,
  `create index "task_by_holder" on "task" ("organisation_id", "due_at", "qualification_id", "task")`,
  `create table "office_task" (
    "id" uuid primary key,
    "kind" text not null,
    "subject" text not null,
    "opened_at" timestamptz not null default now(),
    "closed_at" timestamptz
  )`,
  `create unique index "office_task_open" on "office_task" ("kind", "subject") where "closed_at" is null`,
  `create index "office_task_in_order" on "office_task" ("opened_at", "id") where "closed_at" is null`,
  `create function "refuse_change"() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end
  $$`,
  ...['journal_entry', 'fact_revision', 'scheme_version', 'compliance_check_run', 'note'].map(
    (table) =>
      `create trigger "${table}_append_only" before update or delete or truncate on "${table}"
       for each statement execute function "refuse_change"()`,
  ),
];
