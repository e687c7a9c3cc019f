import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, replacePolicy } from './security.js';

/** Tokens are good for named scopes, tell when they were last used, and are replaced with an overlap. */
export class ScopeTokens1763930000000 implements MigrationInterface {
  name = 'ScopeTokens1763930000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const OWN = 'person_id = (select acting_person()) and organisation_id = (select acting_organisation())';
const WHO = `from api_token t
   join membership m on m.person_id = t.person_id and m.organisation_id = t.organisation_id and m.ended_at is null
   join organisation o on o.id = t.organisation_id
  where t.token_hash = p_hash and t.revoked_at is null and t.expires_at > now()`;

const UP = [
  `alter table "api_token"
     add column "scopes" text[] not null default '{read,write,decide,administer}'
       check (cardinality("scopes") > 0 and "scopes" <@ array['read', 'write', 'decide', 'administer']),
     add column "last_used_at" timestamptz,
     add column "successor_id" uuid references "api_token" ("id")`,
  'alter table "api_token" alter column "scopes" drop default', // what existed is good for everything; what comes says so
  ...dropFunctions('actor_of_token(bytea)'),
  // A use is noted at most once a minute: reading must not write with every request.
  ...across(
    'actor_of_token(p_hash bytea)',
    'table (person_id uuid, organisation_id uuid, organisation_kind text, roles text[], scopes text[])',
    `with used as (
       update api_token set last_used_at = now()
        where token_hash = p_hash and revoked_at is null and expires_at > now()
          and (last_used_at is null or last_used_at < now() - interval '1 minute'))
     select t.person_id, o.id, o.kind, m.roles, t.scopes ${WHO}`,
    { volatile: true },
  ),
  ...replacePolicy('api_token', 'insert', `${OFFICE} or (${OWN})`),
];

const DOWN = [
  ...replacePolicy('api_token', 'insert', OFFICE),
  ...dropFunctions('actor_of_token(bytea)'),
  ...across(
    'actor_of_token(p_hash bytea)',
    'table (person_id uuid, organisation_id uuid, organisation_kind text, roles text[])',
    `select t.person_id, o.id, o.kind, m.roles ${WHO}`,
  ),
  'alter table "api_token" drop column "scopes", drop column "last_used_at", drop column "successor_id"',
];
