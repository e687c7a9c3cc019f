import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetting, type Ended } from './forgetting.js';
import { across, dropFunctions, replacePolicy } from './security.js';

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

const STATUS = `'receiving', 'quarantined', 'available', 'refused'`;
const KIND = `'person', 'data-subject'`;
const admit = (table: string, column: string, words: string): string[] => [
  `alter table "${table}" drop constraint "${table}_${column}_check"`,
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${words}))`,
];

const DOCUMENTS = [
  ...admit('document', 'status', `${STATUS}, 'erased'`),
  ...admit('erasure', 'kind', `${KIND}, 'document'`),
  `create index "document_by_served_digest" on "document" ("served_sha256") where "served_sha256" is not null`,
  `create index "document_erased" on "document" ("retry_at") where "status" = 'erased'`,
  // The runtime role may not change what was received; an erasure by the office does, and nothing else.
  ...across(
    'erase_document(p_document uuid)',
    'void',
    `update document set status = 'erased', file_name = 'erased', captured_at = null, captured_latitude = null,
       captured_longitude = null, capture_source = null, retry_at = now(), version = version + 1
      where id = p_document and status in ('available', 'refused') and acting_for_office()`,
    { volatile: true },
  ),
  ...across(
    'take_erased_documents()',
    'table (id uuid, sha256 bytea, served_sha256 bytea)',
    `update document set retry_at = now() + interval '1 minute'
      where id in (select id from document where status = 'erased' and retry_at <= now()
                    order by retry_at limit 20 for update skip locked)
     returning id, sha256, served_sha256`,
    { volatile: true },
  ),
  ...across(
    'blob_in_use(p_digest bytea)',
    'boolean',
    `select exists (select from document where sha256 = p_digest and status <> 'erased')
         or exists (select from document where served_sha256 = p_digest and status <> 'erased')`,
  ),
  // Its digest stays: that something was there, and that it was this, can still be proved.
  ...across(
    'settle_erased_document(p_document uuid)',
    'void',
    `delete from document_fingerprint f using document d where f.document_id = p_document and d.id = p_document and d.status = 'erased';
     update document set retry_at = null, served_sha256 = null, served_type = null, served_size = null, width = null,
       height = null, version = version + 1
      where id = p_document and status = 'erased'`,
    { volatile: true },
  ),
];

const ACCESS_BEFORE = `(select acting_for_office())
  or (owns_case(qualification_id) and operation not in ('listSafeguardingNotes', 'writeInterviewNote'))`;
/** Of readings of a document those are told who may see it themselves, so nothing tells of photos of children. */
const ACCESS = `(select acting_for_office()) or (owns_case(qualification_id)
  and operation not in ('listSafeguardingNotes', 'writeInterviewNote', 'listDocumentFindings')
  and case when operation in ('getDocument', 'getDocumentContent', 'getOriginalDocument')
    then exists (select from document d where d.id = item::uuid) else true end)`;

const UP = [
  ...forgetting(NOW),
  ...dropFunctions('drop_expired_answers(integer)'),
  ...FORGET_PERSON,
  ...DOCUMENTS,
  ...replacePolicy('access_log', 'select', ACCESS),
];

const DOWN = [
  ...replacePolicy('access_log', 'select', ACCESS_BEFORE),
  ...dropFunctions(
    'settle_erased_document(uuid)',
    'blob_in_use(bytea)',
    'take_erased_documents()',
    'erase_document(uuid)',
  ),
  'drop index "document_erased"',
  'drop index "document_by_served_digest"',
  // What was erased stays so: to a schema without the word it is a document that was refused.
  'alter table "erasure" disable trigger "erasure_append_only"',
  'set local role selvedge_across',
  `update document set status = 'refused', refusal = 'erased', retry_at = null where status = 'erased'`,
  `delete from erasure where kind = 'document'`,
  'reset role',
  'alter table "erasure" enable trigger "erasure_append_only"',
  ...admit('erasure', 'kind', KIND),
  ...admit('document', 'status', STATUS),
  ...dropFunctions('forget_person(uuid)'),
  ...DROP_EXPIRED_ANSWERS,
  ...forgetting(BEFORE),
];
