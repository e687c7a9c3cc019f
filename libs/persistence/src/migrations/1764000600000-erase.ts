import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetting } from './forgetting.js';
import { dropFunctions, protect, unprotect, type Policies } from './security.js';

/** Keys of data subjects, records of their erasure, and an end to rows that nobody needs any more. */
export class Erase1764000600000 implements MigrationInterface {
  name = 'Erase1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const ORGANISATION = '(select acting_organisation())';
const PERSON = '(select acting_person())';
const WITHIN = '(acting_case() is not null and qualification_id = (select case_at_work()))';
/** Whoever may read a fact may read what is sealed in it: the policy of `fact` is asked, whatever it says. */
const READS_FACT = `exists (select from fact f where f.qualification_id = subject_key.qualification_id
  and f.paper = subject_key.paper and f.item = subject_key.item)`;

const POLICIES: Readonly<Record<string, Policies>> = {
  subject_key: {
    select: `${OFFICE} or ${WITHIN} or organisation_id = ${ORGANISATION} or ${READS_FACT}`,
    insert: `organisation_id = ${ORGANISATION} and (${WITHIN} or sees_case(qualification_id))`,
    // A key can only go: nobody may put another one in its place.
    update: { using: OFFICE, check: `${OFFICE} and sealed is null and erased_at is not null` },
  },
  erasure: {
    select: OFFICE,
    insert: `${OFFICE} and organisation_id = ${ORGANISATION} and erased_by = ${PERSON}`,
  },
};

const UP = [
  `create table "subject_key" (
    "id" uuid primary key,
    "qualification_id" uuid not null,
    "subject" text not null,
    "paper" text not null,
    "item" text not null,
    "version" integer not null,
    "organisation_id" uuid not null,
    "sealed" text,
    "created_at" timestamptz not null default now(),
    "erased_at" timestamptz,
    constraint "subject_key_erased_check" check (("sealed" is null) = ("erased_at" is not null))
  )`,
  `create index "subject_key_by_subject" on "subject_key" ("qualification_id", "subject")`,
  `create index "subject_key_by_write" on "subject_key" ("qualification_id", "paper", "item", "version")`,
  `create table "erasure" (
    "id" uuid primary key,
    "kind" text not null check ("kind" in ('person', 'data-subject')),
    "about_id" uuid not null,
    "subject" text not null,
    "reason" text not null check ("reason" in ('asked-by-the-person', 'no-longer-needed', 'should-not-have-been-recorded')),
    "erased_by" uuid not null,
    "organisation_id" uuid not null,
    "recorded_at" timestamptz not null default now()
  )`,
  `create unique index "erasure_once" on "erasure" ("about_id", "subject")`,
  `create trigger "erasure_append_only" before update or delete or truncate on "erasure"
     for each statement execute function "refuse_change"()`,
  // Of notes kept before, the text stays as it is; of those to come it is sealed.
  `alter table "note" alter column "salt" drop not null, alter column "text" drop not null,
     add column "sealed" jsonb,
     add constraint "note_sealed_check" check (("sealed" is null) = ("text" is not null and "salt" is not null))`,
  ...Object.entries(POLICIES).flatMap(([table, policies]) => protect(table, policies)),
  ...forgetting([
    {
      what: 'tokens',
      table: 'api_token',
      ended: `least(expires_at, revoked_at) < now() - interval '1 year'
        and not exists (select from api_token before where before.successor_id = api_token.id)`,
    },
    { what: 'office tasks', table: 'office_task', ended: `closed_at < now() - interval '1 year'` },
    {
      what: 'refused commands',
      table: 'command',
      ended: `status = 'refused' and recorded_at < now() - interval '1 year'`,
    },
  ]),
];

const DOWN = [
  ...dropFunctions('forget_what_ended()'),
  ...Object.entries(POLICIES).flatMap(([table, policies]) => unprotect(table, policies)),
  // A note without its text is no note: going back gives up those that are sealed.
  'alter table "note" disable trigger "note_append_only"',
  'set local role selvedge_across',
  'delete from "note" where "sealed" is not null',
  'reset role',
  'alter table "note" enable trigger "note_append_only"',
  `alter table "note" drop constraint "note_sealed_check", drop column "sealed",
     alter column "salt" set not null, alter column "text" set not null`,
  'drop table "erasure"',
  'drop table "subject_key"',
];
