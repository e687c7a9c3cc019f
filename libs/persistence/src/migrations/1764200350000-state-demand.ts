import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './security.js';

/** Buyers say what they want from suppliers nearby. */
export class StateDemand1764200350000 implements MigrationInterface {
  name = 'StateDemand1764200350000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "demand"');
  }
}

const OFFICE = '(select acting_for_office())';
/** The buyer's own, or entered by the office for it. */
const MINE = `${OFFICE} or (buyer_id = (select acting_organisation()) and (select acting_kind()) = 'buyer')`;

const UP = [
  `create table "demand" (
    "id" uuid primary key,
    "buyer_id" uuid not null references "organisation" ("id"),
    "category" text not null,
    "hs_lines" text[] not null,
    "end_markets" text[] not null,
    "monthly_quantity" double precision not null check ("monthly_quantity" > 0),
    "unit" text not null,
    "provinces" text[] not null,
    "version" integer not null default 1,
    "created_at" timestamptz not null default now(),
    "closed_at" timestamptz
  )`,
  `create index "demand_by_category" on "demand" ("category", "id") where "closed_at" is null`,
  `create index "demand_by_buyer" on "demand" ("buyer_id", "id")`,
  ...protect('demand', {
    // Suppliers look for buyers: what is wanted is for them to read.
    select: `${MINE} or ((select acting_kind()) = 'supplier' and closed_at is null)`,
    insert: MINE,
    update: MINE,
  }),
];
