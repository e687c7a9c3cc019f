import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { notFound, sendProblem } from '#platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { APP_PERMISSIONS, appPolicy, PDF_WORKER_POLICY, WORKER_POLICY } from '../http/security-headers.js';
import { SESSION_COOKIE } from '../sessions/session-cookie.js';
import { builtApp } from './built-app.js';

const NONCE = '{{nonce}}';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** A page with styles and scripts that carry a nonce of this answer alone. Scripts come from files of ours only. */
function sendPage(reply: FastifyReply, template: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': appPolicy(nonce),
      'permissions-policy': APP_PERMISSIONS,
    })
    .send(template.replaceAll(NONCE, nonce));
}

/** Somebody who comes without a session: who must sign in first need not wait for the app to say so. */
const isStranger = ({ headers, cookies }: FastifyRequest): boolean =>
  headers['sec-fetch-mode'] === 'navigate' && cookies[SESSION_COOKIE] === undefined;

/**
 * The web app at `/app/`: its files as they were compressed by the build, and its page for every other path below, so that a
 * link to a case works. Without a build there is nothing at `/app/`.
 */
export function serveWebApp(app: NestFastifyApplication): void {
  const built = builtApp();
  if (!built) return;
  const { folder, template } = built;
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  void fastify.register(fastifyStatic, {
    ...{ root: folder, prefix: '/app/', index: false, wildcard: false, decorateReply: false },
    ...{ preCompressed: true, cacheControl: false, globIgnore: ['**/*.{map,br,gz,html}', '.vite/**'] },
    setHeaders: (response, path) => {
      const ours = path.includes('/assets/');
      void response.header('cache-control', ours ? FOR_EVER : 'no-cache');
      // Also of its compressed forms.
      if (/\/sw\.js(?:\.br|\.gz)?$/.test(path))
        void response.header('content-security-policy', WORKER_POLICY);
      if (/\/pdf\.worker[^/]*\.mjs(?:\.br|\.gz)?$/.test(path))
        void response.header('content-security-policy', PDF_WORKER_POLICY);
    },
  });
  fastify.get('/app', (_request, reply) => reply.redirect('/app/', 308));
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/app/assets/')) return sendProblem(notFound('file'), request, reply);
    return isStranger(request)
      ? reply.redirect(`/sign-in?${new URLSearchParams({ returnTo: request.url }).toString()}`, 303)
      : sendPage(reply, template);
  };
  fastify.get('/app/', page);
  fastify.get('/app/*', page);
}
