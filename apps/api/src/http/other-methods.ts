import { ProblemException, sendProblem } from '#platform';
import type { FastifyInstance } from 'fastify';

interface Place {
  readonly form: RegExp;
  readonly methods: Set<string>;
}

const formOf = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);

/** 405 with `Allow` (RFC 9110, 15.5.6) where an address is ours and only the method is not; 404 is for addresses. */
export function answerOtherMethods(fastify: FastifyInstance): void {
  const places = new Map<string, Place>();
  fastify.addHook('onRoute', ({ url, method }) => {
    const place = places.get(url) ?? { form: formOf(url), methods: new Set<string>() };
    places.set(url, place);
    for (const one of [method].flat()) place.methods.add(one);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = [...places.values()].flatMap(({ form, methods }) =>
      form.test(path) ? [...methods] : [],
    );
    if (methods.length === 0) return done();
    reply.header('allow', [...new Set(methods)].sort().join(', '));
    sendProblem(new ProblemException('method-not-allowed'), request, reply);
  });
}
