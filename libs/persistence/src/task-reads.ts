import { OFFICE } from './case-writes.js';
import { statement, type Database, type Row, type SqlActor } from './database.js';
import { taskConditions, type TaskFilter } from './task-filters.js';

export interface TaskRow {
  readonly qualificationId: string;
  readonly caseNumber: string;
  readonly supplierName: string;
  readonly category: string;
  /** Null for a buyer to whom the supplier did not open the site. */
  readonly province: string | null;
  readonly task: string;
  readonly role: string;
  readonly what: string;
  readonly subject: string;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly otherwise: string;
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
}
/** Whose tasks: of the holder $1 in roles $2, or the person's $3 own. The office is party to every case. */
const OF_HOLDER = `from task t join qualification q on q.id = t.qualification_id join organisation o on o.id = q.supplier_id
     left join site s on s.id = q.site_id and sees_site(s.id, s.supplier_id)
    where t.organisation_id = $1 and t.role = any($2) and (t.person_id is null or t.person_id = $3)
      and (t.organisation_id = '${OFFICE}' or sees_case(t.qualification_id))`;
/** Of tasks `t`, cases `q`, suppliers `o` and sites `s`. */
export const TASK_COLUMNS = `t.qualification_id as "qualificationId", q.case_number as "caseNumber", o.name as "supplierName", q.category,
     s.province, t.task, t.role, t.what, t.subject, t.opened_at as "openedAt", nullif(t.due_at, 'infinity') as "dueAt",
     t.otherwise, t.claimed_by as "claimedBy", (select name from person where id = t.claimed_by) as "claimedByName"`;

export interface TaskPosition {
  readonly dueAt: string;
  readonly qualificationId: string;
  readonly task: string;
}
const FIRST: TaskPosition = { dueAt: '-infinity', qualificationId: OFFICE, task: '' };

/** Somebody whose tasks are asked for. `organisationId` is null for the programme office. */
export interface TaskHolder {
  readonly organisationId: string | null;
  readonly roles: readonly string[];
}

/** What waits for a person, soonest due first. */
export const listTasks = (
  db: Database,
  actor: SqlActor,
  { organisationId, roles }: TaskHolder,
  filter: TaskFilter,
  page: { readonly after?: TaskPosition | undefined; readonly limit: number },
): Promise<readonly TaskRow[]> => {
  const { dueAt, qualificationId, task } = page.after ?? FIRST;
  const { name, sql, values } = taskConditions(filter, 8);
  const list = statement(
    `task-list${name}`,
    `select ${TASK_COLUMNS} ${OF_HOLDER} and (t.due_at, t.qualification_id, t.task) > ($4::timestamptz, $5::uuid, $6::text)${sql}
    order by t.due_at, t.qualification_id, t.task limit $7`,
  );
  const fixed = [organisationId ?? OFFICE, roles, actor.personId, dueAt, qualificationId, task, page.limit];
  return db.run<TaskRow & Row>(actor, list, [...fixed, ...values]);
};

/** How many tasks there are by one of these, or in all when none of them is said. */
export interface TaskCount {
  readonly what: string | null;
  readonly role: string | null;
  readonly category: string | null;
  readonly province: string | null;
  /** Which of the four it is by: also where a case has no province. */
  readonly by: 'all' | 'what' | 'role' | 'category' | 'province';
  readonly tasks: number;
  readonly overdue: number;
  readonly mine: number;
  readonly unclaimed: number;
}
/** Bits of `grouping(what, role, category, province)`: set for what is not grouped by. */
const BY = `case grouping(what, role, category, province)
  when 15 then 'all' when 7 then 'what' when 11 then 'role' when 13 then 'category' else 'province' end`;

/** Counts of the same tasks, the soonest due of them when there are more than `most`. */
export const countTasks = (
  db: Database,
  actor: SqlActor,
  { organisationId, roles }: TaskHolder,
  filter: TaskFilter,
  most: number,
): Promise<readonly TaskCount[]> => {
  const { name, sql, values } = taskConditions(filter, 5);
  const count = statement(
    `task-count${name}`,
    `with waiting as (
       select t.what, t.role, q.category, s.province, t.due_at, t.claimed_by ${OF_HOLDER}${sql} order by t.due_at limit $4)
     select what, role, category, province, ${BY} as by, count(*)::int as tasks,
       count(*) filter (where due_at < now())::int as overdue, count(*) filter (where claimed_by = $3)::int as mine,
       count(*) filter (where claimed_by is null)::int as unclaimed
       from waiting group by grouping sets ((), (what), (role), (category), (province))
      order by 5, tasks desc, 1, 2, 3, 4`,
  );
  return db.run<TaskCount & Row>(actor, count, [
    ...[organisationId ?? OFFICE, roles, actor.personId, most],
    ...values,
  ]);
};
