import { Catch, Injectable, type ArgumentsHost } from '@nestjs/common';
import { problemOf, ProblemFilter, REQUEST_ID_HEADER, type ProblemCode } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { prefersPage } from '../http/prefers-page.js';
import { Pages } from './page.js';
import { problemPage } from './problem.view.js';
import { linkTo, visitOf, type Visit } from './visit.js';

/** Where somebody at a browser goes who lacks something to see a page, and then comes back. */
const WAY_IN: Readonly<Partial<Record<ProblemCode, string>>> = {
  unauthenticated: '/sign-in',
  'second-factor-needed': '/sign-in/second-factor',
  // A form of that page was sent twice, or is from before.
  'second-factor-enrolled': '/sign-in/second-factor',
  'second-factor-missing': '/sign-in/second-factor',
};
const LONGEST_WAY_BACK = 500;

/** Back to what was asked for, when that can be asked again. */
const wayBack = ({ method }: FastifyRequest, { at }: Visit): Readonly<Record<string, string>> =>
  method === 'GET' && at.length <= LONGEST_WAY_BACK ? { returnTo: at } : {};

/** Tells problems to browsers as pages, and to everybody else as `ProblemFilter` does. */
@Catch()
@Injectable()
export class PageFilter extends ProblemFilter {
  constructor(private readonly pages: Pages) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (!prefersPage(request.headers.accept) || reply.sent) return super.catch(error, host);
    const problem = problemOf(error, request);
    const visit = visitOf(request);
    const wayIn = request.headers.authorization === undefined ? WAY_IN[problem.problem.code] : undefined;
    const answer = wayIn
      ? { to: linkTo(visit, wayIn, wayBack(request, visit)) }
      : problemPage(visit, problem, request.id);
    reply.header(REQUEST_ID_HEADER, request.id);
    void reply.send(this.pages.answer({ reply, visit }, answer));
  }
}
