import { ProblemException } from '#platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export const FORM = 'application/x-www-form-urlencoded';
const PARTS = 'multipart/form-data';
export const CLOUD_EVENT = 'application/cloudevents+json';

const UNSUBSCRIBE = '/v1/unsubscribe/:secret';
/** Pages whose forms are plain HTML. */
const OF_PAGES = /^\/(?:sign-in|sign-out|invitation)(?:\/|$)/;
const FORM_LIMIT = 4 * 1024;

const takenBy = ({ routeOptions }: FastifyRequest, route: string): boolean => routeOptions.url === route;
const refused = new ProblemException('unsupported-media-type');

/** Bodies that are not JSON of ours, each on the one route whose standard wants it; every other route takes JSON. */
export function takeOtherBodies(fastify: FastifyInstance): void {
  const form = { parseAs: 'string', bodyLimit: FORM_LIMIT } as const;
  // RFC 6749: as it was filled in, repeated fields and all.
  fastify.addContentTypeParser(FORM, form, (request, body, done) => {
    if (takenBy(request, UNSUBSCRIBE)) return done(null, undefined);
    const read = takenBy(request, '/v1/oauth/token') || OF_PAGES.test(request.routeOptions.url ?? '');
    if (!read) return done(refused);
    done(null, new URLSearchParams(String(body)));
  });
  // What RFC 8058 has mail programs send along says nothing that the address does not: it is read and left.
  fastify.addContentTypeParser(PARTS, form, (request, _body, done) => {
    done(takenBy(request, UNSUBSCRIBE) ? null : refused, undefined);
  });
  // What is signed are the bytes, not what they say.
  fastify.addContentTypeParser(CLOUD_EVENT, { parseAs: 'buffer' }, (request, body, done) => {
    if (!takenBy(request, '/v1/inbound-events')) return done(refused);
    done(null, body);
  });
}
