import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetting, type Ended } from './forgetting.js';
import { DROP_MESSAGE_TRIGGERS, MESSAGE_TRIGGERS } from './message-address-functions.js';
import { MESSAGE_FUNCTIONS, MESSAGE_SIGNATURES } from './message-functions.js';
import { dropFunctions, NOT_ERASED, protect, type Policies } from './security.js';

/** Messages on their way to people: addresses, what became of each message, and how to say no to more. */
export class SendMessages1764300400000 implements MigrationInterface {
  name = 'SendMessages1764300400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const STATUSES = `'queued', 'sending', 'sent', 'failed', 'bounced', 'unsubscribed'`;
const TABLES = [
  // Shown to be theirs: by a code that was sent there, by a link that they opened there. Telephones are `person_contact`.
  `create table "person_address" (
    "person_id" uuid not null references "person" ("id"),
    "channel" text not null constraint "person_address_channel_check" check ("channel" in ('email', 'telegram')),
    "sealed_address" text not null,
    "address_index" bytea not null,
    "verified_at" timestamptz not null default now(),
    "bounced_at" timestamptz,
    primary key ("person_id", "channel")
  )`,
  `create index "person_address_by_index" on "person_address" ("channel", "address_index")`,
  // An e-mail address that is not shown to be theirs yet; the one before stays in use until then.
  `create table "address_code" (
    "person_id" uuid primary key references "person" ("id"),
    "sealed_address" text not null,
    "address_index" bytea not null,
    "code_hash" text not null,
    "tries_left" integer not null constraint "address_code_tries_left_check" check ("tries_left" >= 0),
    "expires_at" timestamptz not null
  )`,
  `create index "address_code_by_expiry" on "address_code" ("expires_at")`,
  `create table "telegram_link" (
    "person_id" uuid primary key references "person" ("id"),
    "secret_hash" bytea not null,
    "expires_at" timestamptz not null
  )`,
  `create unique index "telegram_link_by_secret" on "telegram_link" ("secret_hash")`,
  `create index "telegram_link_by_expiry" on "telegram_link" ("expires_at")`,
  // One row: which worker hears what people write to the bot, and what it has not heard yet.
  `create table "telegram_place" (
    "one" boolean primary key default true constraint "telegram_place_one_check" check ("one"),
    "next_update" bigint not null,
    "holder" uuid,
    "held_until" timestamptz
  )`,
  // Neither text nor address. Under one notification or one message; of an event a person has one on each channel at most.
  `create table "message_delivery" (
    "id" uuid primary key,
    "notification_id" uuid,
    "message_id" uuid,
    "person_id" uuid references "person" ("id"),
    "channel" text not null constraint "message_delivery_channel_check" check ("channel" in ('email', 'telegram', 'sms')),
    "kind" text not null,
    "status" text not null constraint "message_delivery_status_check" check ("status" in (${STATUSES})),
    "urgent" boolean not null,
    "attempts" integer not null default 0,
    "next_at" timestamptz,
    "give_up_at" timestamptz not null,
    "provider_id" text,
    "error" text,
    "created_at" timestamptz not null default now(),
    "sent_at" timestamptz,
    constraint "message_delivery_of_check" check (num_nonnulls("notification_id", "message_id") = 1)
  )`,
  `create unique index "message_delivery_once" on "message_delivery" ("notification_id", "channel")`,
  `create unique index "message_delivery_of_message" on "message_delivery" ("message_id")`,
  `create index "message_delivery_due" on "message_delivery" ("channel", "urgent", "next_at") where "status" in ('queued', 'sending')`,
  `create index "message_delivery_by_status" on "message_delivery" ("status", "id")`,
  `create index "message_delivery_by_kind" on "message_delivery" ("kind", "id")`,
  `create index "message_delivery_by_channel" on "message_delivery" ("channel", "id")`,
  `create index "message_delivery_by_person" on "message_delivery" ("person_id", "id")`,
  `create index "message_delivery_by_age" on "message_delivery" ("created_at")`,
  // Letters that were sent are read for years: their way to say no has no end.
  `create table "unsubscribe_secret" (
    "secret_hash" bytea primary key,
    "person_id" uuid not null references "person" ("id"),
    "kind" text not null,
    "created_at" timestamptz not null default now()
  )`,
  `create index "unsubscribe_secret_by_person" on "unsubscribe_secret" ("person_id")`,
];

const OFFICE = '(select acting_for_office())';
const OWN = 'person_id = (select acting_person())';
const OWN_UNLESS_ERASED = { using: OWN, check: `${OWN} and ${NOT_ERASED}` };
const POLICIES: Readonly<Record<string, Policies>> = {
  person_address: { select: OWN, delete: OWN },
  address_code: {
    select: OWN,
    insert: OWN_UNLESS_ERASED.check,
    update: OWN_UNLESS_ERASED,
    delete: OWN,
  },
  telegram_link: {
    select: OWN,
    insert: OWN_UNLESS_ERASED.check,
    update: OWN_UNLESS_ERASED,
    delete: OWN,
  },
  telegram_place: {},
  message_delivery: { select: OFFICE },
  unsubscribe_secret: {},
};
const FIRST_PLACE = [
  'set local role selvedge_across',
  'insert into "telegram_place" ("next_update") values (0)',
  'reset role',
];

const days = (instant: string, kept: number): string => `${instant} < now() - interval '${kept} days'`;
const ENDED: readonly Ended[] = [
  { what: 'message deliveries', table: 'message_delivery', ended: days('created_at', 90) },
  { what: 'address codes', table: 'address_code', ended: days('expires_at', 1) },
  { what: 'telegram links', table: 'telegram_link', ended: days('expires_at', 1) },
];

const UP = [
  ...TABLES,
  ...Object.entries(POLICIES).flatMap(([table, policies]) => protect(table, policies)),
  ...FIRST_PLACE,
  ...MESSAGE_FUNCTIONS,
  ...MESSAGE_TRIGGERS,
  ...forgetting(ENDED, 'forget_messages_that_ended'),
];
const DOWN = [
  ...DROP_MESSAGE_TRIGGERS,
  ...dropFunctions('forget_messages_that_ended()', ...MESSAGE_SIGNATURES),
  ...Object.keys(POLICIES).map((table) => `drop table "${table}"`),
];
