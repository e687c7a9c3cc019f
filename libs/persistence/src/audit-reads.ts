import type { CaseRelation } from '#domain';
import { ACTING_ROLES, LOG_COLUMNS, THIS_HOUR, WHO_ACTS } from './access-log.js';
import { asToldTo, type CaseRow } from './case-reads.js';
import { statement, type Database, type SqlActor } from './database.js';

export interface AuditSubmissionRow {
  readonly seq: number;
  readonly digest: string;
  readonly hash: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly papers: readonly { readonly paper: string; readonly digest: string }[];
}
const SUBMISSION = statement(
  'audit-submission',
  `select seq, encode(digest, 'hex') as digest, encode(hash, 'hex') as hash, occurred_at as "occurredAt",
     recorded_at as "recordedAt", papers from audit_submission($1)`,
);
/** The journal entry of the last submission, by its digests; for the firm that audits the case, and the office. */
export async function readAuditSubmission(
  db: Database,
  actor: SqlActor,
  id: string,
): Promise<AuditSubmissionRow | undefined> {
  const [row] = await db.run<AuditSubmissionRow & Record<string, unknown>>(actor, SUBMISSION, [id]);
  return row;
}

/** A case as whoever audits it needs it to plan the visit. */
export interface AuditToDoRow extends CaseRow {
  readonly siteName: string;
  readonly address: string;
  readonly province: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly language: 'km' | 'en' | 'zh' | null;
}
const RELATIONS: readonly CaseRelation[] = ['audit-firm'];

/** As the index `qualification_to_audit` says it. The supplier of each that is shown is told who looked. */
const TO_DO = statement(
  'audits-to-do',
  `with page as (
     select q.id, q.case_number as "caseNumber", q.state, o.name as "supplierName", s.name as "siteName", s.address,
            s.province, s.latitude, s.longitude, q.opened_at as "openedAt", q.updated_at as "updatedAt",
            language_of_supplier(q.supplier_id) as language
       from qualification q join organisation o on o.id = q.supplier_id join site s on s.id = q.site_id
      where not q.over and (q.stage = 'assessment' or q.state @? '$.surveillance.visits.*.phase ? (@ == "assigned")')
        and q.state #>> '{audit,auditor,personId}' = $1::text
        and q.state #>> '{audit,auditor,organisationId}' = acting_organisation()::text
        and sees_case(q.id) and q.case_number < $2
      order by q.case_number desc limit $3),
   logged as (insert into access_log (${LOG_COLUMNS})
     select p.id, ${WHO_ACTS}, 'audit-firm', ${ACTING_ROLES}, 'listAudits', '', ${THIS_HOUR}
       from (select id from page order by "caseNumber" desc limit $3 - 1) p on conflict do nothing)
   select * from page order by "caseNumber" desc`,
);
/** Sorts after every case number. */
const AFTER_ALL = 'T';

/** A page of what an auditor has to do: audits until the assessment is over, and surveillance visits. Newest case first. */
export async function listAudits(
  db: Database,
  actor: SqlActor,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly AuditToDoRow[]> {
  const values = [actor.personId, page.before ?? AFTER_ALL, page.limit];
  const rows = await db.run<AuditToDoRow & Record<string, unknown>>(actor, TO_DO, values);
  return rows.map((row) => asToldTo({ ...row, relations: RELATIONS, sections: [] }, actor));
}
