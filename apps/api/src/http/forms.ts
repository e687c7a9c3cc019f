import { ProblemException } from '#platform';
import type { FastifyInstance } from 'fastify';

export const FORM = 'application/x-www-form-urlencoded';
/** Where forms are sent to: RFC 6749 wants them there, and nobody else does. */
const TAKEN_BY: readonly string[] = ['/v1/oauth/token'];

/** A form reaches its route as it was filled in, repeated fields and all; every other route takes JSON. */
export function takeForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(FORM, { parseAs: 'string' }, (request, body, done) => {
    if (!TAKEN_BY.includes(request.routeOptions.url ?? ''))
      return done(new ProblemException('unsupported-media-type'));
    done(null, new URLSearchParams(String(body)));
  });
}
