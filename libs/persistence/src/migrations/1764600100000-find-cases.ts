import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases are found by the beginning of their number, or of the name of their supplier. */
export class FindCases1764600100000 implements MigrationInterface {
  name = 'FindCases1764600100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create index "qualification_by_beginning" on "qualification" ("case_number" text_pattern_ops)`,
  `create index "organisation_by_beginning" on "organisation" ("normalised_name" text_pattern_ops)`,
];
const DOWN = ['drop index "organisation_by_beginning"', 'drop index "qualification_by_beginning"'];
