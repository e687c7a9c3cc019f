import type { TaskAssignmentList, TaskAssignmentView } from '#contracts';
import type { FastifyReply } from 'fastify';
import type { Asked } from '../commands/commands.service.js';

type Told = Pick<TaskAssignmentView, 'outcome' | 'commandId' | 'refusal'>;

/** What became of the command for one task. */
export function outcomeOf(asked: Asked): Told {
  const { commandId } = asked;
  if (asked.status === 'pending') return { outcome: 'pending', commandId, refusal: null };
  if (asked.result.outcome === 'done') return { outcome: 'done', commandId, refusal: null };
  const { code, items } = asked.result.refusal;
  return { outcome: 'refused', commandId, refusal: { code, ...(items && { items: [...items] }) } };
}

/** A task that was not come to, or whose case could not be asked. @param code why, where it is known */
export const notAsked = (code?: string): Told => ({
  outcome: 'not-asked',
  commandId: null,
  refusal: code === undefined ? null : { code },
});
export const refusedWith = (code: string): Told => ({
  outcome: 'refused',
  commandId: null,
  refusal: { code },
});

const isOpen = ({ outcome }: Told): boolean => outcome === 'pending' || outcome === 'not-asked';

/** 202 while anything is open: the same request, sent again, goes on with it and does nothing twice. */
export function answerWith(items: TaskAssignmentView[], reply: FastifyReply): TaskAssignmentList {
  if (items.some(isOpen)) reply.status(202).header('retry-after', '2');
  return { items };
}
