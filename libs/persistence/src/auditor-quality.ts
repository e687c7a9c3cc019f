import type { AuditedCase, Hand, TieWarning, ShadowVerdict, Tie } from '#domain';
import { statement, type Database, type SqlActor } from './database.js';

const TIES = statement(
  'ties-of-case',
  `select kind, organisation_id as "organisationId" from ties_of_auditor($1, $2::uuid, $3::uuid)
   union all select kind, organisation_id from notices_of_case($1, $3::uuid)`,
);
/** What ties somebody who audits a case to its parties, and what else should be known of those; of nobody, only the latter. */
export const readTies = (db: Database, actor: SqlActor, id: string, auditor: Hand | undefined) =>
  db.run<(Tie | TieWarning) & Record<string, unknown>>(actor, TIES, [
    id,
    auditor?.personId ?? null,
    auditor?.organisationId ?? null,
  ]) as Promise<readonly (Tie | TieWarning)[]>;

/**
 * SQL: who handed in the first or the last audit of a case, as `Hand`. Who is assigned to it may be another one by now: an
 * auditor of a later visit, or of whatever was reassigned.
 */
export const auditedBy = (qualificationId: string, which: 'min' | 'max'): string =>
  `(select jsonb_build_object('personId', j.payload::jsonb->'actor'->'personId',
       'organisationId', j.payload::jsonb->'actor'->'organisationId') from journal_entry j
     where j.qualification_id = ${qualificationId} and j.payload like '%"command":"submit-audit"%'
     order by j.seq ${which === 'min' ? 'asc' : 'desc'} limit 1)`;

/** SQL: who audited the site of case $1 for its category before, the latest of three cycles first. */
export const EARLIER_AUDITORS = `(select jsonb_agg(cycle.hand order by cycle.case_number desc) from (
       select q.case_number, coalesce(${auditedBy('q.id', 'max')}, q.state->'audit'->'auditor') as hand from qualification q join qualification here on here.id = $1
        where q.site_id = here.site_id and q.category = here.category and q.id <> here.id
          and q.state->'audit'->>'phase' = 'submitted' and q.state->'audit'->'auditor' is not null
        order by q.case_number desc limit 3) cycle)`;

/** SQL: number of the journal entry with which the audit of case `q` was last submitted. */
export const LAST_SUBMISSION = `(select max(seq) from journal_entry
  where qualification_id = q.id and payload like '%"command":"submit-audit"%')`;

/** How many audits of all firms are looked at, the latest ones. */
const WINDOW = 1000;
/** When a command was first or last given in case `q`: canonical JSON has one spelling for it. */
const given = (command: string, which: 'min' | 'max', also = ''): string =>
  `(select ${which}(occurred_at) from journal_entry
     where qualification_id = q.id and payload like '%"command":"${command}"%' ${also})`;

const AUDITS = statement(
  'audited-cases',
  `select q.id as "qualificationId", handed.hand->>'personId' as "auditorId", handed.hand->>'organisationId' as "firmId",
     q.category, q.findings, t.submitted as "submittedAt",
     (select count(*)::integer from fact f where f.qualification_id = q.id and f.paper = 'audit'
        and f.content->>'value' <> 'not-applicable') as asked,
     (select (f.content->>'workers')::integer from fact f
       where f.qualification_id = q.id and f.paper = 'application' and f.item = 'profile') as workers,
     extract(epoch from t.submitted - t.started)::float8 / 3600 as hours,
     (select case when count(*) > 1 then extract(epoch from max(d.captured_at) - min(d.captured_at))::float8 / 3600 end
        from document_link l join document d on d.id = l.document_id
       where l.qualification_id = q.id and l.target = 'answer' and d.capture_source = 'photo') as "photoHours",
     (select case when a.submission = ${LAST_SUBMISSION} then a.verdict end
        from shadow_audit a where a.qualification_id = q.id order by a.submission desc limit 1) as "shadowVerdict"
     from (select id, category, case_number,
             jsonb_array_length(state->'audit'->'findings') as findings
             from qualification
            where state->'audit'->>'phase' = 'submitted' and state->'audit'->'auditor' is not null
            order by case_number desc limit ${WINDOW}) q
     cross join lateral (select ${auditedBy('q.id', 'min')} as hand) handed
     cross join lateral (select ${given('submit-audit', 'min')} as submitted) s
     cross join lateral (
       select s.submitted, ${given('start-audit', 'max', 'and occurred_at <= s.submitted')} as started) t
    order by q.case_number desc`,
);

export type AuditRow = AuditedCase & {
  readonly submittedAt: Date | null;
  /** What came of looking at its last submission once more; null while nobody has. */
  readonly shadowVerdict: ShadowVerdict | null;
};
/** The latest submitted audits of all firms, for the office: whoever else asks sees only its own cases. */
export const readAudits = (db: Database, actor: SqlActor) =>
  db.run<AuditRow & Record<string, unknown>>(actor, AUDITS, []) as Promise<readonly AuditRow[]>;
