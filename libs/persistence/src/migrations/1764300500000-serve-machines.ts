import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetting, type Ended } from './forgetting.js';
import { across, acrossTrigger, dropFunctions, protect } from './security.js';

/** Programs of others: approvals as one indexed answer, OAuth clients, and events that come in. */
export class ServeMachines1764300500000 implements MigrationInterface {
  name = 'ServeMachines1764300500000';

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
const ADMINISTERS = `(organisation_id = ${ORGANISATION} and (select acting_administers()))`;
const WITHIN = `(acting_case() is not null and qualification_id = (select case_at_work()))`;
const SCOPES = `array['read', 'write', 'decide', 'administer']`;

const APPROVALS = [
  `create table "approval" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "buyer_id" uuid not null references "organisation" ("id"),
    "supplier_id" uuid not null,
    "site_id" uuid not null,
    "category" text not null,
    "record" jsonb not null,
    primary key ("qualification_id", "buyer_id")
  )`,
  `create index "approval_by_supplier" on "approval" ("buyer_id", "supplier_id", "category")`,
  ...protect('approval', {
    select: `${WITHIN} or (buyer_id = ${ORGANISATION} and sees_case(qualification_id))`,
    insert: WITHIN,
    update: WITHIN,
  }),
  `create table "supplier_external_id" (
    "buyer_id" uuid not null references "organisation" ("id"),
    "supplier_id" uuid not null references "organisation" ("id"),
    "external_id" text not null,
    "changed_at" timestamptz not null default now(),
    primary key ("buyer_id", "supplier_id")
  )`,
  `create unique index "supplier_external_id_once" on "supplier_external_id" ("buyer_id", "external_id")`,
  ...protect('supplier_external_id', {
    select: `buyer_id = ${ORGANISATION}`,
    insert: `buyer_id = ${ORGANISATION} and (select acting_kind()) = 'buyer' and sees_organisation(supplier_id, 'supplier')`,
    update: `buyer_id = ${ORGANISATION}`,
    delete: `buyer_id = ${ORGANISATION}`,
  }),
];

/** The end of a qualification as things stand: `validUntil` of the domain. */
const UNTIL = `case when q.state->>'at' = 'QUALIFIED_CONDITIONAL' then least(q.state #>> '{validity,until}',
    (select d.value->>'dueAt' from jsonb_array_elements(q.state->'deadlines') d where d.value->>'kind' = 'condition' limit 1))
  else q.state #>> '{validity,until}' end`;
/** As `approvalRecord` of the domain makes them of every decision from now on. */
const FILL = [
  'set local role selvedge_across',
  `insert into "approval" (qualification_id, buyer_id, supplier_id, site_id, category, record)
   select q.id, a.key::uuid, q.supplier_id, q.site_id, q.category, jsonb_strip_nulls(jsonb_build_object(
       'phase', a.value->'phase', 'validUntil', a.value->'validUntil', 'awaitsBuyerSince', a.value->'awaitsBuyerSince',
       'qualification', jsonb_build_object('at', q.state->'at', 'enteredAt', q.state->'enteredAt', 'validUntil', ${UNTIL},
         'suspension', case when q.state #>> '{suspension,since}' is not null then jsonb_build_object(
           'since', q.state #> '{suspension,since}', 'cause', q.state #> '{suspension,cause}') end)))
     from qualification q cross join jsonb_each(coalesce(q.state->'approvals', '{}')) a`,
  'reset role',
];

const CLIENTS = [
  `create table "oauth_client" (
    "id" uuid primary key,
    "organisation_id" uuid not null references "organisation" ("id"),
    "person_id" uuid not null references "person" ("id"),
    "name" text not null,
    "scopes" text[] not null constraint "oauth_client_scopes_check" check (cardinality("scopes") > 0 and "scopes" <@ ${SCOPES}),
    "secret_hash" bytea not null,
    "previous_hash" bytea,
    "previous_until" timestamptz,
    "created_at" timestamptz not null default now(),
    "rotation_id" uuid,
    "last_used_at" timestamptz,
    "revoked_at" timestamptz
  )`,
  `create index "oauth_client_by_organisation" on "oauth_client" ("organisation_id", "id")`,
  `create index "oauth_client_by_person" on "oauth_client" ("person_id", "organisation_id")`,
  `alter table "api_token" add column "client_id" uuid references "oauth_client" ("id")`,
  `create index "api_token_by_client" on "api_token" ("client_id") where "client_id" is not null`,
  // As with tokens: an administrator makes for themselves what only reads, and may take any away.
  ...protect('oauth_client', {
    select: `person_id = ${PERSON} or ${OFFICE} or ${ADMINISTERS}`,
    insert: `${OFFICE} or (${ADMINISTERS} and person_id = ${PERSON} and scopes = '{read}'::text[])`,
    update: `person_id = ${PERSON} or ${OFFICE} or ${ADMINISTERS}`,
  }),
];

const HAS_SECRET = `c.id = p_client and c.revoked_at is null
  and (c.secret_hash = p_secret or (c.previous_hash = p_secret and c.previous_until > now()))
  and exists (select from membership m where m.person_id = c.person_id and m.organisation_id = c.organisation_id and m.ended_at is null)`;
const CLIENT_FUNCTIONS = [
  ...across(
    'client_of_secret(p_client uuid, p_secret bytea)',
    'table (id uuid, scopes text[])',
    `select c.id, c.scopes from oauth_client c where ${HAS_SECRET}`,
  ),
  // A client gets a new token every hour: those that ended a day ago go with it.
  ...across(
    'issue_client_token(p_client uuid, p_secret bytea, p_id uuid, p_hash bytea, p_prefix text, p_scopes text[], p_seconds integer)',
    'boolean',
    `with client as (select c.* from oauth_client c where ${HAS_SECRET} and p_scopes <@ c.scopes for no key update),
       used as (update oauth_client set last_used_at = now() where id = (select id from client)),
       gone as (delete from api_token where client_id = (select id from client) and expires_at < now() - interval '1 day'),
       issued as (insert into api_token (id, person_id, organisation_id, token_hash, prefix, expires_at, scopes, client_id)
         select p_id, person_id, organisation_id, p_hash, p_prefix, now() + make_interval(secs => p_seconds), p_scopes, id
           from client returning 1)
     select exists (select from issued)`,
    { volatile: true },
  ),
  // By a statement of its own, which sees the token that was given out while the client's row was waited for.
  ...acrossTrigger(
    'end_tokens_of_client()',
    `update api_token set revoked_at = now() where client_id = new.id and revoked_at is null;
     return null;`,
  ),
  `create trigger "oauth_client_revoked" after update of "revoked_at" on "oauth_client" for each row
    when (old.revoked_at is null and new.revoked_at is not null) execute function end_tokens_of_client()`,
];

const INBOUND = [
  `create table "inbound_source" (
    "id" uuid primary key,
    "organisation_id" uuid not null references "organisation" ("id"),
    "person_id" uuid not null references "person" ("id"),
    "name" text not null,
    "sealed_secret" text not null,
    "previous_secret" text,
    "previous_until" timestamptz,
    "created_at" timestamptz not null default now(),
    "rotation_id" uuid,
    "disabled_at" timestamptz
  )`,
  `create index "inbound_source_by_organisation" on "inbound_source" ("organisation_id", "id")`,
  `create index "inbound_source_by_person" on "inbound_source" ("person_id", "organisation_id")`,
  ...protect('inbound_source', {
    select: `organisation_id = ${ORGANISATION}`,
    insert: `organisation_id = ${ORGANISATION} and person_id = ${PERSON}`,
    update: `person_id = ${PERSON} and organisation_id = ${ORGANISATION} or ${ADMINISTERS}`,
  }),
  `create table "inbound_event" (
    "id" uuid primary key,
    "source_id" uuid not null references "inbound_source" ("id"),
    "event_id" text not null,
    "type" text not null,
    "digest" bytea not null,
    "status" text not null constraint "inbound_event_status_check" check ("status" in ('received', 'taken', 'refused')),
    "refusal" text,
    "qualification_id" uuid not null,
    "command_id" uuid,
    "received_at" timestamptz not null default now()
  )`,
  `create unique index "inbound_event_once" on "inbound_event" ("source_id", "event_id")`,
  `create index "inbound_event_by_age" on "inbound_event" ("received_at")`,
];
const SOURCE_OF = `from inbound_source s where s.id = source_id and s.organisation_id = ${ORGANISATION}`;
const INBOUND_POLICIES = [
  ...protect('inbound_event', {
    select: `exists (select ${SOURCE_OF})`,
    insert: `exists (select ${SOURCE_OF} and s.person_id = ${PERSON})`,
    update: `exists (select ${SOURCE_OF} and s.person_id = ${PERSON})`,
  }),
  ...across(
    'source_of_event(p_id uuid)',
    `table (person_id uuid, organisation_id uuid, organisation_kind text, roles text[], sealed_secret text, previous_secret text)`,
    `select s.person_id, o.id, o.kind, m.roles, s.sealed_secret, case when s.previous_until > now() then s.previous_secret end
       from inbound_source s
       join membership m on m.person_id = s.person_id and m.organisation_id = s.organisation_id and m.ended_at is null
       join organisation o on o.id = s.organisation_id
      where s.id = p_id and s.disabled_at is null`,
  ),
];

const MEMBERSHIP_ENDS = (more: string): string[] =>
  acrossTrigger(
    'end_sessions_of_membership()',
    `update session set ended_at = now(), end_reason = 'membership-changed'
      where person_id = new.person_id and organisation_id = new.organisation_id and ended_at is null;
     if new.ended_at is not null or exists (
          select from unnest(new.roles) role where role in ('auditor', 'officer', 'reviewer') and role <> all (old.roles)) then
       update api_token set revoked_at = now()
        where person_id = new.person_id and organisation_id = new.organisation_id and revoked_at is null;
       ${more}
     end if;
     return null;`,
  );
/** Clients end as tokens do, and what comes in ends with who answers for it. */
const ENDS_WITH_MEMBERSHIP = `update oauth_client set revoked_at = now()
    where person_id = new.person_id and organisation_id = new.organisation_id and revoked_at is null;
  update inbound_source set disabled_at = now()
    where person_id = new.person_id and organisation_id = new.organisation_id and disabled_at is null and new.ended_at is not null;`;

const days = (instant: string): string => `${instant} < now() - interval '365 days'`;
const ENDED: readonly Ended[] = [
  {
    what: 'oauth clients',
    table: 'oauth_client',
    ended: `${days('revoked_at')} and not exists (select from api_token t where t.client_id = oauth_client.id)`,
  },
  { what: 'inbound events', table: 'inbound_event', ended: days('received_at') },
  {
    what: 'inbound sources',
    table: 'inbound_source',
    ended: `${days('disabled_at')} and not exists (select from inbound_event e where e.source_id = inbound_source.id)`,
  },
];

const UP = [
  ...APPROVALS,
  ...FILL,
  ...CLIENTS,
  ...CLIENT_FUNCTIONS,
  ...INBOUND,
  ...INBOUND_POLICIES,
  ...MEMBERSHIP_ENDS(ENDS_WITH_MEMBERSHIP),
  ...forgetting(ENDED, 'forget_machines_that_ended'),
];

const DOWN = [
  ...MEMBERSHIP_ENDS(''),
  ...dropFunctions(
    'forget_machines_that_ended()',
    'source_of_event(uuid)',
    'issue_client_token(uuid, bytea, uuid, bytea, text, text[], integer)',
    'client_of_secret(uuid, bytea)',
  ),
  'drop table "inbound_event"',
  'drop table "inbound_source"',
  'drop index "api_token_by_client"',
  'set local role selvedge_across',
  // Tokens of clients do not outlive them.
  'update "api_token" set revoked_at = coalesce(revoked_at, now()) where client_id is not null',
  'reset role',
  'alter table "api_token" drop column "client_id"',
  'drop table "oauth_client"',
  ...dropFunctions('end_tokens_of_client()'),
  'drop table "supplier_external_id"',
  'drop table "approval"',
];
