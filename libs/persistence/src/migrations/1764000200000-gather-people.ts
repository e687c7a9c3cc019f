import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  across,
  acrossTrigger,
  dropFunctions,
  NOT_ERASED,
  protect,
  replacePolicy,
  type Policies,
} from './security.js';

/** Administrators of organisations, invitations, telephone numbers with their one-time codes, and messages. */
export class GatherPeople1764000200000 implements MigrationInterface {
  name = 'GatherPeople1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const TABLES = [
  // Whom it is for is forgotten when it ends: name, sealed contact and its index.
  `create table "invitation" (
    "id" uuid primary key,
    "organisation_id" uuid not null references "organisation" ("id"),
    "roles" text[] not null check (cardinality("roles") > 0),
    "name" text check (length("name") between 1 and 200),
    "language" text not null check ("language" in ('km', 'en', 'zh')),
    "contact_kind" text not null check ("contact_kind" in ('phone', 'email')),
    "sealed_contact" text,
    "contact_index" bytea,
    "secret_hash" bytea not null,
    "sends" integer not null default 1,
    "sent_at" timestamptz,
    "invited_by" uuid not null references "person" ("id"),
    "created_at" timestamptz not null default now(),
    "expires_at" timestamptz not null,
    "accepted_at" timestamptz,
    "accepted_by" uuid references "person" ("id"),
    "revoked_at" timestamptz
  )`,
  `create unique index "invitation_by_secret" on "invitation" ("secret_hash")`,
  `create unique index "invitation_open" on "invitation" ("organisation_id", "contact_index")
     where "accepted_at" is null and "revoked_at" is null`,
  `create index "invitation_by_organisation" on "invitation" ("organisation_id", "id")`,
  `create index "invitation_by_contact" on "invitation" ("contact_index") where "contact_index" is not null`,
  `create table "person_contact" (
    "person_id" uuid not null references "person" ("id"),
    "kind" text not null check ("kind" in ('phone')),
    "sealed_contact" text not null,
    "contact_index" bytea not null,
    "created_at" timestamptz not null default now(),
    "verified_at" timestamptz,
    primary key ("person_id", "kind")
  )`,
  `create unique index "person_contact_by_index" on "person_contact" ("contact_index")`,
  `create table "phone_code" (
    "contact_index" bytea primary key,
    "code_hash" text not null,
    "tries_left" integer not null check ("tries_left" >= 0),
    "expires_at" timestamptz not null
  )`,
  `create index "phone_code_by_expiry" on "phone_code" ("expires_at")`,
  `create table "message" (
    "id" uuid primary key,
    "key" text not null,
    "kind" text not null,
    "sealed_content" text not null,
    "created_at" timestamptz not null default now()
  )`,
  `create unique index "message_by_key" on "message" ("key")`,
  `create index "message_by_age" on "message" ("created_at")`,
];

const OFFICE = '(select acting_for_office())';
const PERSON = '(select acting_person())';
const ORGANISATION = '(select acting_organisation())';
/** Of the organisation that somebody acts for, and of no other. */
const ADMINISTERS = `(organisation_id = ${ORGANISATION} and (select acting_administers()))`;
/** Nothing is read with their token but what the firm reads anyway: `ROLES_READING_AS_FIRM` of the domain. */
const READS_OF_THE_FIRM = `exists (
  select from membership m where m.person_id = api_token.person_id and m.organisation_id = api_token.organisation_id
     and m.ended_at is null and m.roles <@ array['supplier', 'buyer-requester', 'buyer-approver', 'inspector', 'administrator'])`;
const OWN_TOKEN = `person_id = ${PERSON} and organisation_id = ${ORGANISATION}`;

const POLICIES: Readonly<Record<string, Policies>> = {
  invitation: {
    select: `${OFFICE} or ${ADMINISTERS}`,
    insert: `(${OFFICE} or ${ADMINISTERS}) and invited_by = ${PERSON}`,
    update: `${OFFICE} or ${ADMINISTERS}`,
  },
  person_contact: {
    select: `${OFFICE} or person_id = ${PERSON}`,
    insert: `${OFFICE} and ${NOT_ERASED}`,
    update: { using: OFFICE, check: `${OFFICE} and ${NOT_ERASED}` },
    delete: OFFICE,
  },
  phone_code: {},
  message: { select: OFFICE },
};

/**
 * An administrator makes tokens that only read, and nothing but what the firm does, since whoever makes a token has seen
 * it; and may take any away.
 */
