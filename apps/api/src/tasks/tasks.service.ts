import { Injectable } from '@nestjs/common';
import {
  MOST_TASKS_COUNTED,
  type OfficeTaskQuery,
  type OfficeTaskView,
  type TaskCountsView,
  type TaskFilterQuery,
  type TaskQuery,
  type TaskView,
} from '#contracts';
import { SETTLED_OFFICE_TASKS, type Person } from '#domain';
import {
  countTasks,
  Database,
  listOfficeTasks,
  listTasks,
  settleOfficeTask,
  type TaskFilter,
  type TaskHolder,
} from '#persistence';
import { decodeCursor, notFound, pageOf, ProblemException, type Page } from '#platform';
import { z } from 'zod';
import { placeOfTask, TaskCursor } from './tasks.cursor.js';
import { officeTaskView, taskCountsView, taskView } from './tasks.view.js';

/** As PostgreSQL writes an instant: a Date would lose the microseconds, and the page would begin with its last row again. */
const exactly = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/);
const OfficeCursor = z.object({ openedAt: exactly, id: z.uuid() });

const holderOf = ({ organisationKind, organisationId, roles }: Person): TaskHolder => ({
  organisationId: organisationKind === 'programme-office' ? null : organisationId,
  roles,
});
const filterOf = ({ what, overdue, ...asked }: TaskFilterQuery): TaskFilter => ({
  ...asked,
  what: what === undefined ? undefined : [what].flat(),
  overdue: overdue === 'true',
});

/** My tasks: what waits for me and the roles I hold, soonest due first. */
@Injectable()
export class TasksService {
  constructor(private readonly db: Database) {}

  async list(actor: Person, { cursor, limit, ...asked }: TaskQuery): Promise<Page<TaskView>> {
    const page = { after: decodeCursor(cursor, TaskCursor), limit: limit + 1 };
    const rows = await listTasks(this.db, actor, holderOf(actor), filterOf(asked), page);
    return pageOf(rows, limit, taskView, placeOfTask);
  }

  /** How many there are in all, and by what one might narrow the list to. */
  async count(actor: Person, asked: TaskFilterQuery): Promise<TaskCountsView> {
    const most = MOST_TASKS_COUNTED + 1;
    return taskCountsView(await countTasks(this.db, actor, holderOf(actor), filterOf(asked), most));
  }

  /** Matters that no single case can hold: a case whose workflow is lost, say. */
  async office(actor: Person, { kind, cursor, limit }: OfficeTaskQuery): Promise<Page<OfficeTaskView>> {
    const page = { after: decodeCursor(cursor, OfficeCursor), limit: limit + 1 };
    const rows = await listOfficeTasks(this.db, actor, kind, page);
    return pageOf(rows, limit, officeTaskView, ({ openedExactly, id }) => ({ openedAt: openedExactly, id }));
  }

  /**
   * An officer says that such a matter is done.
   * @throws ProblemException 409 when it ends by itself, with what it is about
   */
  async settle(officer: Person, id: string): Promise<void> {
    const settled = await settleOfficeTask(this.db, officer, id, SETTLED_OFFICE_TASKS);
    if (settled === undefined) throw notFound('office task');
    if (!settled) throw new ProblemException('status-differs');
  }
}
