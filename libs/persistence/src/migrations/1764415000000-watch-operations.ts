import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replacePolicy } from './security.js';

/** The office sees which editions of lists were loaded, and how far the journal is anchored. */
export class WatchOperations1764415000000 implements MigrationInterface {
  name = 'WatchOperations1764415000000';

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
  `create index "screening_list_version_in_order" on "screening_list_version" ("loaded_at", "list", "sha256")`,
  ...replacePolicy('screening_list_version', 'select', OFFICE),
  `create index "journal_anchor_by_time" on "journal_anchor" ("anchored_at")`,
  ...replacePolicy('journal_anchor', 'select', `${WITHIN} or ${OFFICE}`),
];
const DOWN = [
  ...replacePolicy('journal_anchor', 'select', WITHIN),
  'drop index "journal_anchor_by_time"',
  'drop policy "screening_list_version_select" on "screening_list_version"',
  'revoke select on "screening_list_version" from selvedge_app',
  'drop index "screening_list_version_in_order"',
];
