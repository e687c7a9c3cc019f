import { z } from 'zod';

/** Where a list of tasks goes on that is in the order of their due dates. */
export const TaskCursor = z.object({
  dueAt: z.union([z.iso.datetime(), z.literal('infinity')]),
  qualificationId: z.uuid(),
  task: z.string().max(200),
});

interface Placed {
  readonly dueAt: Date | null;
  readonly qualificationId: string;
  readonly task: string;
}
/** The place of a task in such a list. */
export const placeOfTask = ({ dueAt, qualificationId, task }: Placed): z.infer<typeof TaskCursor> => ({
  dueAt: dueAt?.toISOString() ?? 'infinity',
  qualificationId,
  task,
});
