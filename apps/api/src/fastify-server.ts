import cookie from '@fastify/cookie';
import type { Logger } from '#platform';
import {
  PROBLEM_JSON,
  ProblemException,
  problemKind,
  REQUEST_ID_HEADER,
  requestIdFrom,
  sendProblem,
  type GeneralCode,
} from '#platform';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { takeOtherBodies } from './http/body-types.js';
import { answerOtherMethods } from './http/other-methods.js';
import { keepAnswers } from './http/kept-answers.js';
import { UPLOAD_BYTES } from './uploads/tus-server.js';
import { HEADERS_WITHOUT_ROUTE, securityHeaders } from './http/security-headers.js';
import { countStatements } from './http/statement-count.js';

const BODY_LIMIT = 256 * 1024;
const SCHEME_LIMIT = 2 * 1024 * 1024;
/** Of a part of the address: longer than any that a contract lets through, so that it is refused by its field. */
const MAX_PARAMETER = 2_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** Requests that are not even HTTP: there is no reply object, only the socket. */
function refuseOnSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const byCode: Record<string, GeneralCode> = {
    ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
    HPE_HEADER_OVERFLOW: 'headers-too-large',
  };
  const problem = problemKind(byCode[error.code ?? ''] ?? 'malformed-request');
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...Object.entries(HEADERS_WITHOUT_ROUTE).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Addresses that cannot be read: no route, so no hook of one. */
const refuseWithoutRoute = (error: unknown, request: FastifyRequest, reply: FastifyReply): void =>
  sendProblem(error, request, reply.headers(HEADERS_WITHOUT_ROUTE));

/** One line per answered request; health questions come every second and say nothing. */
function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = request.url.startsWith('/health/') ? 'debug' : 'info';
    request.log[level]({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
}

/** The bytes of uploads are left on the line for their route, which takes them as they come; no other route takes any. */
function leaveUploadsUnread(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(UPLOAD_BYTES, (request, _payload, done) => {
    if (request.routeOptions.url?.startsWith('/v1/uploads')) return done(null);
    done(new ProblemException('unsupported-media-type'));
  });
}

/** A whole scheme, in three languages, is more than anybody else has to say at once. */
function letSchemesBeLong(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith('/v1/schemes/')) route.bodyLimit = SCHEME_LIMIT;
  });
}

/** Fastify as we use it: JSON only, small bodies, nothing waits for ever, every request has an id. */
export function createAdapter(logger: Logger, trustedProxies: readonly string[]): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: MAX_PARAMETER },
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => requestIdFrom(request.headers[REQUEST_ID_HEADER]),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: refuseWithoutRoute,
    clientErrorHandler: refuseOnSocket,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.removeContentTypeParser('text/plain');
  keepAnswers(fastify);
  leaveUploadsUnread(fastify);
  takeOtherBodies(fastify);
  void fastify.register(cookie);
  countStatements(fastify);
  letSchemesBeLong(fastify);
  securityHeaders(fastify);
  answerOtherMethods(fastify);
  logRequests(fastify);
  return adapter;
}
