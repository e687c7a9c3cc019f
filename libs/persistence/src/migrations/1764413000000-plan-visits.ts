import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACROSS, NOT_ERASED, protect } from './security.js';

/** Who is able to audit what and where, and on which days audits are planned. */
export class PlanVisits1764413000000 implements MigrationInterface {
  name = 'PlanVisits1764413000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
/** Their own firm says what its auditors can do, or the office. */
const FOR_FIRM = `(select acting_administers()) and exists (select from membership m
  where m.person_id = auditor_skills.person_id and m.organisation_id = (select acting_organisation()) and m.ended_at is null)`;
const WRITES = `(${OFFICE} or ${FOR_FIRM}) and ${NOT_ERASED}`;

const UP = [
  `create table "auditor_skills" (
    "person_id" uuid primary key references "person" ("id"),
    "languages" text[] not null,
    "categories" text[] not null,
    "provinces" text[] not null,
    "recorded_by" uuid not null,
    "recorded_at" timestamptz not null default now(),
    "version" integer not null default 1
  )`,
  ...protect('auditor_skills', {
    select: 'sees_person(person_id)',
    insert: WRITES,
    update: WRITES,
    delete: OFFICE,
  }),
  `alter table "qualification" add column "visit_on" date`,
  `set local role ${ACROSS}`,
  `update "qualification" set visit_on = coalesce(state #>> '{audit,visitDate}',
     (select min(d) from jsonb_array_elements_text(state #> '{audit,proposedDates}') d))::date`,
  'reset role',
  `create index "qualification_by_visit" on "qualification" ("visit_on", "id") where "visit_on" is not null`,
];
const DOWN = [
  'drop index "qualification_by_visit"',
  'alter table "qualification" drop column "visit_on"',
  'drop table "auditor_skills"',
];
