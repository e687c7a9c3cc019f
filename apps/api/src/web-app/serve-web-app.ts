import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { notFound, sendProblem } from '#platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { APP_PERMISSIONS, appPolicy, PDF_WORKER_POLICY, WORKER_POLICY } from '../http/security-headers.js';

const NONCE = '{{nonce}}';
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Beside the compiled API, and from its sources. */
const PLACES = ['../../../../web', '../../../../dist/web', '../../../../../dist/web'];

/** Where the built app is; nothing where it was not built. */
const folderOfApp = (): string | undefined =>
  PLACES.map((place) => resolve(import.meta.dirname, place)).find((place) =>
    existsSync(join(place, 'index.html')),
  );

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

/**
 * The web app at `/app/`: its files as they were compressed by the build, and its page for every other path below, so that a
 * link to a case works. Without a build there is nothing at `/app/`.
 */
export function serveWebApp(app: NestFastifyApplication): void {
  const folder = folderOfApp();
  if (!folder) return;
  const template = readFileSync(join(folder, 'index.html'), 'utf8');
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
    return sendPage(reply, template);
  };
  fastify.get('/app/', page);
  fastify.get('/app/*', page);
}
