import { STUCK_REASONS, type StuckReason } from '#domain';
import { OFFICE } from './case-writes.js';
import { statement, type Database, type Row, type SqlActor } from './database.js';

export interface StuckCase {
  readonly qualificationId: string;
  readonly caseNumber: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly category: string;
  readonly stage: string;
  readonly substate: string;
  readonly reason: StuckReason;
  /** Which check, command, event, document or year; empty where it is the case itself. */
  readonly subject: string;
  readonly since: Date | null;
}
export interface StuckPosition {
  readonly caseNumber: string;
  readonly reason: string;
  readonly subject: string;
}

/** One page of cases from $1 on, which may have been shown already; no reason looks at more of them. */
const CASES = (condition: string): string =>
  `from qualification where ${condition} and case_number >= $1 order by case_number limit $4 + 1`;
const TASK = (kind: string): string => `from office_task t where t.kind = '${kind}' and t.closed_at is null`;
const OF_DOCUMENT = (
  kind: string,
): string => `select distinct l.qualification_id, t.subject, t.opened_at as since
   from document_link l join office_task t on l.document_id = t.subject::uuid
  where t.kind = '${kind}' and t.closed_at is null and l.ended_at is null`;

/** For each reason the cases that it is true of: id, what of them, and since when. */
const FOUND: Readonly<Record<StuckReason, string>> = {
  parked: `select id as qualification_id, '' as subject, (state->>'enteredAt')::timestamptz as since
    ${CASES(`state->'parked' = 'true' and stage = 'pilot-order' and substate = 'ready'`)}`,
  'workflow-missing': `select t.subject::uuid, '', t.opened_at ${TASK('workflow-missing')}`,
  'clock-behind': `select id, '', next_step_at ${CASES(`not over and next_step_at < now() - interval '10 minutes'`)}`,
  'command-pending': `select qualification_id, type, min(since) from commands_waiting(now() - interval '2 minutes') group by 1, 2`,
  'check-error': `select q.id, c.key, (select max(recorded_at) from compliance_check_run r
       where r.qualification_id = q.id and r.kind = c.key and r.verdict = 'ERROR')
    from (select id, state ${CASES(`not over and state @? '$.checks.*.verdict ? (@ == "ERROR")'`)}) q
    cross join jsonb_each(q.state->'checks') c where c.value->>'verdict' = 'ERROR'`,
  'event-parked': `select qualification_id, type, min(parked_at) from outbox_event where parked_at is not null group by 1, 2`,
  'document-not-examined': OF_DOCUMENT('document-not-examined'),
  'document-bytes-missing': OF_DOCUMENT('document-bytes-missing'),
  'holidays-missing': `select qualification_id, subject, opened_at from task
    where organisation_id = '${OFFICE}' and what = 'holidays-missing'`,
};

const listOf = (reasons: readonly StuckReason[]) =>
  statement(
    // Names of statements are cut after 63 bytes.
    `stuck-cases-${reasons.map((reason) => STUCK_REASONS.indexOf(reason)).join('')}`,
    `with found (reason, qualification_id, subject, since) as (
       ${reasons.map((reason) => `select '${reason}', f.* from (${FOUND[reason]}) f`).join('\n       union all ')})
     select f.qualification_id as "qualificationId", q.case_number as "caseNumber", q.supplier_id as "supplierId",
       o.name as "supplierName", q.category, q.stage, q.substate, f.reason, f.subject, f.since
       from found f join qualification q on q.id = f.qualification_id join organisation o on o.id = q.supplier_id
      where (q.case_number, f.reason, f.subject) > ($1::text, $2::text, $3::text)
      order by q.case_number, f.reason, f.subject limit $4::integer`,
  );

/**
 * Cases that do not go on, the oldest first, each with every reason for it; to nobody but the programme office.
 * @param reasons only for these; for all when none is named
 */
export function listStuckCases(
  db: Database,
  actor: SqlActor,
  reasons: readonly StuckReason[],
  page: { readonly after?: StuckPosition | undefined; readonly limit: number },
): Promise<readonly StuckCase[]> {
  const wanted = STUCK_REASONS.filter((reason) => reasons.length === 0 || reasons.includes(reason));
  const { caseNumber = '', reason = '', subject = '' } = page.after ?? {};
  return db.run<StuckCase & Row>(actor, listOf(wanted), [caseNumber, reason, subject, page.limit]);
}
