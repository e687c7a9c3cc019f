import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetting, type Ended } from './forgetting.js';
import { across, dropFunctions } from './security.js';

/** The feed as it is read: page by page, for ninety days; and events that cannot be told, which stop no other. */
export class ReadFeed1764300100000 implements MigrationInterface {
  name = 'ReadFeed1764300100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** What some were told of an event that others will still be told stays so long: it says who is not told again. */
const TOLD_LATER = `exists (select from outbox_event o where o.id = event_id and (o.held or o.parked_at is not null))`;
const ENDED: readonly Ended[] = [
  {
    what: 'feed entries',
    table: 'feed_entry',
    ended: `told_at < now() - interval '90 days' and not ${TOLD_LATER}`,
  },
];

const toTell = (untold: string): string =>
  `create index "outbox_event_to_tell" on "outbox_event" ("qualification_id", "seq", "position") where ${untold}`;
const unsent = (untold: string): string =>
  `create index "outbox_event_unsent" on "outbox_event" ("recorded_at", "id") where ${untold}`;
const REINDEX = ['drop index "outbox_event_to_tell"', 'drop index "outbox_event_unsent"'];

const PARKED = [
  `alter table "outbox_event" add column "parked_at" timestamptz, add column "park_reason" text
     constraint "outbox_event_park_reason_check"
       check ("park_reason" in ('unknown-type', 'unreadable-data', 'unreadable-case', 'refused-by-database', 'failed'))`,
  `alter table "outbox_event" add constraint "outbox_event_parked_check"
     check (("parked_at" is null) = ("park_reason" is null))`,
  ...REINDEX,
  toTell(`("sent_at" is null or "held") and "parked_at" is null`),
  unsent(`"sent_at" is null and "parked_at" is null`),
  `create index "outbox_event_parked" on "outbox_event" ("parked_at", "id") where "parked_at" is not null`,
];

/** @param parked whether there are parked events, which are left out, and what a case says is judged by who tells */
const eventsToTell = (parked: boolean): string[] => {
  const waits = parked ? ' and o.parked_at is null' : '';
  const told = `q.state #>> '{safeguarding,ended,seq}'`;
  const pilots = parked
    ? `case when jsonb_typeof(q.state->'pilots') = 'object' then q.state->'pilots' end`
    : `q.state->'pilots'`;
  return across(
    'events_to_tell(p_limit integer)',
    `table (id uuid, qualification_id uuid, seq integer, part integer, type text, data jsonb, seal text,
       occurred_at timestamptz, closed_seals text[], told_until ${parked ? 'text' : 'integer'}, buyer_of_pilot jsonb, parties jsonb)`,
    `with fresh as (select o.qualification_id, o.recorded_at from outbox_event o where o.sent_at is null${waits}
         order by o.recorded_at, o.id limit p_limit),
       turn as (select f.qualification_id, min(f.recorded_at) as since from fresh f group by 1),
       heard as (select t.since, q.id, q.closed_seals, ${parked ? told : `(${told})::integer`} as told_until,
           (select jsonb_object_agg(p.key, p.value->>'buyerId') from jsonb_each(${pilots}) p) as buyer_of_pilot,
           (select jsonb_agg(jsonb_build_object('organisationId', p.organisation_id, 'relation', p.relation))
              from qualification_party p where p.qualification_id = q.id) as parties
         from turn t join qualification q on q.id = t.qualification_id)
     select o.id, o.qualification_id, o.seq, o.position, o.type, o.data, o.seal, o.occurred_at, h.closed_seals,
         case when 'safeguarding' = any (h.closed_seals) then h.told_until end, h.buyer_of_pilot, h.parties
       from heard h join outbox_event o on o.qualification_id = h.id
      where (o.sent_at is null or o.held)${waits}
      order by h.since, o.qualification_id, o.seq, o.position`,
  );
};

const PARKING = [
  ...dropFunctions('events_to_tell(integer)', 'feed_backlog()'),
  ...eventsToTell(true),
  ...across(
    'park_events(p_parked jsonb)',
    'void',
    `with parked as (update outbox_event o set parked_at = clock_timestamp(), park_reason = p.reason
         from jsonb_to_recordset(p_parked) as p(id uuid, reason text)
        where o.id = p.id and o.parked_at is null returning o.id)
     insert into office_task (id, kind, subject) select gen_random_uuid(), 'event-parked', parked.id::text from parked
       on conflict do nothing`,
    { volatile: true },
  ),
  ...across(
    'retry_parked_event(p_event uuid)',
    'boolean',
    // Without a time it is one that waits, also when some were told of it before it was set aside: nobody is told twice.
    `with again as (update outbox_event set parked_at = null, park_reason = null, sent_at = null
        where id = p_event and parked_at is not null and acting_for_office() returning id),
       closed as (update office_task t set closed_at = now() from again
        where t.kind = 'event-parked' and t.subject = again.id::text and t.closed_at is null)
     select count(*) > 0 from (select pg_notify('outbox', '') from again) woken`,
    { volatile: true },
  ),
  ...across(
    'feed_backlog()',
    'table (waiting bigint, oldest timestamptz, parked bigint)',
    `select count(*), min(recorded_at), (select count(*) from outbox_event where parked_at is not null)
       from outbox_event where sent_at is null and parked_at is null`,
  ),
];

const OFFICE = `'00000000-0000-0000-0000-000000000000'::uuid`;
const READING = [
  // How far so many entries of the reader's reach, seen or hidden: a page looks no further, and says no more of hidden ones.
  ...across(
    'feed_window(p_after bigint, p_entries integer)',
    'table (head bigint, upto bigint, told_at timestamptz, more boolean)',
    `with ahead as (select f.position, f.told_at from feed_entry f
        where f.organisation_id = (select case when acting_for_office() then ${OFFICE} else acting_organisation() end)
          and f.position > p_after order by f.position limit p_entries),
       reach as (select max(a.position) as position, max(a.told_at) as told_at, count(*) = p_entries as more from ahead a)
     select h.position, case when r.more then r.position else h.position end,
         case when r.more then r.told_at else now() end, r.more
       from reach r cross join feed_head h`,
  ),
  ...across(
    'feed_news(p_after bigint, p_organisations uuid[])',
    'table (head bigint, organisations uuid[])',
    `select h.position, coalesce((select array_agg(distinct f.organisation_id) from feed_entry f
         where f.position > p_after and f.position <= h.position and f.organisation_id = any (p_organisations)), '{}')
       from feed_head h`,
  ),
  // As actor_of_session, without noting that the session was seen: an open stream is not somebody at the keys.
  ...across(
    'session_runs_for(p_hash bytea)',
    'uuid',
    `select s.organisation_id from session s
       join membership m on m.person_id = s.person_id and m.organisation_id = s.organisation_id and m.ended_at is null
      where s.token_hash = p_hash and s.ended_at is null and s.ends_at > now()
        and s.last_seen_at + make_interval(secs => s.idle_seconds) > now()`,
  ),
];

const UP = [...PARKED, ...PARKING, ...READING, ...forgetting(ENDED, 'forget_feed_that_ended')];

const DOWN = [
  ...dropFunctions(
    'forget_feed_that_ended()',
    'session_runs_for(bytea)',
    'feed_news(bigint, uuid[])',
    'feed_window(bigint, integer)',
    'feed_backlog()',
    'retry_parked_event(uuid)',
    'park_events(jsonb)',
    'events_to_tell(integer)',
  ),
  'drop index "outbox_event_parked"',
  ...REINDEX,
  // What was parked waits again.
  'alter table "outbox_event" drop column "parked_at", drop column "park_reason"',
  unsent('"sent_at" is null'),
  toTell('"sent_at" is null or "held"'),
  ...eventsToTell(false),
  ...across(
    'feed_backlog()',
    'table (waiting bigint, oldest timestamptz)',
    'select count(*), min(recorded_at) from outbox_event where sent_at is null',
  ),
];
