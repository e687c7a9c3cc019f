import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, acrossTrigger, APP, dropFunctions, NOT_ERASED, protect, type Policies } from './security.js';

/** Sessions of browsers, identities at a sign-in provider, second factors, and counted attempts. */
export class SignPeopleIn1764000100000 implements MigrationInterface {
  name = 'SignPeopleIn1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const TABLES = [
  `create table "session" (
    "id" uuid primary key,
    "token_hash" bytea not null,
    "person_id" uuid not null references "person" ("id"),
    "organisation_id" uuid not null references "organisation" ("id"),
    "method" text not null check ("method" in ('oidc', 'phone-code')),
    "browser" text not null check (length("browser") between 1 and 60),
    "created_at" timestamptz not null default now(),
    "last_seen_at" timestamptz not null default now(),
    "idle_seconds" integer not null check ("idle_seconds" > 0),
    "ends_at" timestamptz not null,
    "second_factor_at" timestamptz,
    "ended_at" timestamptz,
    "end_reason" text,
    constraint "session_end_check" check (("ended_at" is null) = ("end_reason" is null) and ("end_reason" is null
      or "end_reason" in ('signed-out', 'ended-elsewhere', 'ended-by-office', 'switched', 'membership-changed', 'identity-removed')))
  )`,
  `create unique index "session_by_hash" on "session" ("token_hash")`,
  `create index "session_by_person" on "session" ("person_id", "id")`,
  `create table "identity" (
    "id" uuid primary key,
    "person_id" uuid not null references "person" ("id"),
    "issuer" text not null check (length("issuer") between 1 and 500),
    "subject" text not null check (length("subject") between 1 and 255),
    "created_at" timestamptz not null default now()
  )`,
  `create unique index "identity_by_subject" on "identity" ("issuer", "subject")`,
  `create index "identity_by_person" on "identity" ("person_id", "id")`,
  `create table "second_factor" (
    "person_id" uuid primary key references "person" ("id"),
    "sealed_secret" text not null,
    "created_at" timestamptz not null default now(),
    "confirmed_at" timestamptz,
    "last_step" bigint,
    "recovery_hashes" text[] not null default '{}'
  )`,
  `create table "rate_limit" (
    "key" text primary key,
    "points" integer not null,
    "expires_at" timestamptz not null
  )`,
  `create index "rate_limit_by_expiry" on "rate_limit" ("expires_at")`,
];

const OFFICE = '(select acting_for_office())';
const PERSON = '(select acting_person())';
const ORGANISATION = '(select acting_organisation())';
const OWN = `person_id = ${PERSON}`;
const POLICIES: Readonly<Record<string, Policies>> = {
  session: {
    select: `${OWN} or ${OFFICE}`,
    insert: `${OWN} and organisation_id = ${ORGANISATION}`,
    update: `${OWN} or ${OFFICE}`,
  },
  identity: { select: `${OWN} or ${OFFICE}`, insert: `${OFFICE} and ${NOT_ERASED}`, delete: OFFICE },
  // The office takes a factor away when the telephone is lost; what it could read of one is sealed.
  second_factor: { select: `${OWN} or ${OFFICE}`, insert: OWN, update: OWN, delete: `${OWN} or ${OFFICE}` },
  rate_limit: {},
};

/** A session that has not ended, is within both limits and whose membership runs. */
const RUNS = `s.ended_at is null and s.ends_at > now() and s.last_seen_at + make_interval(secs => s.idle_seconds) > now()`;

