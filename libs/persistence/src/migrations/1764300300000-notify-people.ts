import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetting, type Ended } from './forgetting.js';
import { across, dropFunctions, NOT_ERASED, protect, type Policies } from './security.js';

/** What people are told: notifications, how they want to be told, and calendars of what they have to do. */
export class NotifyPeople1764300300000 implements MigrationInterface {
  name = 'NotifyPeople1764300300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const KINDS = `'task', 'happened', 'reminder', 'escalation', 'digest', 'legal', 'endpoint-disabled'`;

const TABLES = [
  `create table "notification" (
    "id" uuid primary key,
    "person_id" uuid not null references "person" ("id"),
    "organisation_id" uuid not null references "organisation" ("id"),
    "event_id" uuid,
    "kind" text not null constraint "notification_kind_check" check ("kind" in (${KINDS})),
    "qualification_id" uuid references "qualification" ("id"),
    "case_number" text,
    "data" jsonb not null,
    "created_at" timestamptz not null default now(),
    "read_at" timestamptz,
    "dispatched_at" timestamptz,
    "send_after" timestamptz not null default now()
  )`,
  `create unique index "notification_once" on "notification" ("person_id", "event_id", "kind")`,
  `create index "notification_in_order" on "notification" ("person_id", "organisation_id", "id")`,
  `create index "notification_unread" on "notification" ("person_id", "organisation_id", "id") where "read_at" is null`,
  // What waits to be sent; under 'infinity' what waits to be folded into a digest.
  `create index "notification_due" on "notification" ("send_after", "id") where "dispatched_at" is null`,
  `create index "notification_by_age" on "notification" ("created_at")`,
  `create table "notification_preference" (
    "person_id" uuid not null references "person" ("id"),
    "kind" text not null constraint "notification_preference_kind_check" check ("kind" in (${KINDS})),
    "channel" text not null constraint "notification_preference_channel_check"
      check ("channel" in ('email', 'telegram', 'sms', 'none')),
    primary key ("person_id", "kind", "channel")
  )`,
  // The address of a calendar is told once; whoever has it reads the due dates without signing in.
  `create table "calendar_feed" (
    "person_id" uuid not null references "person" ("id"),
    "organisation_id" uuid not null references "organisation" ("id"),
    "secret_hash" bytea not null,
    "created_at" timestamptz not null default now(),
    primary key ("person_id", "organisation_id")
  )`,
  `create unique index "calendar_feed_by_secret" on "calendar_feed" ("secret_hash")`,
  // One row: up to where in the feed people have been told. Of what was recorded before nobody is.
  `create table "notification_place" (
    "one" boolean primary key default true constraint "notification_place_one_check" check ("one"),
    "position" bigint not null,
    "since" timestamptz not null default now()
  )`,
];

const PERSON = '(select acting_person())';
const ORGANISATION = '(select acting_organisation())';
/** Nothing is told any more of a case that the organisation has nothing to do with any more. */
const OWN = `person_id = ${PERSON} and organisation_id = ${ORGANISATION}
  and (qualification_id is null or sees_case(qualification_id))`;
const OWN_CALENDAR = `person_id = ${PERSON} and organisation_id = ${ORGANISATION}`;

const POLICIES: Readonly<Record<string, Policies>> = {
  notification: { select: OWN, update: OWN },
  notification_preference: {
    select: `person_id = ${PERSON}`,
    insert: `person_id = ${PERSON} and ${NOT_ERASED}`,
    delete: `person_id = ${PERSON}`,
  },
  calendar_feed: {
    select: OWN_CALENDAR,
    insert: `${OWN_CALENDAR} and ${NOT_ERASED}`,
    update: OWN_CALENDAR,
    delete: OWN_CALENDAR,
  },
  notification_place: { select: 'acting_organisation() is not null' },
};

const FIRST_PLACE = [
  'set local role selvedge_across',
  `insert into "notification_place" ("position") select "position" from "feed_head"`,
  'reset role',
];

/** Times of Phnom Penh; both or none. */
const SETTINGS = [
  `alter table "person" add column "quiet_from" time default '21:00:00'`,
  `alter table "person" add column "quiet_until" time default '07:00:00'`,
  `alter table "person" add constraint "person_quiet_check" check (("quiet_from" is null) = ("quiet_until" is null))`,
  `alter table "person" add column "digest" text not null default 'off' constraint "person_digest_check"
     check ("digest" in ('off', 'daily', 'weekly'))`,
];

/** Tasks that came up with a decision are as old as its events: they were written in one transaction. */
const OPENED = `select jsonb_agg(jsonb_build_object('task', t.task, 'role', t.role, 'personId', t.person_id, 'claimedBy', t.claimed_by,
    'what', t.what, 'subject', t.subject, 'dueAt', nullif(t.due_at, 'infinity'), 'otherwise', t.otherwise)
    order by t.due_at, t.task)
  from task t where t.qualification_id = f.qualification_id and t.organisation_id = f.organisation_id
     and t.opened_at = o.recorded_at`;
const RELATIONS = `select array_agg(p.relation) from qualification_party p
  where p.qualification_id = f.qualification_id and p.organisation_id = f.organisation_id`;

const FUNCTIONS = [
  ...across(
    'notifying_turn()',
    'boolean',
    `select pg_try_advisory_xact_lock(hashtext('selvedge notifications'))`,
    { volatile: true },
  ),
  // What was given its place together is read together, so that no decision is taken apart. An entry whose case or event is gone
  // by now tells nobody (it is not `fresh`), and holds nobody up.
  ...across(
    'entries_to_notify()',
    `table ("position" bigint, organisation_id uuid, event_id uuid, qualification_id uuid, case_number text, seq integer,
       part integer, type text, data jsonb, seal text, fresh boolean, acted_by uuid, auditor_id uuid, relations text[],
       opened jsonb, state jsonb, closed_seals text[], told_until integer)`,
    `with here as (select n.position, n.since from notification_place n),
       turn as (select f.told_at, here.position, here.since from here join feed_entry f on f.position > here.position
         order by f.position limit 1)
     select f.position, f.organisation_id, f.event_id, f.qualification_id, q.case_number, f.seq, f.part, f.type, f.data, o.seal,
         o.recorded_at >= turn.since, (j.payload::jsonb #>> '{actor,personId}')::uuid,
         (q.state #>> '{audit,auditor,personId}')::uuid, (${RELATIONS}), (${OPENED}),
         case when f.type in ('reminder-due', 'escalated', 'task-delegated') then q.state end, q.closed_seals,
         case when 'safeguarding' = any (q.closed_seals) then (q.state #>> '{safeguarding,ended,seq}')::integer end
       from turn join feed_entry f on f.told_at = turn.told_at and f.position > turn.position
       left join qualification q on q.id = f.qualification_id
       left join outbox_event o on o.id = f.event_id
       left join journal_entry j on j.qualification_id = f.qualification_id and j.seq = f.seq
      order by f.position, f.organisation_id`,
  ),
  // The nil UUID asks for the people of the programme office.
  ...across(
    'people_to_notify(p_organisations uuid[])',
    `table (person_id uuid, organisation_id uuid, organisation_kind text, roles text[], quiet_from text, quiet_until text,
       digest text)`,
    `select p.id, o.id, o.kind, m.roles, to_char(p.quiet_from, 'HH24:MI'), to_char(p.quiet_until, 'HH24:MI'), p.digest
       from organisation o join membership m on m.organisation_id = o.id and m.ended_at is null
       join person p on p.id = m.person_id and p.erased_at is null
      where o.id = any (p_organisations)
         or (o.kind = 'programme-office' and '00000000-0000-0000-0000-000000000000' = any (p_organisations))
      order by p.id, o.id`,
  ),
  // Nobody is told of one event twice, whatever kind of notification it would be.
  ...across(
    'notify_people(p_notices jsonb, p_position bigint)',
    'integer',
    `update notification_place set position = greatest(position, p_position);
     with told as (
       insert into notification (id, person_id, organisation_id, event_id, kind, qualification_id, case_number, data, send_after)
       select n.id, n."personId", n."organisationId", n."eventId", n.kind, n."qualificationId", n."caseNumber", n.data, n."sendAfter"
         from jsonb_to_recordset(p_notices) as n(id uuid, "personId" uuid, "organisationId" uuid, "eventId" uuid, kind text,
           "qualificationId" uuid, "caseNumber" text, data jsonb, "sendAfter" timestamptz)
        where not exists (select from notification b where b.person_id = n."personId" and b.event_id = n."eventId")
       on conflict do nothing returning 1),
     woken as (select pg_notify('notification', '') where exists (select from told))
     select count(*)::integer from told left join woken on true`,
    { volatile: true },
  ),
  // What happened before these instants to those who want a digest; nothing of cases they have nothing to do with any more.
  ...across(
    'digests_to_make(p_daily timestamptz, p_weekly timestamptz, p_limit integer)',
    `table (person_id uuid, organisation_id uuid, quiet_from text, quiet_until text, notifications uuid[], lines jsonb)`,
    `with who as (
       select n.person_id, n.organisation_id, p.quiet_from, p.quiet_until, o.kind,
           case p.digest when 'weekly' then p_weekly else p_daily end as before
         from notification n join person p on p.id = n.person_id join organisation o on o.id = n.organisation_id
        where n.dispatched_at is null and n.send_after = 'infinity'
          and n.created_at < case p.digest when 'weekly' then p_weekly else p_daily end
        group by 1, 2, 3, 4, 5, 6 order by 1, 2 limit p_limit)
     select w.person_id, w.organisation_id, to_char(w.quiet_from, 'HH24:MI'), to_char(w.quiet_until, 'HH24:MI'),
         array_agg(n.id),
         jsonb_agg(jsonb_build_object('kind', n.kind, 'caseNumber', n.case_number, 'qualificationId', n.qualification_id) || n.data
           order by n.id) filter (where w.kind = 'programme-office' or exists (select from qualification_party y
             where y.qualification_id = n.qualification_id and y.organisation_id = w.organisation_id
               and (not y.by_consent or consent_in_force(y.qualification_id, y.organisation_id))))
       from who w join notification n on n.person_id = w.person_id and n.organisation_id = w.organisation_id
        and n.dispatched_at is null and n.send_after = 'infinity' and n.created_at < w.before
      group by w.person_id, w.organisation_id, w.quiet_from, w.quiet_until`,
  ),
  ...across(
    'make_digests(p_digests jsonb, p_folded uuid[])',
    'integer',
    `update notification set dispatched_at = now() where id = any (p_folded);
     with made as (
       insert into notification (id, person_id, organisation_id, kind, data, send_after)
       select d.id, d."personId", d."organisationId", 'digest', d.data, d."sendAfter"
         from jsonb_to_recordset(p_digests) as d(id uuid, "personId" uuid, "organisationId" uuid, data jsonb, "sendAfter" timestamptz)
       returning 1),
     woken as (select pg_notify('notification', '') where exists (select from made))
     select count(*)::integer from made left join woken on true`,
    { volatile: true },
  ),
  // Whose calendar an address is, while they work there.
  ...across(
    'holder_of_calendar(p_hash bytea)',
    'table (person_id uuid, organisation_id uuid, organisation_kind text, roles text[], language text)',
    `select c.person_id, c.organisation_id, o.kind, m.roles, p.language from calendar_feed c
       join membership m on m.person_id = c.person_id and m.organisation_id = c.organisation_id and m.ended_at is null
       join organisation o on o.id = c.organisation_id
       join person p on p.id = c.person_id and p.erased_at is null
      where c.secret_hash = p_hash`,
  ),
  // As `forget_person`, which is called beside it.
  ...across(
    'forget_notifications(p_person uuid)',
    'void',
    ['notification', 'notification_preference', 'calendar_feed']
      .map(
        (table) => `delete from ${table} where acting_for_office() and person_id = p_person
          and not exists (select from membership m where m.person_id = p_person and m.ended_at is null)`,
      )
      .join(';\n'),
    { volatile: true },
  ),
];

const days = (instant: string, kept: number): string => `${instant} < now() - interval '${kept} days'`;
const ENDED: readonly Ended[] = [
  { what: 'read notifications', table: 'notification', ended: days('read_at', 90) },
  {
    what: 'notifications',
    table: 'notification',
    ended: `read_at is null and ${days('created_at', 365)}`,
  },
];

const UP = [
  ...TABLES,
  ...Object.entries(POLICIES).flatMap(([table, policies]) => protect(table, policies)),
  ...FIRST_PLACE,
  ...SETTINGS,
  ...FUNCTIONS,
  ...forgetting(ENDED, 'forget_notifications_that_ended'),
];

const DOWN = [
  ...dropFunctions(
    'forget_notifications_that_ended()',
    'forget_notifications(uuid)',
    'holder_of_calendar(bytea)',
    'make_digests(jsonb, uuid[])',
    'digests_to_make(timestamptz, timestamptz, integer)',
    'notify_people(jsonb, bigint)',
    'people_to_notify(uuid[])',
    'entries_to_notify()',
    'notifying_turn()',
  ),
  'alter table "person" drop column "digest", drop column "quiet_until", drop column "quiet_from"',
  ...['notification_place', 'calendar_feed', 'notification_preference', 'notification'].map(
    (table) => `drop table "${table}"`,
  ),
];
