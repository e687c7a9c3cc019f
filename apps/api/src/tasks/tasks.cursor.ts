import { z } from 'zod';

/** Where a list of tasks goes on that is in the order of their due dates. */
export const TaskCursor = z.object({
  dueAt: z.union([z.iso.datetime(), z.literal('infinity')]),
  qualificationId: z.uuid(),
  task: z.string().max(200),
});
