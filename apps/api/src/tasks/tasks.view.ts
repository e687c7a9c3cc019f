import { MOST_TASKS_COUNTED, type OfficeTaskView, type TaskCountsView, type TaskView } from '#contracts';
import { officeTaskKind } from '#domain';
import type { OfficeTaskRow, TaskCount, TaskRow } from '#persistence';

export const taskView = (row: TaskRow): TaskView => ({
  ...row,
  openedAt: row.openedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
});

type By = keyof TaskCountsView['by'];
/** Tasks of which this is not known, the province of a site that is not told say, are counted in the sum alone. */
const countedBy = (rows: readonly TaskCount[], by: By): TaskCountsView['by'][By] =>
  rows.flatMap((row) => {
    const value = row[by];
    return row.by === by && value !== null ? [{ value, tasks: row.tasks, overdue: row.overdue }] : [];
  });

/** @param rows counted up to one more than are told */
export function taskCountsView(rows: readonly TaskCount[]): TaskCountsView {
  const all = rows.find(({ by }) => by === 'all');
  const { tasks = 0, overdue = 0, mine = 0, unclaimed = 0 } = all ?? {};
  const by = (name: By) => countedBy(rows, name);
  return {
    ...{ tasks, overdue, mine, unclaimed },
    complete: tasks <= MOST_TASKS_COUNTED,
    by: { what: by('what'), role: by('role'), category: by('category'), province: by('province') },
  };
}

/** The subject of a task begins with the id of what it is about, where that has one. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

export function officeTaskView({ id, kind, subject, openedAt }: OfficeTaskRow): OfficeTaskView {
  const known = officeTaskKind(kind);
  return {
    ...{ id, kind, subject },
    about: known ? { what: known.about, id: ID.exec(subject)?.[0] ?? null } : null,
    byHand: known?.byHand ?? false,
    openedAt: openedAt.toISOString(),
  };
}
