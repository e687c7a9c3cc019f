import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect, replacePolicy } from './security.js';

/** Versions of schemes are drafted, reviewed, published by a second person and retired; buyers lay overlays over them. */
export class DraftSchemes1764200400000 implements MigrationInterface {
  name = 'DraftSchemes1764200400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const ORGANISATION = '(select acting_organisation())';
const PERSON = '(select acting_person())';
const SIGNED_IN = `(${ORGANISATION} is not null or (select acting_case()) is not null)`;
const WITHIN = '(acting_case() is not null and qualification_id = (select case_at_work()))';

/** What stands in a published version, or who was in it, nobody changes; what a review reads, nobody either. */
const keepLife = (table: string, steps: readonly (readonly [from: string, to: string])[]): string[] => [
  `create function "keep_${table}"() returns trigger language plpgsql as $$
    begin
      if (old.status, new.status) not in (${steps.map(([from, to]) => `('${from}', '${to}')`).join(', ')})
        or ((old.status <> 'draft' or new.status <> 'draft') and new.content is distinct from old.content)
        or (old.published_by is not null and (new.published_by, new.published_at) is distinct from (old.published_by, old.published_at)) then
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end if;
      return new;
    end
  $$`,
  `create trigger "${table}_life" before update on "${table}" for each row execute function "keep_${table}"()`,
  `create trigger "${table}_append_only" before update of "id", "version", "created_by", "created_at" or delete or truncate
     on "${table}" for each statement execute function "refuse_change"()`,
];

const STATUSES = `'draft', 'in-review', 'published', 'retired'`;
const SCHEME_VERSION = [
  'drop trigger "scheme_version_append_only" on "scheme_version"',
  `alter table "scheme_version"
     add column "status" text not null default 'draft',
     add column "revision" integer not null default 1,
     add column "created_by" uuid,
     add column "created_at" timestamptz not null default now(),
     add column "submitted_by" uuid,
     add column "published_by" uuid,
     add column "retired_at" timestamptz,
     add column "review_note" text,
     alter column "published_at" drop not null,
     alter column "published_at" drop default`,
  'set local role selvedge_across',
  // Until now whatever was there had been published, by one person.
  `update scheme_version set status = 'published', created_at = published_at`,
  'reset role',
  `alter table "scheme_version" add constraint "scheme_version_status_check" check ("status" in (${STATUSES}))`,
  `alter table "scheme_version" add constraint "scheme_version_two_persons_check"
     check ("published_by" is null or ("published_by" <> "submitted_by" and "published_by" <> "created_by"))`,
  ...keepLife('scheme_version', [
    ['draft', 'draft'],
    ['draft', 'in-review'],
    ['in-review', 'draft'],
    ['in-review', 'published'],
    ['published', 'retired'],
  ]),
  ...replacePolicy(
    'scheme_version',
    'select',
    `${OFFICE} or (${SIGNED_IN} and status in ('published', 'retired'))`,
  ),
  ...replacePolicy('scheme_version', 'insert', `${OFFICE} and status = 'draft' and created_by = ${PERSON}`),
  ...replacePolicy(
    'scheme_version',
    'update',
    `${OFFICE} and status <> 'retired'`,
    `${OFFICE} and (status <> 'in-review' or submitted_by = ${PERSON})
      and (status <> 'published' or (published_by is not null and published_by = ${PERSON}))`,
  ),
];

const OVERLAYS = [
  `create table "overlay_version" (
    "id" uuid primary key,
    "buyer_id" uuid not null references "organisation" ("id"),
    "version" text not null,
    "content" jsonb not null,
    "status" text not null default 'draft',
    "revision" integer not null default 1,
    "created_by" uuid not null,
    "created_at" timestamptz not null default now(),
    "changed_by" uuid[] not null default '{}',
    "published_by" uuid,
    "published_at" timestamptz,
    "retired_at" timestamptz,
    constraint "overlay_version_status_check" check ("status" in ('draft', 'published', 'retired')),
    constraint "overlay_version_two_persons_check" check ("published_by" is null
      or ("published_by" <> "created_by" and "published_by" <> all ("changed_by")))
  )`,
  `create unique index "overlay_version_by_buyer" on "overlay_version" ("buyer_id", "version")`,
  `create index "overlay_version_in_order" on "overlay_version" ("buyer_id", "id")`,
  `create unique index "overlay_version_in_force" on "overlay_version" ("buyer_id") where "status" = 'published'`,
  ...keepLife('overlay_version', [
    ['draft', 'draft'],
    ['draft', 'published'],
    ['published', 'retired'],
  ]),
  `create table "case_overlay" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "overlay_id" uuid not null references "overlay_version" ("id"),
    primary key ("qualification_id", "overlay_id")
  )`,
  `create index "case_overlay_by_overlay" on "case_overlay" ("overlay_id", "qualification_id")`,
  ...protect('case_overlay', { select: `${OFFICE} or ${WITHIN}`, insert: WITHIN }),
  ...across(
    'applies_overlay(p_overlay uuid, p_buyer uuid)',
    'boolean',
    `select exists (select from case_overlay c where c.overlay_id = p_overlay and (c.qualification_id = case_at_work()
         or exists (select from qualification_party p where p.qualification_id = c.qualification_id
              and p.organisation_id = acting_organisation() and p.relation <> 'buyer')))
       or exists (select from consent where qualification_id = case_at_work() and buyer_id = p_buyer and ended_at is null)`,
  ),
  ...protect('overlay_version', {
    select: `${OFFICE} or buyer_id = ${ORGANISATION} or (status <> 'draft' and applies_overlay(id, buyer_id))`,
    insert: `buyer_id = ${ORGANISATION} and (select acting_kind()) = 'buyer' and status = 'draft' and created_by = ${PERSON}`,
    update: {
      using: `buyer_id = ${ORGANISATION}`,
      check: `buyer_id = ${ORGANISATION} and (status <> 'published' or published_by = ${PERSON})
        and (status <> 'draft' or ${PERSON} = any (changed_by))`,
    },
  }),
];

const UP = [...SCHEME_VERSION, ...OVERLAYS];

const DOWN = [
  'drop table "case_overlay"',
  'drop table "overlay_version"',
  ...dropFunctions('applies_overlay(uuid, uuid)'),
  'drop function "keep_overlay_version"()',
  'drop trigger "scheme_version_append_only" on "scheme_version"',
  'drop trigger "scheme_version_life" on "scheme_version"',
  'drop function "keep_scheme_version"()',
  // What was never published is nothing to a schema that knows published versions only.
  'set local role selvedge_across',
  'delete from scheme_version where published_at is null',
  'reset role',
  'drop policy "scheme_version_update" on "scheme_version"',
  'revoke update on "scheme_version" from selvedge_app',
  ...replacePolicy('scheme_version', 'select', SIGNED_IN),
  ...replacePolicy('scheme_version', 'insert', OFFICE),
  `alter table "scheme_version"
     drop constraint "scheme_version_two_persons_check",
     drop constraint "scheme_version_status_check",
     drop column "status",
     drop column "revision",
     drop column "created_by",
     drop column "created_at",
     drop column "submitted_by",
     drop column "published_by",
     drop column "retired_at",
     drop column "review_note",
     alter column "published_at" set default now(),
     alter column "published_at" set not null`,
  `create trigger "scheme_version_append_only" before update or delete or truncate on "scheme_version"
     for each statement execute function "refuse_change"()`,
];
