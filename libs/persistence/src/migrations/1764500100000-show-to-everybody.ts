import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect } from './security.js';

/** What a supplier lets everybody see of a qualification, who has its number or a code of its own. */
export class ShowToEverybody1764500100000 implements MigrationInterface {
  name = 'ShowToEverybody1764500100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const READS = '(select acting_for_office()) or owns_case(qualification_id)';
const OWNS = 'owns_case(qualification_id)';
const SECTIONS = `"sections" <@ array['name', 'category', 'province', 'grade', 'validity', 'certificates']`;

const UP = [
  `create table "public_consent" (
    "qualification_id" uuid primary key references "qualification" ("id"),
    "version" integer not null,
    "sections" text[] not null constraint "public_consent_sections_check" check (${SECTIONS}),
    "code" text,
    "given_at" timestamptz not null default now(),
    "withdrawn_at" timestamptz,
    constraint "public_consent_code_check" check (("code" is null) = ("withdrawn_at" is not null))
  )`,
  `create unique index "public_consent_by_code" on "public_consent" ("code") where "code" is not null`,
  ...protect('public_consent', { select: READS, insert: OWNS, update: OWNS }),
  `create table "public_consent_revision" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "version" integer not null,
    "sections" text[] not null,
    "in_force" boolean not null,
    "written_by" uuid not null,
    "organisation_id" uuid not null,
    "recorded_at" timestamptz not null default now(),
    primary key ("qualification_id", "version")
  )`,
  `create trigger "public_consent_revision_append_only" before update or delete or truncate on "public_consent_revision"
     for each statement execute function "refuse_change"()`,
  ...protect('public_consent_revision', {
    select: READS,
    insert: `${OWNS} and organisation_id = (select acting_organisation()) and written_by = (select acting_person())`,
  }),
  // Both are looked up whatever was asked, so that no answer takes longer than another.
  ...across(
    'shown_to_everybody(p_number text, p_code text)',
    'table (qualification_id uuid, sections text[])',
    `select c.qualification_id, c.sections from public_consent c where c.code = p_code
     union
     select c.qualification_id, c.sections from qualification q join public_consent c on c.qualification_id = q.id
      where q.case_number = p_number and c.code is not null
     limit 1`,
  ),
];

const DOWN = [
  ...dropFunctions('shown_to_everybody(text, text)'),
  'drop table "public_consent_revision"',
  'drop table "public_consent"',
];
