import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, NOT_ERASED, protect } from './security.js';

/** What people narrow their lists to, kept under a name. */
export class SaveFilters1764411000000 implements MigrationInterface {
  name = 'SaveFilters1764411000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OWN = `person_id = (select acting_person()) and organisation_id = (select acting_organisation())`;

const UP = [
  `create table "saved_filter" (
    "id" uuid primary key,
    "person_id" uuid not null references "person" ("id"),
    "organisation_id" uuid not null references "organisation" ("id"),
    "list" text not null,
    "name" text not null constraint "saved_filter_name_check" check (length("name") between 1 and 60),
    "query" jsonb not null,
    "version" integer not null default 1
  )`,
  `create unique index "saved_filter_by_name" on "saved_filter" ("person_id", "organisation_id", "list", "name")`,
  ...protect('saved_filter', { select: OWN, insert: `${OWN} and ${NOT_ERASED}`, update: OWN, delete: OWN }),
  // As `forget_person`, which is called beside it.
  ...across(
    'forget_filters(p_person uuid)',
    'void',
    `delete from saved_filter where acting_for_office() and person_id = p_person
       and not exists (select from membership m where m.person_id = p_person and m.ended_at is null)`,
    { volatile: true },
  ),
];
const DOWN = [...dropFunctions('forget_filters(uuid)'), 'drop table "saved_filter"'];
