import { z } from 'zod';
import { code, id } from './primitives.js';

/** So many tasks are assigned by one request at most. */
export const MOST_ASSIGNED = 50;
const named = z.strictObject({ qualificationId: id, task: code });
const distinctTasks = (tasks: readonly z.infer<typeof named>[]): boolean =>
  new Set(tasks.map(({ qualificationId, task }) => `${qualificationId} ${task}`)).size === tasks.length;

export const AssignTasks = z
  .strictObject({
    tasks: z.array(named).min(1).max(MOST_ASSIGNED).refine(distinctTasks, 'must not repeat an entry'),
    to: z
      .union([z.enum(['me', 'nobody']), id])
      .meta({ description: 'You take them, you let go of them, or a colleague is given them.' }),
  })
  .meta({ id: 'AssignTasks' });
export type AssignTasks = z.infer<typeof AssignTasks>;

export const TaskAssignmentView = z
  .object({
    qualificationId: id,
    task: z.string(),
    outcome: z.enum(['done', 'refused', 'pending', 'not-asked']).meta({
      description:
        '`pending` will be decided; `not-asked` could not be asked now. Send the same request again.',
    }),
    commandId: id.nullable(),
    refusal: z.object({ code: z.string(), items: z.array(z.string()).optional() }).nullable(),
  })
  .meta({ id: 'TaskAssignmentView' });
export type TaskAssignmentView = z.infer<typeof TaskAssignmentView>;
export const TaskAssignmentList = z
  .object({ items: z.array(TaskAssignmentView) })
  .meta({ id: 'TaskAssignmentList', description: 'In the order of the request.' });
export type TaskAssignmentList = z.infer<typeof TaskAssignmentList>;
