import type { FastifyReply } from 'fastify';
import type { CommandAnswer, CommandStatusView } from '#contracts';
import type { CommandView } from '#persistence';
import { ProblemException } from '#platform';
import type { z } from 'zod';
import type { Asked } from './commands.service.js';

/** What became of a command, for whoever was answered 202. */
export function commandView(command: CommandView): CommandStatusView {
  const { id, qualificationId, type, status, result } = command;
  return {
    id,
    qualificationId,
    type,
    status,
    ...(result?.outcome === 'refused' && {
      refusal: {
        code: result.refusal.code,
        ...(result.refusal.items && { items: [...result.refusal.items] }),
      },
    }),
    ...(result?.outcome === 'done' && { seq: result.seq }),
    recordedAt: command.recordedAt.toISOString(),
  };
}

/**
 * The answer to a command: what was decided, 202 with a Location while it is under way, or the refusal as a problem.
 * @throws ProblemException 409 or 403 with the refusal's code
 */
export function answerTo(
  asked: Asked,
  qualificationId: string,
  reply: FastifyReply,
): z.infer<typeof CommandAnswer> {
  const { commandId } = asked;
  reply.header('x-command-id', commandId);
  if (asked.status === 'pending') {
    reply.status(202).header('location', `/v1/commands/${commandId}`).header('retry-after', '2');
    return { commandId, qualificationId, status: 'pending' };
  }
  if (asked.result.outcome === 'refused') {
    const { code, items } = asked.result.refusal;
    throw new ProblemException(code, { items });
  }
  return { commandId, qualificationId, status: 'done', seq: asked.result.seq };
}
