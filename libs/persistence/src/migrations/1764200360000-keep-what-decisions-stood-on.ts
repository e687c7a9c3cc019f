import type { MigrationInterface, QueryRunner } from 'typeorm';
import { acrossTrigger, dropFunctions, protect } from './security.js';

/** A decision can be made once more: what it stood on is kept, and what holidays were loaded when. */
export class KeepWhatDecisionsStoodOn1764200360000 implements MigrationInterface {
  name = 'KeepWhatDecisionsStoodOn1764200360000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const WITHIN = '(acting_case() is not null and qualification_id = (select case_at_work()))';

const UP = [
  `create table "decision_basis" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "seq" integer not null check ("seq" > 0),
    "basis" text not null,
    primary key ("qualification_id", "seq")
  )`,
  `create trigger "decision_basis_append_only" before update or delete or truncate on "decision_basis"
     for each statement execute function "refuse_change"()`,
  // Roles and memberships of others are in it: the office alone reads it beside the case itself.
  ...protect('decision_basis', { select: `${OFFICE} or ${WITHIN}`, insert: WITHIN }),
  `create table "holiday_edition" (
    "year" integer not null,
    "version" integer not null,
    "dates" date[] not null,
    "recorded_at" timestamptz not null default now(),
    primary key ("year", "version")
  )`,
  `create trigger "holiday_edition_append_only" before update or delete or truncate on "holiday_edition"
     for each statement execute function "refuse_change"()`,
  ...protect('holiday_edition', { select: `${OFFICE} or acting_case() is not null` }),
  'set local role selvedge_across',
  `insert into holiday_edition (year, version, dates, recorded_at)
     select year, version, dates, recorded_at from holiday_calendar`,
  'reset role',
  ...acrossTrigger(
    'keep_holiday_edition()',
    `insert into holiday_edition (year, version, dates) values (new.year, new.version, new.dates); return new;`,
  ),
  `create trigger "holiday_calendar_edition" after insert or update on "holiday_calendar"
     for each row execute function "keep_holiday_edition"()`,
];

const DOWN = [
  'drop trigger "holiday_calendar_edition" on "holiday_calendar"',
  ...dropFunctions('keep_holiday_edition()'),
  'drop table "holiday_edition"',
  'drop table "decision_basis"',
];
