import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, acrossTrigger, dropFunctions, protect } from './security.js';

/** The feed: what each organisation is told of its cases, each event at a place that no later one comes before. */
export class TellEvents1764300000000 implements MigrationInterface {
  name = 'TellEvents1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** Whoever works in the programme office reads one feed for all of it, under the nil UUID. */
const OFFICE = `'00000000-0000-0000-0000-000000000000'::uuid`;
/** What an organisation has to do with a case ends with its consent: its entries stay where they are, and are not shown. */
const READS = `case when organisation_id = ${OFFICE} then acting_for_office()
  else organisation_id = acting_organisation() and sees_case(qualification_id) end`;

const TABLES = [
  `create table "feed_entry" (
    "organisation_id" uuid not null,
    "position" bigint not null,
    "event_id" uuid not null,
    "qualification_id" uuid not null,
    "seq" integer not null,
    "part" integer not null,
    "type" text not null,
    "data" jsonb not null,
    "occurred_at" timestamptz not null,
    "told_at" timestamptz not null default now(),
    primary key ("organisation_id", "position")
  )`,
  `create unique index "feed_entry_once" on "feed_entry" ("organisation_id", "event_id")`,
  `create index "feed_entry_in_order" on "feed_entry" ("position", "organisation_id")`,
  `create index "feed_entry_told" on "feed_entry" ("told_at")`,
  ...protect('feed_entry', { select: READS }),
  // One row: the place of the newest entry. Entries go after ninety days, places are never given twice.
  `create table "feed_head" (
    "one" boolean primary key default true constraint "feed_head_one_check" check ("one"),
    "position" bigint not null
  )`,
  ...protect('feed_head', { select: 'acting_organisation() is not null' }),
  'set local role selvedge_across',
  `insert into "feed_head" ("position") values (0)`,
  'reset role',
  // Told to some, and kept from others until a seal opens.
  `alter table "outbox_event" add column "held" boolean not null default false`,
  `create index "outbox_event_to_tell" on "outbox_event" ("qualification_id", "seq", "position")
    where "sent_at" is null or "held"`,
];

const WAKE = [
  ...acrossTrigger('wake_sequencer()', `perform pg_notify('outbox', ''); return null;`),
  `create trigger "outbox_event_wake" after insert on "outbox_event" for each statement execute function wake_sequencer()`,
];

const FUNCTIONS = [
  ...across('sequencing_turn()', 'boolean', `select pg_try_advisory_xact_lock(hashtext('selvedge feed'))`, {
    volatile: true,
  }),
  // Of every case with something new all that is not told yet, so that a limit never parts a case from its order.
  ...across(
    'events_to_tell(p_limit integer)',
    `table (id uuid, qualification_id uuid, seq integer, part integer, type text, data jsonb, seal text,
       occurred_at timestamptz, closed_seals text[], told_until integer, buyer_of_pilot jsonb, parties jsonb)`,
    `with fresh as (select o.qualification_id, o.recorded_at from outbox_event o where o.sent_at is null
         order by o.recorded_at, o.id limit p_limit),
       turn as (select f.qualification_id, min(f.recorded_at) as since from fresh f group by 1),
       heard as (select t.since, q.id, q.closed_seals, (q.state #>> '{safeguarding,ended,seq}')::integer as told_until,
           (select jsonb_object_agg(p.key, p.value->>'buyerId') from jsonb_each(q.state->'pilots') p) as buyer_of_pilot,
           (select jsonb_agg(jsonb_build_object('organisationId', p.organisation_id, 'relation', p.relation))
              from qualification_party p where p.qualification_id = q.id) as parties
         from turn t join qualification q on q.id = t.qualification_id)
     select o.id, o.qualification_id, o.seq, o.position, o.type, o.data, o.seal, o.occurred_at, h.closed_seals,
         case when 'safeguarding' = any (h.closed_seals) then h.told_until end, h.buyer_of_pilot, h.parties
       from heard h join outbox_event o on o.qualification_id = h.id
      where (o.sent_at is null or o.held)
      order by h.since, o.qualification_id, o.seq, o.position`,
  ),
  ...across(
    'tell_events(p_entries jsonb, p_told uuid[], p_held uuid[])',
    'bigint',
    `with entry as (select * from jsonb_to_recordset(p_entries)
         as e(place integer, "organisationId" uuid, "eventId" uuid, data jsonb)),
       head as (update feed_head set position = position + (select coalesce(max(place), 0) from entry) returning position),
       settled as (update outbox_event o set sent_at = coalesce(o.sent_at, clock_timestamp()), held = o.id = any (p_held)
          where o.id = any (p_told || p_held) returning o.id),
       told as (insert into feed_entry
           (organisation_id, position, event_id, qualification_id, seq, part, type, data, occurred_at)
         select e."organisationId", head.position - (select max(place) from entry) + e.place, o.id, o.qualification_id, o.seq,
             o.position, o.type, e.data, o.occurred_at
           from entry e cross join head join outbox_event o on o.id = e."eventId"
         on conflict (organisation_id, event_id) do nothing returning 1)
     select pg_notify('feed', head.position::text) from head where exists (select from entry);
     select position from feed_head`,
    { volatile: true },
  ),
  ...across(
    'feed_backlog()',
    'table (waiting bigint, oldest timestamptz)',
    'select count(*), min(recorded_at) from outbox_event where sent_at is null',
  ),
];

const UP = [...TABLES, ...WAKE, ...FUNCTIONS];
const DOWN = [
  ...dropFunctions(
    'feed_backlog()',
    'tell_events(jsonb, uuid[], uuid[])',
    'events_to_tell(integer)',
    'sequencing_turn()',
  ),
  'drop trigger "outbox_event_wake" on "outbox_event"',
  ...dropFunctions('wake_sequencer()'),
  'drop index "outbox_event_to_tell"',
  'alter table "outbox_event" drop column "held"',
  'drop table "feed_head"',
  'drop table "feed_entry"',
];
