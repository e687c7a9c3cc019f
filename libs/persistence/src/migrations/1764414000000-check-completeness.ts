import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, replacePolicy } from './security.js';

/** What officers have looked at of an application, and notes that are meant for the supplier. */
export class CheckCompleteness1764414000000 implements MigrationInterface {
  name = 'CheckCompleteness1764414000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const ORGANISATION = '(select acting_organisation())';
const WITHIN = `(acting_case() is not null and qualification_id = (select case_at_work()))`;
const WRITES = `${OFFICE} and checked_by = (select acting_person())`;

const READS_NOTE = `${OFFICE} or ${WITHIN} or (organisation_id = ${ORGANISATION} and (${WITHIN} or sees_case(qualification_id)))`;
const READS_FACT = `exists (select from fact f where f.qualification_id = subject_key.qualification_id
  and f.paper = subject_key.paper and f.item = subject_key.item)`;
const READS_KEY = `${OFFICE} or ${WITHIN} or organisation_id = ${ORGANISATION} or ${READS_FACT}`;
/** The key of a note is read with the note. */
const OF_NOTE = `(paper = 'note' and exists (select from note n
  where n.qualification_id = subject_key.qualification_id and n.id::text = subject_key.item))`;

const UP = [
  `create table "section_check" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "section" text not null,
    "version" integer not null,
    "checked_by" uuid not null,
    "checked_at" timestamptz not null default now(),
    primary key ("qualification_id", "section")
  )`,
  ...protect('section_check', { select: OFFICE, insert: WRITES, update: WRITES, delete: OFFICE }),
  `alter table "note" add column "told_to" text constraint "note_told_to_check" check ("told_to" = 'supplier')`,
  ...replacePolicy(
    'note',
    'select',
    `${READS_NOTE} or (told_to = 'supplier' and owns_case(qualification_id))`,
  ),
  ...replacePolicy('subject_key', 'select', `${READS_KEY} or ${OF_NOTE}`),
];
const DOWN = [
  ...replacePolicy('subject_key', 'select', READS_KEY),
  ...replacePolicy('note', 'select', READS_NOTE),
  'alter table "note" drop column "told_to"',
  'drop table "section_check"',
];