const PEOPLE = [
  ...replacePolicy('membership', 'insert', `${OFFICE} or ${ADMINISTERS}`),
  ...replacePolicy('membership', 'update', `${OFFICE} or ${ADMINISTERS}`),
  ...replacePolicy('api_token', 'select', `person_id = ${PERSON} or ${OFFICE} or ${ADMINISTERS}`),
  ...replacePolicy(
    'api_token',
    'insert',
    `${OFFICE} or (${OWN_TOKEN}) or (${ADMINISTERS} and scopes = '{read}'::text[] and ${READS_OF_THE_FIRM})`,
  ),
  ...replacePolicy(
    'api_token',
    'update',
    `person_id = ${PERSON} or ${OFFICE} or ${ADMINISTERS}`,
    `person_id = ${PERSON} or ${OFFICE} or (${ADMINISTERS} and revoked_at is not null)`,
  ),
];
const PEOPLE_BEFORE = [
  ...replacePolicy('membership', 'insert', OFFICE),
  ...replacePolicy('membership', 'update', OFFICE),
  ...replacePolicy('api_token', 'select', `person_id = ${PERSON} or ${OFFICE}`),
  ...replacePolicy('api_token', 'insert', `${OFFICE} or (${OWN_TOKEN})`),
  ...replacePolicy('api_token', 'update', `person_id = ${PERSON} or ${OFFICE}`),
];

const ACTING = across(
  'acting_administers()',
  'boolean',
  `select exists (select from membership where person_id = acting_person() and organisation_id = acting_organisation()
     and ended_at is null and 'administrator' = any (roles))`,
);

const RUNS = 'm.ended_at is null';
/** Whoever sent it must still manage the people there: nobody leaves a door open behind them. */
const VOUCHED = `exists (
  select from membership v join organisation o on o.id = v.organisation_id
   where v.person_id = i.invited_by and v.ended_at is null
     and ((v.organisation_id = i.organisation_id and 'administrator' = any (v.roles))
       or (o.kind = 'programme-office' and 'officer' = any (v.roles))))`;
const OPEN = `i.accepted_at is null and i.revoked_at is null and i.expires_at > now() and ${VOUCHED}`;
/** A membership from an invitation: a new one, or one that had ended. Somebody who is a member gets no more by it. */
const JOIN = `on conflict (person_id, organisation_id)
    do update set roles = excluded.roles, created_at = now(), ended_at = null where membership.ended_at is not null`;
const CLOSE = `accepted_at = now(), name = null, sealed_contact = null, contact_index = null`;

