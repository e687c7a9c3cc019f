import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of cases are narrowed to a province, and to a grade; to a buyer along the parties in the order of their cases. */
export class NarrowCases1764500200000 implements MigrationInterface {
  name = 'NarrowCases1764500200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create index "site_by_province" on "site" ("province", "id")`,
  `create index "qualification_graded" on "qualification" ("case_number") where "state" #>> '{validity,grade}' is not null`,
];
const DOWN = ['drop index "qualification_graded"', 'drop index "site_by_province"'];
