import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect, replacePolicy, type Policies } from './security.js';

/** What workers told and what was found about children, sealed; and journal entries that suppliers are not told yet. */
export class Safeguard1764000400000 implements MigrationInterface {
  name = 'Safeguard1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const ORGANISATION = '(select acting_organisation())';
const PERSON = '(select acting_person())';
const WITHIN = '(acting_case() is not null and qualification_id = (select case_at_work()))';

const NOTES = [
  `create table "safeguarding_note" (
     "id" uuid not null,
     "version" integer not null constraint "safeguarding_note_version_check" check ("version" > 0),
     "qualification_id" uuid not null references "qualification" ("id"),
     "kind" text not null
       constraint "safeguarding_note_kind_check" check ("kind" in ('interview', 'child-found', 'child-safe', 'verdict')),
     "position" bigint generated always as identity,
     "sealed" text not null constraint "safeguarding_note_sealed_check" check (length("sealed") between 1 and 100000),
     "salt" bytea not null,
     "digest" bytea not null,
     "written_by" uuid not null,
     "organisation_id" uuid not null,
     "occurred_at" timestamptz not null,
     "recorded_at" timestamptz not null default now(),
     primary key ("id", "version"))`,
  `create index "safeguarding_note_by_case" on "safeguarding_note" ("qualification_id", "id", "version")`,
  `create trigger "safeguarding_note_append_only" before update or delete or truncate on "safeguarding_note"
     for each statement execute function "refuse_change"()`,
];

/** Whoever audits the case now, in the name of the firm they audit for. */
const AUDITS = `exists (select from qualification q where q.id = qualification_id
  and q.state #>> '{audit,auditor,personId}' = ${PERSON}::text
  and q.state #>> '{audit,auditor,organisationId}' = ${ORGANISATION}::text)`;
const NOTE_POLICIES: Policies = {
  select: `${OFFICE} or ${WITHIN} or ${AUDITS}`,
  insert: `organisation_id = ${ORGANISATION} and written_by = ${PERSON}
    and ((kind in ('interview', 'child-found') and ${AUDITS}) or (kind in ('child-safe', 'verdict') and ${OFFICE}))`,
};

/** What is closed to the supplier in this state: `closedSeals` of the rules, written with every decision. */
const SEALS = [
  `alter table "journal_entry" add column "seal" text not null default 'open'
     constraint "journal_entry_seal_check" check ("seal" in ('open', 'assessment', 'safeguarding', 'internal'))`,
  `alter table "outbox_event" add column "seal" text not null default 'open'
     constraint "outbox_event_seal_check" check ("seal" in ('open', 'assessment', 'safeguarding', 'internal'))`,
  `alter table "qualification" add column "closed_seals" text[] not null default '{assessment,safeguarding,internal}'`,
];
/** An unsigned assessment that is under way, or was left by the supplier; or a finding that nobody judged. */
const UNTOLD = `(state->>'at' in ('IN_ASSESSMENT', 'ASSESSMENT_REVIEW', 'WITHDRAWN')
    and not coalesce((state #>> '{audit,signed}')::boolean, false))
  or jsonb_path_exists(state, '$.audit.zeroTolerance.* ? (@ == "provisional")')`;
/**
 * What entries of before would be sealed with, by `sealOf` and `closedSeals` of the rules as they are now. They are read
 * as text, so that one that somebody spoiled does not stop the migration.
 */
const SEAL_WHAT_WAS = [
  'alter table "journal_entry" disable trigger "journal_entry_append_only"',
  'set local role selvedge_across',
  `update journal_entry j set seal = s.seal from qualification q, journal_entry e, lateral (select case
       when e.payload ~ '"command":"(claim|release|delegate)-task"'
         and e.payload !~ ('"actor":\\{"organisationId":"' || q.supplier_id || '"') then 'internal'
       when e.payload ~ '"command":"withdraw-from-audit"|pressure-on-auditor' then 'internal'
       when e.payload ~ '"command":"submit-audit"' then 'assessment'
       when e.payload ~ '"(child-found|child-safe|safeguarding)"' then 'safeguarding'
       when e.payload ~ 'zero-tolerance' then 'assessment'
       else 'open' end as seal) s
    where e.qualification_id = q.id and j.qualification_id = e.qualification_id and j.seq = e.seq and s.seal <> 'open'`,
  `update outbox_event o set seal = j.seal from journal_entry j
    where j.qualification_id = o.qualification_id and j.seq = o.seq and j.seal <> 'open'`,
  `update qualification set closed_seals = array_remove(array[case when ${UNTOLD} then 'assessment' end,
     case when ${UNTOLD} or state #>> '{safeguarding,phase}' = 'unsafe' then 'safeguarding' end, 'internal'], null)`,
  'reset role',
  'alter table "journal_entry" enable trigger "journal_entry_append_only"',
];
const ENTRY_BEFORE = `${OFFICE} or owns_case(qualification_id) or ${WITHIN}`;
const ENTRY = `${OFFICE} or ${WITHIN} or exists (select from qualification q
  where q.id = qualification_id and q.supplier_id = ${ORGANISATION} and seal <> all (q.closed_seals))`;
const SEALED_ENTRIES = 'sealed_entries(p_case uuid, p_after integer, p_limit integer)';

const UP = [
  ...NOTES,
  ...protect('safeguarding_note', NOTE_POLICIES),
  ...SEALS,
  ...SEAL_WHAT_WAS,
  ...replacePolicy('journal_entry', 'select', ENTRY),
  // A supplier keeps the whole chain in sight: of what it is not told, the place, the hash and the digest. A case that
  // is over for the supplier ends with the entry that ended it, though the office may go on to care for a child.
  ...across(
    SEALED_ENTRIES,
    'table (seq integer, hash bytea, payload_digest bytea, occurred_at timestamptz, recorded_at timestamptz)',
    `select j.seq, j.hash, j.payload_digest, j.occurred_at, j.recorded_at
       from qualification q join journal_entry j on j.qualification_id = q.id
      where q.id = p_case and q.supplier_id = acting_organisation() and j.seal = any (q.closed_seals)
        and j.seq > p_after
        and ('safeguarding' <> all (q.closed_seals) or j.seq <= coalesce((q.state #>> '{safeguarding,ended,seq}')::integer, j.seq))
      order by j.seq limit p_limit`,
  ),
];

const DOWN = [
  ...dropFunctions('sealed_entries(uuid, integer, integer)'),
  ...replacePolicy('journal_entry', 'select', ENTRY_BEFORE),
  'alter table "qualification" drop column "closed_seals"',
  'alter table "outbox_event" drop column "seal"',
  'alter table "journal_entry" drop column "seal"',
  'drop table "safeguarding_note"',
];
