import { ProblemException } from '#platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export const FORM = 'application/x-www-form-urlencoded';
export const CLOUD_EVENT = 'application/cloudevents+json';

const takenBy = ({ routeOptions }: FastifyRequest, route: string): boolean => routeOptions.url === route;
const refused = new ProblemException('unsupported-media-type');

/** Bodies that are not JSON of ours, each on the one route whose standard wants it; every other route takes JSON. */
export function takeOtherBodies(fastify: FastifyInstance): void {
  // RFC 6749: as it was filled in, repeated fields and all.
  fastify.addContentTypeParser(FORM, { parseAs: 'string' }, (request, body, done) => {
    if (!takenBy(request, '/v1/oauth/token')) return done(refused);
    done(null, new URLSearchParams(String(body)));
  });
  // What is signed are the bytes, not what they say.
  fastify.addContentTypeParser(CLOUD_EVENT, { parseAs: 'buffer' }, (request, body, done) => {
    if (!takenBy(request, '/v1/inbound-events')) return done(refused);
    done(null, body);
  });
}
