import { OFFICE } from './case-writes.js';
import { statement, type Database, type SqlActor } from './database.js';

export interface TaskRow {
  readonly qualificationId: string;
  readonly caseNumber: string;
  readonly supplierName: string;
  readonly task: string;
  readonly role: string;
  readonly what: string;
  readonly subject: string;
  readonly dueAt: Date | null;
  readonly otherwise: string;
  readonly claimedBy: string | null;
}
const TASKS = statement(
  'task-list',
  `select t.qualification_id as "qualificationId", q.case_number as "caseNumber", o.name as "supplierName", t.task,
     t.role, t.what, t.subject, nullif(t.due_at, 'infinity') as "dueAt", t.otherwise, t.claimed_by as "claimedBy"
     from task t join qualification q on q.id = t.qualification_id join organisation o on o.id = q.supplier_id
    where t.organisation_id = $1 and t.role = any($2) and (t.person_id is null or t.person_id = $3) and sees_case(t.qualification_id)
      and (t.due_at, t.qualification_id, t.task) > ($4::timestamptz, $5::uuid, $6::text)
    order by t.due_at, t.qualification_id, t.task limit $7`,
);
export interface TaskPosition {
  readonly dueAt: string;
  readonly qualificationId: string;
  readonly task: string;
}
const FIRST: TaskPosition = { dueAt: '-infinity', qualificationId: OFFICE, task: '' };

/** What waits for a person, soonest due first. `organisationId` is null for the programme office. */
export const listTasks = (
  db: Database,
  actor: SqlActor,
  holder: { readonly organisationId: string | null; readonly roles: readonly string[] },
  page: { readonly after?: TaskPosition | undefined; readonly limit: number },
) => {
  const { dueAt, qualificationId, task } = page.after ?? FIRST;
  return db.run<TaskRow & Record<string, unknown>>(actor, TASKS, [
    holder.organisationId ?? OFFICE,
    holder.roles,
    actor.personId,
    dueAt,
    qualificationId,
    task,
    page.limit,
  ]) as Promise<readonly TaskRow[]>;
};

export interface OfficeTaskRow {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly openedAt: Date;
  /** `openedAt` to the microsecond, as PostgreSQL orders by it. */
  readonly openedExactly: string;
}
const OFFICE_TASKS = statement(
  'office-task-list',
  `select id, kind, subject, opened_at as "openedAt", opened_at::text as "openedExactly" from office_task
    where closed_at is null and (opened_at, id) > ($1::timestamptz, $2::uuid) order by opened_at, id limit $3`,
);
export const listOfficeTasks = (
  db: Database,
  actor: SqlActor,
  page: {
    readonly after?: { readonly openedAt: string; readonly id: string } | undefined;
    readonly limit: number;
  },
) =>
  db.run<OfficeTaskRow & Record<string, unknown>>(actor, OFFICE_TASKS, [
    page.after?.openedAt ?? '-infinity',
    page.after?.id ?? FIRST.qualificationId,
    page.limit,
  ]) as Promise<readonly OfficeTaskRow[]>;
