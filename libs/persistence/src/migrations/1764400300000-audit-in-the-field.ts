import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, ACROSS, APP, dropFunctions } from './security.js';

/**
 * Audits that are done without a network: who reads their meetings, what a submission received, whose audits are to do, why a
 * session ended, and uploads that begin again under the id that their sender gave them.
 */
export class AuditInTheField1764400300000 implements MigrationInterface {
  name = 'AuditInTheField1764400300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** Who signed for the site is the auditor's and the office's to know; the case itself reads it for its decisions. */
const MEETINGS = `create policy "fact_select_meetings" on "fact" for select to ${APP}
  using (paper = 'audit-meetings' and (select acting_kind()) = 'audit-firm' and sees_case(qualification_id))`;

const FUNCTIONS = [
  // Digests only: the entry itself stays where it is. For the firm that audits the case, and the office.
  ...across(
    'audit_submission(p_case uuid)',
    'table (seq integer, hash bytea, digest bytea, occurred_at timestamptz, recorded_at timestamptz, papers jsonb)',
    `select j.seq, j.hash, j.payload_digest, j.occurred_at, j.recorded_at,
            (select coalesce(jsonb_agg(jsonb_build_object('paper', r->>'paper', 'digest', r->>'digest')), '[]')
               from jsonb_array_elements(j.payload::jsonb->'reliedOn') r)
       from journal_entry j
      where j.qualification_id = p_case and j.payload::jsonb->>'command' = 'submit-audit'
        and (acting_for_office() or exists (select from qualification_party p
          where p.qualification_id = p_case and p.organisation_id = acting_organisation() and p.relation = 'audit-firm'))
      order by j.seq desc limit 1`,
  ),
  // A code: which language a supplier that the asker sees is spoken to in.
  ...across(
    'language_of_supplier(p_supplier uuid)',
    'text',
    `select p.language from membership m join person p on p.id = m.person_id
      where m.organisation_id = p_supplier and m.ended_at is null and p.erased_at is null
        and sees_organisation(p_supplier, 'supplier')
      order by m.created_at, m.person_id limit 1`,
  ),
  // A code, to whoever holds the secret of the session.
  ...across(
    'end_of_session(p_hash bytea)',
    'text',
    'select end_reason from session where token_hash = p_hash',
  ),
];

/** What an auditor may have to do, of whatever case: few of all that there are. */
const TO_AUDIT = `not "over" and ("stage" = 'assessment'
  or "state" @? '$.surveillance.visits.*.phase ? (@ == "assigned")')`;

/** A day counts from when an upload was begun the last time. */
const unfinishedSince = (column: string): string[] =>
  across(
    'take_unfinished_uploads()',
    'table (id uuid, person_id uuid, organisation_id uuid, size bigint, expired boolean)',
    `update document set retry_at = now() + interval '1 minute'
      where id in (select id from document where status = 'receiving' and retry_at <= now()
                    order by retry_at limit 50 for update skip locked)
     returning id, uploaded_by, uploader_organisation_id, size, ${column} < now() - interval '24 hours'`,
    { volatile: true },
  );
/** What became of a document stays as it is; but one of which nothing arrived in its time may be begun again. */
const onlyReceived = (but: string): string[] => [
  'drop trigger "document_received" on "document"',
  `create trigger "document_received" before update on "document" for each row
     when (current_user = '${APP}' and case old.status when 'receiving' then new.status = 'available'
       else ${but} (new.status, new.refusal, new.sha256, new.received_at) is distinct from
            (old.status, old.refusal, old.sha256, old.received_at) end)
     execute function "refuse_change"()`,
];
const BEGUN_AGAIN = `not (old.status = 'refused' and old.refusal = 'upload-expired' and old.sha256 is null
  and new.status = 'receiving' and new.refusal is null and new.sha256 is null and new.received_at is null) and`;

const UP = [
  MEETINGS,
  ...FUNCTIONS,
  `create index "qualification_to_audit" on "qualification" ("case_number") where ${TO_AUDIT}`,
  'alter table "document" add column "begun_at" timestamptz not null default now()',
  `set local role ${ACROSS}`,
  "update document set begun_at = created_at where status = 'receiving'",
  'reset role',
  `grant update (begun_at) on "document" to ${APP}`,
  ...unfinishedSince('begun_at'),
  ...onlyReceived(BEGUN_AGAIN),
];

const DOWN = [
  ...onlyReceived(''),
  ...unfinishedSince('created_at'),
  'alter table "document" drop column "begun_at"',
  'drop index "qualification_to_audit"',
  ...dropFunctions('end_of_session(bytea)', 'language_of_supplier(uuid)', 'audit_submission(uuid)'),
  'drop policy "fact_select_meetings" on "fact"',
];
