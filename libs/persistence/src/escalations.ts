import { OFFICE } from './case-writes.js';
import { statement, type Database, type Row, type SqlActor } from './database.js';
import { TASK_COLUMNS, type TaskPosition, type TaskRow } from './task-reads.js';
import { taskConditions, type TaskFilter } from './task-filters.js';

/** A duty of whoever it may be that is past its due date. */
export interface EscalationRow extends TaskRow {
  readonly dueAt: Date;
  readonly supplierId: string;
  /** The organisation that holds the ball, null for the programme office; and the person, where only one may act. */
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
}
export type EscalationFilter = Pick<TaskFilter, 'what' | 'role' | 'category' | 'province'>;

/** What is past its due date in all cases, longest first; to nobody but the programme office. */
export function listEscalations(
  db: Database,
  actor: SqlActor,
  filter: EscalationFilter,
  page: { readonly after?: TaskPosition | undefined; readonly limit: number },
): Promise<readonly EscalationRow[]> {
  const { name, sql, values } = taskConditions(filter, 5);
  const { dueAt, qualificationId, task } = page.after ?? {
    dueAt: '-infinity',
    qualificationId: OFFICE,
    task: '',
  };
  const list = statement(
    `escalation-list${name}`,
    `select ${TASK_COLUMNS}, q.supplier_id as "supplierId", h.id as "holderId", h.name as "holderName",
       t.person_id as "personId", (select name from person where id = t.person_id) as "personName"
       from task t join qualification q on q.id = t.qualification_id join organisation o on o.id = q.supplier_id
       join site s on s.id = q.site_id left join organisation h on h.id = t.organisation_id
      where t.due_at < now() and (t.due_at, t.qualification_id, t.task) > ($1::timestamptz, $2::uuid, $3::text)${sql}
      order by t.due_at, t.qualification_id, t.task limit $4`,
  );
  return db.run<EscalationRow & Row>(actor, list, [dueAt, qualificationId, task, page.limit, ...values]);
}