const FUNCTIONS = [
  ...across(
    'actor_of_session(p_hash bytea)',
    `table (session_id uuid, person_id uuid, organisation_id uuid, organisation_kind text, roles text[],
            second_factor_given boolean, second_factor_enrolled boolean)`,
    // Seen is noted at most once a minute: reading must not write with every request.
    `with seen as (
       update session s set last_seen_at = now()
        where s.token_hash = p_hash and ${RUNS} and s.last_seen_at < now() - interval '1 minute')
     select s.id, s.person_id, o.id, o.kind, m.roles, s.second_factor_at is not null,
            exists (select from second_factor f where f.person_id = s.person_id and f.confirmed_at is not null)
       from session s
       join membership m on m.person_id = s.person_id and m.organisation_id = s.organisation_id and m.ended_at is null
       join organisation o on o.id = s.organisation_id
      where s.token_hash = p_hash and ${RUNS}`,
    { volatile: true },
  ),
  // Whoever holds the secret of a session may end it, also before they sign in as somebody else.
  ...across(
    'leave_session(p_hash bytea)',
    'void',
    `update session set ended_at = now(), end_reason = 'signed-out' where token_hash = p_hash and ended_at is null`,
    { volatile: true },
  ),
  // The organisation that somebody last worked for, or else the one they have belonged to longest.
  ...across(
    'signs_in_for(p_person uuid)',
    'uuid',
    `select m.organisation_id from membership m
      where m.person_id = p_person and m.ended_at is null
      order by (select max(s.last_seen_at) from session s
                 where s.person_id = m.person_id and s.organisation_id = m.organisation_id) desc nulls last,
               m.created_at, m.organisation_id
      limit 1`,
  ),
  ...across(
    'person_of_identity(p_issuer text, p_subject text)',
    'table (person_id uuid, organisation_id uuid)',
    `select i.person_id, signs_in_for(i.person_id) from identity i join person p on p.id = i.person_id
      where i.issuer = p_issuer and i.subject = p_subject and p.erased_at is null`,
  ),
  ...across(
    'take_points(p_key text, p_points integer, p_seconds double precision)',
    'table (points integer, ms_left double precision)',
    // Rows that have run out go a few at a time, whoever comes next.
    `with gone as (
       delete from rate_limit where key in (
         select r.key from rate_limit r where r.expires_at < now() - interval '1 hour' limit 10 for update skip locked))
     insert into rate_limit as r (key, points, expires_at) values (p_key, p_points, now() + make_interval(secs => p_seconds))
     on conflict (key) do update set
       points = case when r.expires_at <= now() then excluded.points else r.points + excluded.points end,
       expires_at = case when r.expires_at <= now() then excluded.expires_at else r.expires_at end
     returning r.points, extract(epoch from r.expires_at - now()) * 1000`,
    { volatile: true },
  ),
  ...across('forget_points(p_key text)', 'void', 'delete from rate_limit where key = p_key', {
    volatile: true,
  }),
  // Tokens end with the membership: one that begins later revives none. They also end when a role comes that reads what
  // is others', since whoever manages the people may have made them.
  ...acrossTrigger(
    'end_sessions_of_membership()',
    `update session set ended_at = now(), end_reason = 'membership-changed'
      where person_id = new.person_id and organisation_id = new.organisation_id and ended_at is null;
     if new.ended_at is not null or exists (
          select from unnest(new.roles) role where role in ('auditor', 'officer', 'reviewer') and role <> all (old.roles)) then
       update api_token set revoked_at = now()
        where person_id = new.person_id and organisation_id = new.organisation_id and revoked_at is null;
     end if;
     return null;`,
  ),
];

/** Whoever changes a membership, by whatever statement, ends what was begun under it. */
const TRIGGER = `create trigger "membership_ends_sessions" after update on "membership" for each row
  when (old.ended_at is distinct from new.ended_at or not (old.roles @> new.roles and new.roles @> old.roles))
  execute function end_sessions_of_membership()`;

/** Somebody with several memberships may know all their organisations, not only the one they act for now. */
const OWN_ORGANISATIONS = `create policy "organisation_own" on "organisation" for select to ${APP} using (
  id in (select m.organisation_id from membership m where m.person_id = ${PERSON} and m.ended_at is null))`;

/** Of memberships that had ended before. */
const REVOKE_WHAT_ENDED = [
  'set local role selvedge_across',
  `update api_token t set revoked_at = m.ended_at from membership m
    where m.person_id = t.person_id and m.organisation_id = t.organisation_id and m.ended_at is not null and t.revoked_at is null`,
  'reset role',
];

const UP = [
  ...TABLES,
  'alter table "person" add column "erased_at" timestamptz',
  ...Object.entries(POLICIES).flatMap(([table, policies]) => protect(table, policies)),
  ...FUNCTIONS,
  TRIGGER,
  ...REVOKE_WHAT_ENDED,
  OWN_ORGANISATIONS,
];

const DOWN = [
  'drop policy "organisation_own" on "organisation"',
  'drop trigger "membership_ends_sessions" on "membership"',
  ...dropFunctions(
    'end_sessions_of_membership()',
    'forget_points(text)',
    'take_points(text, integer, double precision)',
    'person_of_identity(text, text)',
    'leave_session(bytea)',
    'signs_in_for(uuid)',
    'actor_of_session(bytea)',
  ),
  ...['rate_limit', 'second_factor', 'identity', 'session'].map((table) => `drop table "${table}"`),
  'alter table "person" drop column "erased_at"',
];
