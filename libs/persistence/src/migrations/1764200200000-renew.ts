import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Renewals beside the qualification they renew, cases under appeal, and facts that were filled in from a case before. */
export class Renew1764200200000 implements MigrationInterface {
  name = 'Renew1764200200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const ON = `on "qualification" ("site_id", "category")`;
/** On its way to a decision: not decided yet, and not decided and under appeal. */
const UNDER_WAY = `"stage" not in ('qualified', 'closed', 'appeal')`;

const UP = [
  'drop index "qualification_one_open"',
  // A qualification that an appeal gave back to its reviewer stands beside the renewal that was begun meanwhile.
  `create unique index "qualification_one_open" ${ON} where ${UNDER_WAY} and "state"->'renewal' is null`,
  `create unique index "qualification_one_renewal" ${ON} where ${UNDER_WAY} and "state"->'renewal' is not null`,
  // The cases of a site that a new one is measured by: open ones, and those that were rejected or revoked.
  `create index "qualification_by_site" ${ON}`,
  'alter table "fact_revision" add column "copied_from" uuid',
];

const DOWN = [
  'alter table "fact_revision" drop column "copied_from"',
  'drop index "qualification_by_site"',
  'drop index "qualification_one_renewal"',
  'drop index "qualification_one_open"',
  `create unique index "qualification_one_open" ${ON} where "stage" not in ('qualified', 'closed')`,
];
