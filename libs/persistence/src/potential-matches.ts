import type { CaseState, CheckKind } from '#domain';
import { ACTING_ROLES, LOG_COLUMNS, THIS_HOUR, WHO_ACTS } from './access-log.js';
import { OFFICE } from './case-writes.js';
import { statement, type Database, type Row, type SqlActor } from './database.js';
import type { PersonalData, SubjectKeys } from './personal-data.js';
import { CHECK_RUN_KEYS, type CheckRunRow } from './record-reads.js';
import { taskConditions, type TaskFilter } from './task-filters.js';
import { TASK_COLUMNS, type TaskPosition, type TaskRow } from './task-reads.js';

/** A check of a case that waits for officers because names on lists may mean its parties. */
export interface MatchRow extends TaskRow {
  readonly subject: CheckKind;
  readonly supplierId: string;
  readonly state: CaseState;
  readonly run: Pick<CheckRunRow, 'explanation'>;
}
/** What officers do about hits. */
const DUTIES = `'{resolve-check,confirm-clearing,confirm-check-failure}'`;
const IN_ORDER = `order by coalesce("dueAt", 'infinity'), "qualificationId", task`;
/** Told to the supplier as what it is a part of: that there is something to match is between officers. */
const TOLD_AS = 'listComplianceChecks';

const listOf = ({ name, sql }: ReturnType<typeof taskConditions>) =>
  statement(
    `potential-match-list${name}`,
    `with page as (
       select ${TASK_COLUMNS}, q.supplier_id as "supplierId", q.state
         from task t join qualification q on q.id = t.qualification_id join organisation o on o.id = q.supplier_id
         join site s on s.id = q.site_id
        where t.organisation_id = '${OFFICE}' and t.what = any(${DUTIES})
          and jsonb_array_length(coalesce(q.state->'checks'->t.subject->'hits', '[]')) > 0 and $3::uuid is not null
          and (t.due_at, t.qualification_id, t.task) > ($1::timestamptz, $2::uuid, $4::text)${sql}
        order by t.due_at, t.qualification_id, t.task limit $5),
     told as (insert into access_log (${LOG_COLUMNS})
       select distinct p."qualificationId", ${WHO_ACTS}, 'programme-office', ${ACTING_ROLES}, '${TOLD_AS}', '', ${THIS_HOUR}
         from (select * from page ${IN_ORDER} limit $5 - 1) p
       on conflict do nothing)
     select p.*, r.explanation, r.keys from page p left join lateral (
       select explanation, ${CHECK_RUN_KEYS} as keys from compliance_check_run
        where qualification_id = p."qualificationId" and kind = p.subject order by recorded_at desc limit 1) r on true
      ${IN_ORDER}`,
  );

type Stored = Omit<MatchRow, 'run'> & {
  readonly explanation: CheckRunRow['explanation'] | null;
  readonly keys: SubjectKeys | null;
};

/** The queue of hits that officers decide on, soonest due first; the last row only tells that there is more. */
export async function listPotentialMatches(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  filter: TaskFilter,
  page: { readonly after?: TaskPosition | undefined; readonly limit: number },
): Promise<readonly MatchRow[]> {
  const conditions = taskConditions(filter, 6);
  const { dueAt = '-infinity', qualificationId = OFFICE, task = '' } = page.after ?? {};
  const values = [dueAt, qualificationId, actor.personId, task, page.limit, ...conditions.values];
  const rows = await db.run<Stored & Row>(actor, listOf(conditions), values);
  return Promise.all(
    rows.map(async ({ explanation, keys, ...row }) => {
      const { value } = await personal.open(explanation ?? [], keys);
      return { ...row, run: { explanation: value } };
    }),
  );
}
