import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetting, type Ended } from './forgetting.js';
import { across, dropFunctions } from './security.js';

/** An end to rows of sign-in, invitations, messages, kept answers and uploads; people and documents that are erased. */
export class EndAndErase1764000800000 implements MigrationInterface {
  name = 'EndAndErase1764000800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const days = (instant: string, kept: number): string => `${instant} < now() - interval '${kept} days'`;

/** What was forgotten before this migration. */
const BEFORE: readonly Ended[] = [
  {
    what: 'tokens',
    table: 'api_token',
    ended: `${days('least(expires_at, revoked_at)', 365)}
      and not exists (select from api_token before where before.successor_id = api_token.id)`,
  },
  { what: 'office tasks', table: 'office_task', ended: days('closed_at', 365) },
  {
    what: 'refused commands',
    table: 'command',
    ended: `status = 'refused' and ${days('recorded_at', 365)}`,
  },
];
const OPEN_INVITATION = 'accepted_at is null and revoked_at is null';
/** No byte of it was ever kept as a document. */
const NEVER_ARRIVED = `status = 'refused' and sha256 is null and ${days('created_at', 30)}`;
const NOW: readonly Ended[] = [
  ...BEFORE,
  {
    what: 'sessions',
    table: 'session',
    ended: days('least(ended_at, ends_at, last_seen_at + make_interval(secs => idle_seconds))', 30),
  },
  { what: 'phone codes', table: 'phone_code', ended: days('expires_at', 1) },
  { what: 'messages', table: 'message', ended: days('created_at', 7) },
  // They still hold whom they were for.
  {
    what: 'open invitations',
    table: 'invitation',
    ended: `${OPEN_INVITATION} and ${days('expires_at', 30)}`,
  },
  {
    what: 'invitations',
    table: 'invitation',
    ended: `not (${OPEN_INVITATION}) and ${days('coalesce(accepted_at, revoked_at)', 365)}`,
  },
  { what: 'attempts', table: 'rate_limit', ended: days('expires_at', 1) },
  { what: 'answers', table: 'idempotency_record', ended: days('expires_at', 0) },
  {
    what: 'links of uploads',
    table: 'document_link',
    ended: `exists (select from document d where d.id = document_link.document_id and ${NEVER_ARRIVED})`,
  },
  {
    what: 'uploads',
    table: 'document',
    ended: `${NEVER_ARRIVED} and not exists (select from document_link l where l.document_id = document.id)`,
  },
];

const DROP_EXPIRED_ANSWERS = across(
  'drop_expired_answers(p_limit integer)',
  'integer',
  `with gone as (
     delete from idempotency_record where key_hash in (
       select key_hash from idempotency_record where expires_at <= now()
        order by expires_at limit p_limit for update skip locked) returning 1)
   select count(*)::integer from gone`,
  { volatile: true },
);

/** The office may, when they have left. */
const HAS_LEFT = `acting_for_office()
  and not exists (select from membership m where m.person_id = p_person and m.ended_at is null)`;
const NUMBER = `(select c.contact_index from person_contact c where c.person_id = p_person)`;
/** A message is kept under what happened and to whom. */
const MESSAGE_TO = `split_part("key", '/', -1) = (select rtrim(translate(encode(c.contact_index, 'base64'), '+/', '-_'), '=')
  from person_contact c where c.person_id = p_person)`;
const FORGET_PERSON = across(
  'forget_person(p_person uuid)',
  'void',
  [
    `delete from message where ${HAS_LEFT} and (${MESSAGE_TO} or exists (
       select from invitation i where i.accepted_by = p_person and starts_with("key", 'invitation/' || i.id || '/')))`,
    `delete from phone_code where ${HAS_LEFT} and contact_index = ${NUMBER}`,
    `update invitation set name = null, sealed_contact = null, contact_index = null, revoked_at = coalesce(revoked_at, now())
      where ${HAS_LEFT} and contact_index = ${NUMBER}`,
    ...['person_contact', 'identity', 'second_factor', 'session', 'idempotency_record'].map(
      (table) => `delete from ${table} where ${HAS_LEFT} and person_id = p_person`,
    ),
  ].join(';\n'),
  { volatile: true },
);

const UP = [...forgetting(NOW), ...dropFunctions('drop_expired_answers(integer)'), ...FORGET_PERSON];

const DOWN = [...dropFunctions('forget_person(uuid)'), ...DROP_EXPIRED_ANSWERS, ...forgetting(BEFORE)];
