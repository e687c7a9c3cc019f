import { REQUEST_ID_HEADER } from '#platform';
import type { FastifyInstance } from 'fastify';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
const NOTHING = "default-src 'none'; frame-ancestors 'none'";
const OUR_PAGES =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

/** What every answer carries: its request id, and that browsers may neither guess, frame nor keep it. */
export function basicHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
    reply.headers({
      ...HEADERS,
      [REQUEST_ID_HEADER]: request.id,
      'cache-control': reply.getHeader('cache-control') ?? 'no-store',
      'content-security-policy': isPage ? OUR_PAGES : NOTHING,
    });
    done();
  });
}
