import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { REQUEST_ID_HEADER } from '#platform';
import type { FastifyInstance } from 'fastify';

const NOTHING = {
  defaultSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};
/** What Swagger UI loads, all of it from here. Its page has style blocks of its own, and no inline script. */
const OUR_PAGES = {
  ...NOTHING,
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
};
/** The web app: it takes photos, asks where it is, and shows what it has in memory; its one page has no inline script. */
const APP = {
  ...NOTHING,
  ...{ scriptSrc: ["'self'"], connectSrc: ["'self'"], fontSrc: ["'self'"], workerSrc: ["'self'"] },
  ...{ manifestSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'blob:'], formAction: ["'self'"] },
};
const spelt = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The policy of the app's page. @param nonce what its style elements carry, new with each answer */
export const appPolicy = (nonce: string): string =>
  Object.entries({ ...APP, styleSrc: ["'self'", `'nonce-${nonce}'`] })
    .map(([name, sources]) => `${spelt(name)} ${sources.join(' ')}`)
    .join(';');
/** The policy of its service worker, which reads the app's files to keep them, and asks for what pages ask for. */
export const WORKER_POLICY = "default-src 'none';connect-src 'self'";
/** The policy of the worker that reads PDF: its script, what it asks for of ours, and its readers of pictures in WebAssembly. */
export const PDF_WORKER_POLICY = "default-src 'none';script-src 'self' 'wasm-unsafe-eval';connect-src 'self'";
export const APP_PERMISSIONS = 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()';
/** What a page for people loads: its stylesheet and its icon, from here. It has no script, and sends its forms here. */
const PAGE_POLICY = [
  ...["default-src 'none'", "style-src 'self'", "img-src 'self'"],
  ...["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"],
].join(';');
/**
 * Of such a page. Browsers that say nothing of where a request comes from but its `Origin` leave that out where no
 * referrer is sent: so one is sent, to ourselves. A page says the same in other languages.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'referrer-policy': 'same-origin',
  vary: 'accept, accept-language',
};
const policy = (directives: typeof NOTHING) => ({ useDefaults: false, directives });

const SETTINGS: FastifyHelmetOptions = {
  contentSecurityPolicy: policy(NOTHING),
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
};
const OURS = {
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** For answers that no route gives: the request was not understood, so no hook of Fastify ever runs. */
export const HEADERS_WITHOUT_ROUTE: Readonly<Record<string, string>> = {
  ...OURS,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** What every answer carries: its request id, and that browsers may neither guess, frame, load for it nor keep it. */
export function securityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (!/^\/docs(?:[/.-]|$)/.test(route.url)) return;
    route.config = { ...route.config, helmet: { contentSecurityPolicy: policy(OUR_PAGES) } } as object;
  });
  void fastify.register(helmet, SETTINGS);
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    reply.headers({
      'permissions-policy': reply.getHeader('permissions-policy') ?? OURS['permissions-policy'],
      [REQUEST_ID_HEADER]: request.id,
      'cache-control': reply.getHeader('cache-control') ?? 'no-store',
    });
    done();
  });
}
