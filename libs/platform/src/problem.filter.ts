import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem, ProblemException } from './problem.js';
import { REQUEST_ID_HEADER } from './request-id.js';
import { toProblem } from './to-problem.js';

export const PROBLEM_JSON = 'application/problem+json';
export const instanceOf = (requestId: string): string => `/requests/${requestId}`;

/** Every error leaves as problem details (RFC 9457); what nobody foresaw is logged whole and told by its id only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** The problem that an error is to its caller; one that nobody foresaw is logged. */
export function problemOf(error: unknown, request: FastifyRequest): ProblemException {
  const { exception, unforeseen } = toProblem(error);
  if (unforeseen) request.log.error({ err: error, code: exception.problem.code }, 'unforeseen error');
  return exception;
}

/** Answer with the problem that an error is. Also for errors that never reach a route. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const exception = problemOf(error, request);
  if (reply.sent) return;
  const body: Problem = { ...exception.problem, instance: instanceOf(request.id) };
  void reply
    .status(body.status)
    .headers({ ...exception.headers, [REQUEST_ID_HEADER]: request.id })
    .type(PROBLEM_JSON)
    .send(JSON.stringify(body));
}
