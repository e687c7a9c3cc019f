import { CASE_ROLES, OFFICE_TASK_ABOUT } from '#domain';
import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { code, id, instant, oneOrMore } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';
import { province } from './suppliers.contract.js';

/** What a list of tasks may be narrowed to, as it stands in an address. */
export const taskFilter = {
  what: oneOrMore(code, 20)
    .optional()
    .meta({ description: 'Only tasks of this kind; repeat it for several.' }),
  role: z.enum(CASE_ROLES).optional(),
  category: inputCategory.optional(),
  province: province.optional(),
  dueBefore: instant.optional(),
  dueWithin: z
    .enum(['1', '7', '30'])
    .optional()
    .meta({ description: 'Due within so many days from now, or overdue: for a filter that is kept.' }),
  overdue: z.literal('true').optional(),
  claimed: z
    .enum(['me', 'nobody', 'anyone'])
    .optional()
    .meta({ description: 'Taken by you, by nobody, or by anybody.' }),
};
export const TaskFilterQuery = z.strictObject(taskFilter);
export type TaskFilterQuery = z.infer<typeof TaskFilterQuery>;
export const TaskQuery = z.strictObject({ ...PageQuery.shape, ...taskFilter });
export type TaskQuery = z.infer<typeof TaskQuery>;

export const TaskView = z
  .object({
    qualificationId: id,
    caseNumber: z.string(),
    supplierName: z.string(),
    category: z.string(),
    province: z.string().nullable().meta({ description: 'Of the site, to those who may know it.' }),
    task: z.string(),
    role: z.string(),
    what: z.string(),
    subject: z.string(),
    openedAt: instant,
    dueAt: instant.nullable(),
    otherwise: z.string(),
    claimedBy: id.nullable(),
    claimedByName: z.string().nullable(),
  })
  .meta({ id: 'TaskView' });
export type TaskView = z.infer<typeof TaskView>;
export const TaskPage = pageOfViews('TaskPage', TaskView);

/** No more tasks are counted. */
export const MOST_TASKS_COUNTED = 2000;
const tasks = z.number().int();
const counted = z.array(z.object({ value: z.string(), tasks, overdue: tasks }));
export const TaskCountsView = z
  .object({
    tasks,
    overdue: tasks,
    mine: tasks.meta({ description: 'Taken by you.' }),
    unclaimed: tasks,
    complete: z.boolean().meta({
      description: `False: there are more than ${MOST_TASKS_COUNTED}; the soonest due were counted.`,
    }),
    by: z
      .object({ what: counted, role: counted, category: counted, province: counted })
      .meta({ description: 'The most frequent first.' }),
  })
  .meta({ id: 'TaskCountsView' });
export type TaskCountsView = z.infer<typeof TaskCountsView>;

export const OfficeTaskQuery = z.strictObject({ ...PageQuery.shape, kind: code.optional() });
export type OfficeTaskQuery = z.infer<typeof OfficeTaskQuery>;
export const OfficeTaskView = z
  .object({
    id,
    kind: z.string(),
    subject: z.string(),
    about: z
      .object({ what: z.enum(OFFICE_TASK_ABOUT), id: id.nullable() })
      .nullable()
      .meta({ description: 'What it is about, and the id of that where it has one.' }),
    byHand: z.boolean().meta({ description: 'An officer says when it is done; else it ends by itself.' }),
    openedAt: instant,
  })
  .meta({ id: 'OfficeTaskView' });
export type OfficeTaskView = z.infer<typeof OfficeTaskView>;
export const OfficeTaskPage = pageOfViews('OfficeTaskPage', OfficeTaskView);