const FUNCTIONS = [
  // Somebody who is known takes an invitation up. Nobody takes up their own, and nobody who was erased takes up any.
  ...across(
    'accept_invitation(p_secret bytea, p_person uuid)',
    'uuid',
    `with taken as (
       select i.* from invitation i where i.secret_hash = p_secret and ${OPEN} and i.invited_by <> p_person for update of i),
     member as (
       insert into membership (person_id, organisation_id, roles)
       select p.id, organisation_id, roles from taken, person p where p.id = p_person and p.erased_at is null
       ${JOIN} returning organisation_id),
     closed as (
       update invitation set ${CLOSE}, accepted_by = p_person where id in (select taken.id from taken, member))
     select organisation_id from member`,
    { volatile: true },
  ),
  // The same for whom a sign-in provider has just named; somebody who is new is made a person with that identity.
  ...across(
    'accept_invitation_as(p_secret bytea, p_issuer text, p_subject text, p_new_person uuid, p_new_identity uuid)',
    'table (person_id uuid, organisation_id uuid)',
    `with taken as (
       select i.* from invitation i where i.secret_hash = p_secret and ${OPEN} for update of i),
     known as (
       select i.person_id as id from identity i where i.issuer = p_issuer and i.subject = p_subject),
     made as (
       insert into person (id, name, language) select p_new_person, name, language from taken
        where not exists (select from known) returning id),
     linked as (
       insert into identity (id, person_id, issuer, subject) select p_new_identity, id, p_issuer, p_subject from made),
     who as (select p.id from known join person p using (id) where p.erased_at is null union all select id from made),
     member as (
       insert into membership (person_id, organisation_id, roles)
       select who.id, taken.organisation_id, taken.roles from taken, who where taken.invited_by <> who.id
       ${JOIN} returning membership.person_id, membership.organisation_id),
     closed as (
       update invitation set ${CLOSE}, accepted_by = member.person_id from member
        where invitation.id in (select taken.id from taken))
     select person_id, organisation_id from member`,
    { volatile: true },
  ),
  // Whether a code would be of use to anybody: the number is a member's, or somebody there is invited.
  ...across(
    'begin_phone_code(p_index bytea, p_hash text)',
    'boolean',
    `with old as (
       delete from phone_code where contact_index in (
         select c.contact_index from phone_code c where c.expires_at < now() - interval '1 hour'
          order by c.expires_at limit 10 for update skip locked)),
     begun as (
       insert into phone_code (contact_index, code_hash, tries_left, expires_at)
       values (p_index, p_hash, 5, now() + interval '10 minutes')
       on conflict (contact_index) do update
         set code_hash = excluded.code_hash, tries_left = excluded.tries_left, expires_at = excluded.expires_at)
     select exists (select from person_contact c join membership m on m.person_id = c.person_id and ${RUNS}
                     where c.contact_index = p_index)
         or exists (select from invitation i where i.contact_index = p_index and i.contact_kind = 'phone' and ${OPEN})`,
    { volatile: true },
  ),
  // A try is spent before it is judged, so that no two at once are one.
  ...across(
    'try_phone_code(p_index bytea)',
    'text',
    `update phone_code set tries_left = tries_left - 1
      where contact_index = p_index and expires_at > now() and tries_left > 0 returning code_hash`,
    { volatile: true },
  ),
  // The code is used up, and with it an invitation to that number, if its secret was given: a person is made when the
  // number is nobody's yet. With a secret that is good for nothing a member still comes in as before.
  ...across(
    'use_phone_code(p_index bytea, p_hash text, p_secret bytea, p_new_person uuid, p_sealed text)',
    'table (person_id uuid, organisation_id uuid)',
    `with used as (
       delete from phone_code where contact_index = p_index and code_hash = p_hash returning contact_index),
     taken as (
       select i.* from invitation i, used where i.secret_hash = p_secret and i.contact_index = p_index
          and i.contact_kind = 'phone' and ${OPEN} for update of i),
     known as (
       update person_contact c set verified_at = coalesce(c.verified_at, now())
        where c.contact_index = (select contact_index from used)
          and exists (select from person p where p.id = c.person_id and p.erased_at is null) returning c.person_id as id),
     made as (
       insert into person (id, name, language) select p_new_person, name, language from taken
        where not exists (select from person_contact where contact_index = p_index) returning id),
     contact as (
       insert into person_contact (person_id, kind, sealed_contact, contact_index, verified_at)
       select id, 'phone', p_sealed, p_index, now() from made),
     who as (select id from known union all select id from made),
     member as (
       insert into membership (person_id, organisation_id, roles)
       select who.id, taken.organisation_id, taken.roles from taken, who where taken.invited_by <> who.id
       ${JOIN} returning membership.person_id, membership.organisation_id),
     closed as (
       update invitation set ${CLOSE}, accepted_by = member.person_id from member
        where invitation.id in (select taken.id from taken))
     select who.id, coalesce((select organisation_id from member), signs_in_for(who.id)) from who`,
    { volatile: true },
  ),
  // A message that waits to be shown on a machine of development; once for each event and recipient, for a week.
  ...across(
    'keep_message(p_id uuid, p_key text, p_kind text, p_sealed text)',
    'void',
    `delete from message where created_at < now() - interval '7 days';
     insert into message (id, key, kind, sealed_content) values (p_id, p_key, p_kind, p_sealed) on conflict (key) do nothing`,
    { volatile: true },
  ),
  ...acrossTrigger(
    'guard_membership()',
    `if new.person_id = acting_person() and new.ended_at is null and (tg_op = 'INSERT' or old.ended_at is not null
         or not new.roles <@ old.roles) then
       raise exception 'nobody gives themselves more' using errcode = 'insufficient_privilege';
     end if;
     if new.ended_at is null and exists (select from person p where p.id = new.person_id and p.erased_at is not null) then
       raise exception 'nobody who was erased comes back' using errcode = 'insufficient_privilege';
     end if;
     if tg_op = 'UPDATE' and old.ended_at is null and 'administrator' = any (old.roles)
        and (new.ended_at is not null or 'administrator' <> all (new.roles)) then
       perform from organisation where id = old.organisation_id for no key update; -- two at once wait for each other
       if not exists (select from membership m where m.organisation_id = old.organisation_id and m.ended_at is null
                        and 'administrator' = any (m.roles)) then
         raise exception 'somebody must administer the organisation'
           using errcode = 'restrict_violation', constraint = 'membership_last_administrator';
       end if;
     end if;
     return null;`,
  ),
];

const TRIGGER = `create trigger "membership_guard" after insert or update on "membership" for each row
  execute function guard_membership()`;

const UP = [
  ...TABLES,
  ...ACTING,
  ...Object.entries(POLICIES).flatMap(([table, policies]) => protect(table, policies)),
  ...PEOPLE,
  ...FUNCTIONS,
  TRIGGER,
];

const DOWN = [
  'drop trigger "membership_guard" on "membership"',
  ...PEOPLE_BEFORE,
  ...['message', 'phone_code', 'person_contact', 'invitation'].map((table) => `drop table "${table}"`),
  ...dropFunctions(
    'guard_membership()',
    'keep_message(uuid, text, text, text)',
    'use_phone_code(bytea, text, bytea, uuid, text)',
    'try_phone_code(bytea)',
    'begin_phone_code(bytea, text)',
    'accept_invitation_as(bytea, text, text, uuid, uuid)',
    'accept_invitation(bytea, uuid)',
    'acting_administers()',
  ),
];
