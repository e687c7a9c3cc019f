import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { REQUEST_ID_HEADER } from '#platform';
import type { FastifyInstance } from 'fastify';

const TWO_YEARS_S = 63_072_000;
/** An answer is data: nothing in it may run, load, be framed or be sent on. */
const SETTINGS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: { maxAge: TWO_YEARS_S, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
};
/** The page at `/docs`: scripts of our own only; Swagger UI sets styles as it runs. */
const OUR_PAGES =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const NO_FEATURES = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** What every answer carries, errors included: its request id, and that browsers may neither guess, frame nor keep it. */
export function basicHeaders(fastify: FastifyInstance): void {
  void fastify.register(helmet, SETTINGS);
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
    reply.headers({
      [REQUEST_ID_HEADER]: request.id,
      'cache-control': reply.getHeader('cache-control') ?? 'no-store',
      'permissions-policy': NO_FEATURES,
      ...(isPage && { 'content-security-policy': OUR_PAGES }),
    });
    done();
  });
}
