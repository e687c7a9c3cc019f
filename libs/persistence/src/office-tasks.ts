import { OFFICE } from './case-writes.js';
import { statement, type Database, type Row, type SqlActor } from './database.js';

export interface OfficeTaskRow {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly openedAt: Date;
  /** `openedAt` to the microsecond, as PostgreSQL orders by it. */
  readonly openedExactly: string;
}
/** Open ones in the order in which they were opened; $4 is a kind. */
const listOf = (kind: string | undefined) =>
  statement(
    `office-task-list${kind === undefined ? '' : '-kind'}`,
    `select id, kind, subject, opened_at as "openedAt", opened_at::text as "openedExactly" from office_task
      where closed_at is null and (opened_at, id) > ($1::timestamptz, $2::uuid)${kind === undefined ? '' : ' and kind = $4'}
      order by opened_at, id limit $3`,
  );
export const listOfficeTasks = (
  db: Database,
  actor: SqlActor,
  kind: string | undefined,
  page: {
    readonly after?: { readonly openedAt: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly OfficeTaskRow[]> =>
  db.run<OfficeTaskRow & Row>(actor, listOf(kind), [
    ...[page.after?.openedAt ?? '-infinity', page.after?.id ?? OFFICE, page.limit],
    ...(kind === undefined ? [] : [kind]),
  ]);

/** What was there before is answered too: to settle it twice is to settle it. */
const SETTLE = statement(
  'office-task-settle',
  `with closed as (
     update office_task set closed_at = now(), closed_by = $2 where id = $1 and closed_at is null and kind = any($3) returning id)
   select kind, closed_at is not null or exists (select from closed) as settled from office_task where id = $1`,
);
/**
 * An officer says that it is done.
 * @param kinds those that are settled so
 * @returns nothing when there is no such task; false when it is of another kind and open
 */
export async function settleOfficeTask(
  db: Database,
  officer: SqlActor,
  id: string,
  kinds: readonly string[],
): Promise<boolean | undefined> {
  const [row] = await db.run<{ settled: boolean }>(officer, SETTLE, [id, officer.personId, kinds]);
  return row?.settled;
}
