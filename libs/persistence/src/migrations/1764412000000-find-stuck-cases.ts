import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions } from './security.js';

/** What the office looks for across all cases: duties past their due date, and cases that do not go on. */
export class FindStuckCases1764412000000 implements MigrationInterface {
  name = 'FindStuckCases1764412000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create index "task_by_due" on "task" ("due_at", "qualification_id", "task")`,
  `create index "qualification_parked" on "qualification" ("case_number") where "state"->'parked' = 'true'`,
  `create index "qualification_check_error" on "qualification" ("case_number")
    where not "over" and "state" @? '$.checks.*.verdict ? (@ == "ERROR")'`,
  `create index "qualification_by_next_step" on "qualification" ("next_step_at") where not "over"`,
  ...across(
    'commands_waiting(p_before timestamptz)',
    'table (qualification_id uuid, type text, since timestamptz)',
    `select qualification_id, type, recorded_at from command
      where status = 'pending' and recorded_at < p_before and acting_for_office()`,
  ),
];
const DOWN = [
  ...dropFunctions('commands_waiting(timestamptz)'),
  'drop index "qualification_by_next_step"',
  'drop index "qualification_check_error"',
  'drop index "qualification_parked"',
  'drop index "task_by_due"',
];
