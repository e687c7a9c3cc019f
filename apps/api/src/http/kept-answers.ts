import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** An answer as it left: what a repeat of its request must get to the byte. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
type Keep = (answer: SentAnswer) => Promise<void>;

const KEPT_HEADERS = ['content-type', 'location', 'etag', 'x-command-id'] as const;
const keeps = new WeakMap<FastifyRequest, Keep>();

/** Have the answer to this request kept before it leaves, be it what a service gave or a problem. */
export const keepAnswerTo = (request: FastifyRequest, keep: Keep): void => void keeps.set(request, keep);

const sent = (reply: FastifyReply, payload: unknown): SentAnswer => ({
  status: reply.statusCode,
  headers: Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  ),
  body: typeof payload === 'string' ? payload : '',
});

/** Before the hook that counts statements, which must count these too. */
export function keepAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const keep = keeps.get(request);
    keeps.delete(request);
    // What was done is done: an answer that could not be kept leaves all the same.
    await keep?.(sent(reply, payload)).catch((err: unknown) =>
      request.log.error({ err }, 'an answer could not be kept'),
    );
    return payload;
  });
}
