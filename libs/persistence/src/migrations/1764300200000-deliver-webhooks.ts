import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetting, type Ended } from './forgetting.js';
import { across, acrossTrigger, dropFunctions, protect } from './security.js';

/** Webhooks: where organisations want to be told, what is on its way to them, and what came of each attempt. */
export class DeliverWebhooks1764300200000 implements MigrationInterface {
  name = 'DeliverWebhooks1764300200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const MANAGES = 'organisation_id = (select acting_organisation()) and (select acting_administers())';

const TABLES = [
  `create table "webhook_endpoint" (
    "id" uuid primary key,
    "organisation_id" uuid not null references "organisation",
    -- The feed that it is told of: its organisation's, or the nil UUID's for the programme office.
    "feed_id" uuid not null,
    "url" text not null,
    "description" text,
    -- Nothing: all of them.
    "event_types" text[],
    "status" text not null default 'enabled',
    "disabled_reason" text,
    "version" integer not null default 1,
    "rate_limit" integer not null default 10,
    "v1a" boolean not null default false,
    "next_free_at" timestamptz not null default now(),
    "failures_in_row" integer not null default 0,
    "failing_since" timestamptz,
    "open_until" timestamptz,
    "created_by" uuid not null,
    "created_at" timestamptz not null default now(),
    constraint "webhook_endpoint_status_check"
      check ("status" in ('enabled', 'disabled') and ("status" = 'disabled') = ("disabled_reason" is not null)),
    constraint "webhook_endpoint_reason_check" check ("disabled_reason" in ('by-hand', 'gone', 'failing')),
    constraint "webhook_endpoint_rate_check" check ("rate_limit" between 1 and 100)
  )`,
  `create unique index "webhook_endpoint_of" on "webhook_endpoint" ("id", "organisation_id")`,
  `create index "webhook_endpoint_by_organisation" on "webhook_endpoint" ("organisation_id", "id")`,
  `create index "webhook_endpoint_by_feed" on "webhook_endpoint" ("feed_id") where "status" = 'enabled'`,
  ...protect('webhook_endpoint', {
    select: `(${MANAGES}) or ${OFFICE}`,
    insert: MANAGES,
    update: MANAGES,
    delete: MANAGES,
  }),
  `create table "webhook_secret" (
    "id" uuid primary key,
    "endpoint_id" uuid not null,
    "organisation_id" uuid not null,
    "kind" text not null,
    "sealed" text not null,
    -- Of v1a: what receivers verify with.
    "public_key" text,
    "created_at" timestamptz not null default now(),
    "expires_at" timestamptz,
    -- Of the same organisation: nobody plants a secret at another's endpoint.
    foreign key ("endpoint_id", "organisation_id") references "webhook_endpoint" ("id", "organisation_id") on delete cascade,
    constraint "webhook_secret_kind_check"
      check ("kind" in ('v1', 'v1a') and ("kind" = 'v1a') = ("public_key" is not null))
  )`,
  `create index "webhook_secret_by_endpoint" on "webhook_secret" ("endpoint_id", "organisation_id", "created_at")`,
  `create index "webhook_secret_expired" on "webhook_secret" ("expires_at") where "expires_at" is not null`,
  ...protect('webhook_secret', {
    select: MANAGES,
    insert: MANAGES,
    update: MANAGES,
  }),
  `create table "webhook_delivery" (
    "id" uuid primary key,
    "endpoint_id" uuid not null,
    "organisation_id" uuid not null,
    "event_id" uuid not null,
    -- Its type; of a case's event as the case names it.
    "type" text not null,
    -- Of the entry of the feed; nothing for what is about webhooks themselves.
    "position" bigint,
    -- Which endpoint it is about, when it is about webhooks themselves.
    "about_id" uuid,
    "status" text not null default 'pending',
    "parked_reason" text,
    -- Counts how often it was sent on its way again: each time is a workflow of its own.
    "round" integer not null default 0,
    "attempts" integer not null default 0,
    "start_failures" integer not null default 0,
    "next_at" timestamptz not null default clock_timestamp(),
    "attempting_until" timestamptz,
    "slot_at" timestamptz,
    "created_at" timestamptz not null default clock_timestamp(),
    "ended_at" timestamptz,
    foreign key ("endpoint_id", "organisation_id") references "webhook_endpoint" ("id", "organisation_id") on delete cascade,
    constraint "webhook_delivery_status_check" check ("status" in
      ('pending', 'started', 'delivered', 'failed', 'gone', 'withheld', 'held', 'parked')),
    constraint "webhook_delivery_about_check" check (("position" is null) = ("about_id" is not null)),
    constraint "webhook_delivery_parked_check" check (("status" = 'parked') = ("parked_reason" is not null))
  )`,
  `create unique index "webhook_delivery_once" on "webhook_delivery" ("endpoint_id", "event_id")`,
  `create index "webhook_delivery_by_endpoint" on "webhook_delivery"
    ("endpoint_id", "organisation_id", "created_at", "id")`,
  `create index "webhook_delivery_by_status" on "webhook_delivery" ("endpoint_id", "status", "created_at", "id")`,
  `create index "webhook_delivery_due" on "webhook_delivery" ("next_at") where "status" in ('pending', 'started')`,
  `create index "webhook_delivery_pending" on "webhook_delivery" ("created_at") where "status" = 'pending'`,
  `create index "webhook_delivery_parked" on "webhook_delivery" ("id") where "status" = 'parked'`,
  `create index "webhook_delivery_under_way" on "webhook_delivery" ("endpoint_id", "attempting_until")
    where "attempting_until" is not null`,
  `create index "webhook_delivery_ended" on "webhook_delivery" ("ended_at")`,
  ...protect('webhook_delivery', {
    select: `(${MANAGES}) or ${OFFICE}`,
    insert: MANAGES,
    // The office may send again what could not even be started, and nothing else.
    update: {
      using: `(${MANAGES}) or (${OFFICE} and status = 'parked')`,
      check: `(${MANAGES}) or (${OFFICE} and status = 'pending')`,
    },
  }),
  `create table "webhook_attempt" (
    "id" uuid primary key,
    "delivery_id" uuid not null references "webhook_delivery" on delete cascade,
    "organisation_id" uuid not null,
    "round" integer not null,
    "attempt" integer not null,
    "at" timestamptz not null,
    "status_code" integer,
    "error" text,
    "latency_ms" integer not null,
    -- The first 8 kB of what was answered: whoever runs the endpoint reads it, and nobody else.
    "answer" bytea,
    constraint "webhook_attempt_outcome_check" check (("status_code" is null) = ("error" is not null))
  )`,
  `create index "webhook_attempt_by_delivery" on "webhook_attempt" ("delivery_id", "at")`,
  `create index "webhook_attempt_at" on "webhook_attempt" ("at")`,
  ...protect('webhook_attempt', { select: MANAGES }),
];

/** With the entry of the feed, in its transaction, a delivery for every endpoint that wants to be told. */
const FAN_OUT = [
  ...acrossTrigger(
    'fan_out_webhooks()',
    `insert into webhook_delivery (id, endpoint_id, organisation_id, event_id, type, position)
     select uuidv7(), e.id, e.organisation_id, t.event_id, t.type, t.position
       from told t join webhook_endpoint e on e.feed_id = t.organisation_id
      where e.status = 'enabled' and (e.event_types is null or t.type = any (e.event_types))
     on conflict (endpoint_id, event_id) do nothing;
     if found then perform pg_notify('webhooks', ''); end if;
     return null;`,
  ),
  `create trigger "feed_entry_fan_out" after insert on "feed_entry" referencing new table as told
    for each statement execute function fan_out_webhooks()`,
];

const DISABLED_TYPE = 'org.selvedge.webhook.endpoint-disabled.v1';
/**
 * Nobody switched it off, so somebody must hear of it: the other endpoints of the organisation, and its administrators
 * (the table of notifications comes with the next migration; until then nothing is disabled).
 */
const TELL_DISABLED = [
  ...acrossTrigger(
    'tell_webhook_disabled()',
    `declare event uuid := gen_random_uuid();
     begin
       insert into webhook_delivery (id, endpoint_id, organisation_id, event_id, type, about_id)
       select uuidv7(), e.id, e.organisation_id, event, '${DISABLED_TYPE}', new.id from webhook_endpoint e
        where e.organisation_id = new.organisation_id and e.status = 'enabled'
          and (e.event_types is null or '${DISABLED_TYPE}' = any (e.event_types));
       insert into notification (id, person_id, organisation_id, event_id, kind, data)
       select uuidv7(), m.person_id, m.organisation_id, event, 'endpoint-disabled', jsonb_build_object(
           'type', '${DISABLED_TYPE}', 'params', jsonb_build_object('endpointId', new.id, 'reason', new.disabled_reason))
         from membership m
        where m.organisation_id = new.organisation_id and m.ended_at is null and 'administrator' = any (m.roles);
       perform pg_notify('notification', '');
       perform pg_notify('webhooks', '');
     end;
     return null;`,
  ),
  `create trigger "webhook_endpoint_disabled" after update of "status" on "webhook_endpoint" for each row
    when (old.status = 'enabled' and new.disabled_reason in ('gone', 'failing'))
    execute function tell_webhook_disabled()`,
];

/** A relay that dies has its deliveries taken by another one after this; what waits for a workflow that is lost, too. */
const LEASE = `interval '30 seconds'`;
const LOST_AFTER = `interval '10 minutes'`;
const LOCKED = (id: string): string =>
  `select from webhook_endpoint where id = (select endpoint_id from webhook_delivery where id = ${id}) for no key update`;

const FUNCTIONS = [
  ...across(
    'take_webhook_deliveries(p_limit integer)',
    'table (id uuid, endpoint_id uuid, event_id uuid, round integer)',
    `update webhook_delivery set next_at = clock_timestamp() + ${LEASE}
      where id in (select id from webhook_delivery
         where status in ('pending', 'started') and next_at <= now() -- so that the index ends where the future begins
           and next_at <= clock_timestamp() - case status when 'started' then ${LOST_AFTER} else interval '0' end
         order by next_at limit p_limit for update skip locked)
     returning id, endpoint_id, event_id, round`,
    { volatile: true },
  ),
  ...across(
    'webhooks_started(p_ids uuid[])',
    'void',
    `update webhook_delivery set status = 'started', start_failures = 0,
         next_at = case status when 'pending' then clock_timestamp() else greatest(next_at, clock_timestamp()) end
      where id = any (p_ids) and status in ('pending', 'started')`,
    { volatile: true },
  ),
  // One that cannot be started for a reason of its own never keeps the others.
  ...across(
    'webhook_not_started(p_id uuid, p_reason text, p_most integer)',
    'void',
    `update webhook_delivery set start_failures = start_failures + 1,
         next_at = clock_timestamp() + interval '1 second' * least(power(2, start_failures), 300),
         status = case when start_failures + 1 >= p_most then 'parked' else status end,
         parked_reason = case when start_failures + 1 >= p_most then p_reason end
      where id = p_id and status in ('pending', 'started')`,
    { volatile: true },
  ),
  ...across(
    'webhooks_postponed(p_ids uuid[], p_seconds integer)',
    'void',
    `update webhook_delivery set next_at = clock_timestamp() + interval '1 second' * p_seconds
      where id = any (p_ids) and status = 'pending'`,
    { volatile: true },
  ),
  // Locks the endpoint: whoever judges the gate judges it alone.
  ...across(
    'webhook_to_attempt(p_id uuid, p_round integer)',
    `table (endpoint_id uuid, organisation_id uuid, feed_id uuid, created_by uuid, url text, endpoint_status text,
       rate_limit integer, next_free_at timestamptz, open_until timestamptz, failures_in_row integer,
       failing_since timestamptz, in_flight integer, event_id uuid, type text, about_id uuid, attempts integer,
       slot_at timestamptz, created_at timestamptz, secrets jsonb, now timestamptz)`,
    `${LOCKED('p_id')};
     select e.id, e.organisation_id, e.feed_id, e.created_by, e.url, e.status, e.rate_limit, e.next_free_at, e.open_until,
         e.failures_in_row, e.failing_since,
         (select count(*)::integer from webhook_delivery o
           where o.endpoint_id = e.id and o.attempting_until > clock_timestamp() and o.id <> d.id),
         d.event_id, d.type, d.about_id, d.attempts, d.slot_at, d.created_at,
         (select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'sealed', s.sealed) order by s.created_at desc)
            from webhook_secret s
           where s.endpoint_id = e.id and (s.expires_at is null or s.expires_at > clock_timestamp())),
         clock_timestamp()
       from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
      where d.id = p_id and d.round = p_round and d.status in ('pending', 'started')`,
    { volatile: true },
  ),
  ...across(
    'webhook_passed(p_id uuid, p_lease integer, p_next_free timestamptz, p_open timestamptz)',
    'void',
    `update webhook_endpoint set next_free_at = p_next_free, open_until = p_open
      where id = (select endpoint_id from webhook_delivery where id = p_id);
     update webhook_delivery set attempting_until = clock_timestamp() + interval '1 second' * p_lease, slot_at = null
      where id = p_id`,
    { volatile: true },
  ),
  ...across(
    'webhook_waits(p_id uuid, p_seconds double precision, p_slot timestamptz, p_next_free timestamptz)',
    'void',
    `update webhook_endpoint set next_free_at = p_next_free
      where id = (select endpoint_id from webhook_delivery where id = p_id);
     update webhook_delivery set slot_at = p_slot, next_at = clock_timestamp() + interval '1 second' * p_seconds
      where id = p_id`,
    { volatile: true },
  ),
  ...across(
    'webhook_ended(p_id uuid, p_status text, p_reason text)',
    'void',
    `update webhook_delivery set status = p_status, parked_reason = p_reason, attempting_until = null, slot_at = null,
         ended_at = clock_timestamp() where id = p_id`,
    { volatile: true },
  ),
  ...across(
    'webhook_attempted(p_id uuid, p_attempt jsonb, p_answer bytea)',
    'void',
    `insert into webhook_attempt (id, delivery_id, organisation_id, round, attempt, at, status_code, error, latency_ms, answer)
     select a.id, d.id, d.organisation_id, d.round, d.attempts + 1, a.at, a."statusCode", a.error, a."latencyMs", p_answer
       from jsonb_to_record(p_attempt) as a(id uuid, at timestamptz, "statusCode" integer, error text, "latencyMs" integer)
       cross join webhook_delivery d where d.id = p_id;
     update webhook_delivery d set attempts = d.attempts + 1, attempting_until = null, status = a.status,
         next_at = clock_timestamp() + interval '1 second' * coalesce(a."pauseS", 0),
         ended_at = case when a.status <> 'started' then clock_timestamp() end
       from jsonb_to_record(p_attempt) as a(status text, "pauseS" double precision) where d.id = p_id;
     update webhook_endpoint e set failures_in_row = a."failuresInRow", failing_since = a."failingSince",
         open_until = a."openUntil", status = case when a.disable is null then e.status else 'disabled' end,
         disabled_reason = coalesce(e.disabled_reason, a.disable),
         version = e.version + case when a.disable is null or e.status = 'disabled' then 0 else 1 end
       from jsonb_to_record(p_attempt) as a("failuresInRow" integer, "failingSince" timestamptz, "openUntil" timestamptz, disable text)
      where e.id = (select endpoint_id from webhook_delivery where id = p_id)`,
    { volatile: true },
  ),
  ...across(
    'webhook_backlog()',
    'table (waiting bigint, oldest timestamptz, parked bigint)',
    `select count(*), min(created_at), (select count(*) from webhook_delivery where status = 'parked')
       from webhook_delivery where status = 'pending'`,
  ),
];

const ENDED: readonly Ended[] = [
  { what: 'webhook secrets', table: 'webhook_secret', ended: `expires_at < now() - interval '30 days'` },
  { what: 'webhook attempts', table: 'webhook_attempt', ended: `at < now() - interval '90 days'` },
  { what: 'webhook deliveries', table: 'webhook_delivery', ended: `ended_at < now() - interval '90 days'` },
];

const UP = [
  ...TABLES,
  ...FAN_OUT,
  ...TELL_DISABLED,
  ...FUNCTIONS,
  ...forgetting(ENDED, 'forget_webhooks_that_ended'),
];
const DOWN = [
  ...dropFunctions(
    'forget_webhooks_that_ended()',
    'webhook_backlog()',
    'webhook_attempted(uuid, jsonb, bytea)',
    'webhook_ended(uuid, text, text)',
    'webhook_waits(uuid, double precision, timestamptz, timestamptz)',
    'webhook_passed(uuid, integer, timestamptz, timestamptz)',
    'webhook_to_attempt(uuid, integer)',
    'webhooks_postponed(uuid[], integer)',
    'webhook_not_started(uuid, text, integer)',
    'webhooks_started(uuid[])',
    'take_webhook_deliveries(integer)',
  ),
  'drop table "webhook_attempt"',
  'drop table "webhook_delivery"',
  'drop table "webhook_secret"',
  'drop table "webhook_endpoint"',
  'drop trigger "feed_entry_fan_out" on "feed_entry"',
  ...dropFunctions('tell_webhook_disabled()', 'fan_out_webhooks()'),
];
