import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of tasks are narrowed to kinds, and to who has taken them; who settled a task of the office is kept. */
export class SortInbox1764410000000 implements MigrationInterface {
  name = 'SortInbox1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create index "task_by_kind" on "task" ("organisation_id", "what", "due_at", "qualification_id", "task")`,
  `create index "task_by_claimant" on "task" ("claimed_by", "due_at", "qualification_id", "task")
    where "claimed_by" is not null`,
  `alter table "office_task" add column "closed_by" uuid`,
];
const DOWN = [
  `alter table "office_task" drop column "closed_by"`,
  'drop index "task_by_claimant"',
  'drop index "task_by_kind"',
];
