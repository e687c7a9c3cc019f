import { listOfficeTasks, listTasks, type OfficeTaskView, type TaskView } from '#client';
import { day, duty, otherwise } from '../demo/wording.js';
import { answerTo } from './asking.js';
import { orDash, paged, pageLines, show, type Group, type PageOptions } from './terminal.js';

const waiting = pageLines<TaskView>(
  ['number', 'supplier', 'what', 'which', 'by', 'else'],
  ({ caseNumber, supplierName, what, subject, dueAt, otherwise: else_ }) => [
    ...[caseNumber, supplierName, duty(what), subject],
    ...[dueAt ? day(dueAt) : '-', otherwise(else_)],
  ],
);
const office = pageLines<OfficeTaskView>(['task', 'kind', 'about', 'since'], (task) => [
  ...[task.id, task.kind.replaceAll('-', ' '), orDash(task.subject), day(task.openedAt)],
]);

/** `tasks list` */
export const tasks: Group = (program, deskOf) => {
  const group = program.command('tasks').description('what waits for somebody');
  paged(group.command('list').description('what waits for you'))
    .option('--office', "the programme office's own tasks, which are about no duty of a case")
    .action(async ({ office: ofOffice, ...query }: PageOptions & { office?: true }) => {
      const desk = deskOf();
      const { client } = desk;
      if (ofOffice) show(desk, await answerTo(listOfficeTasks({ client, query })), office);
      else show(desk, await answerTo(listTasks({ client, query })), waiting);
    });
};
