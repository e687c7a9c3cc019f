import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect } from './security.js';

/** Editions of sanctions lists, what changed between them, and whom a change may concern. */
export class KeepListVersions1764200800000 implements MigrationInterface {
  name = 'KeepListVersions1764200800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // Ids and digests of entries: names of listed persons stay in the files.
  `create table "screening_list_version" (
    "list" text not null,
    "sha256" text not null,
    "version" text not null,
    "entries" integer not null,
    "digests" jsonb not null,
    "changes" jsonb not null,
    "loaded_at" timestamptz not null default now(),
    "screened" integer,
    "concerned" integer,
    "settled_at" timestamptz,
    primary key ("list", "sha256")
  )`,
  `create index "screening_list_version_settled" on "screening_list_version" ("list", "settled_at")
    where "settled_at" is not null`,
  ...protect('screening_list_version', {}),
  ...across(
    'settled_lists()',
    'table (list text, sha256 text)',
    `select distinct on (list) list, sha256 from screening_list_version
      where settled_at is not null order by list, settled_at desc`,
  ),
  ...across(
    'settled_digests(p_list text)',
    'jsonb',
    `select digests from screening_list_version
      where list = p_list and settled_at is not null order by settled_at desc limit 1`,
  ),
  // An edition that comes back after another one is looked at again.
  ...across(
    'keep_list_version(p_list text, p_sha256 text, p_version text, p_entries integer, p_digests jsonb, p_changes jsonb)',
    'void',
    `insert into screening_list_version (list, sha256, version, entries, digests, changes)
     values (p_list, p_sha256, p_version, p_entries, p_digests, p_changes)
     on conflict (list, sha256) do update set changes = excluded.changes, loaded_at = now(), screened = null,
       concerned = null, settled_at = null`,
    { volatile: true },
  ),
  ...across(
    'settle_list_version(p_list text, p_sha256 text, p_screened integer, p_concerned integer)',
    'void',
    `update screening_list_version set screened = p_screened, concerned = p_concerned, settled_at = clock_timestamp()
      where list = p_list and sha256 = p_sha256`,
    { volatile: true },
  ),
  ...across(
    'screened_cases(p_check text, p_after uuid, p_limit integer)',
    'table (id uuid)',
    `select id from qualification where id > p_after and not over and state->'checks' ? p_check
      order by id limit p_limit`,
  ),
];

const DOWN = [
  ...dropFunctions(
    'screened_cases(text, uuid, integer)',
    'settle_list_version(text, text, integer, integer)',
    'keep_list_version(text, text, text, integer, jsonb, jsonb)',
    'settled_digests(text)',
    'settled_lists()',
  ),
  'drop table "screening_list_version"',
];
