import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions } from './security.js';

/** Cases that wait for nobody but the machine, for longer than it takes. */
export class FindStalledCases1764500300000 implements MigrationInterface {
  name = 'FindStalledCases1764500300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const PENDING = `not "over" and "state" @? '$.checks.*.verdict ? (@ == "PENDING")'`;
const QUIET = `now() - p_quiet_seconds * interval '1 second'`;
const UP = [
  `create index "qualification_checking" on "qualification" ("id") where ${PENDING}`,
  ...across(
    'stalled_cases(p_after uuid, p_quiet_seconds integer, p_limit integer)',
    'table (id uuid)',
    `select id from (
       select id from qualification where ${PENDING} and updated_at < ${QUIET} and id > p_after
       union
       select id from qualification where not over and next_step_at < ${QUIET} and updated_at < ${QUIET} and id > p_after
     ) found order by id limit p_limit`,
  ),
];
const DOWN = [
  ...dropFunctions('stalled_cases(uuid, integer, integer)'),
  'drop index "qualification_checking"',
];
