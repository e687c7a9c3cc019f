import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { alreadyRead, etagOf } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { LOCATION } from './operation.js';

type Fields = Readonly<Record<string, unknown>>;
const isObject = (body: unknown): body is Fields => typeof body === 'object' && body !== null;

/** `ETag` for whatever has a version (`revision`, where `version` is a name), 304 when the reader has that version, `Location` for what was created. */
@Injectable()
export class AnswerHeadersInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const location = this.reflector.get<string | undefined>(LOCATION, context.getHandler());
    return next.handle().pipe(map((body: unknown) => withHeaders(body, request, reply, location)));
  }
}

function withHeaders(
  body: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  location?: string,
): unknown {
  if (!isObject(body)) return body;
  if (location)
    reply.header(
      'location',
      location.replace(/\{(\w+)\}/g, (_, field: string) => String(body[field])),
    );
  const version = typeof body['version'] === 'number' ? body['version'] : body['revision'];
  if (typeof version !== 'number') return body;
  const etag = etagOf(version);
  reply.header('etag', etag);
  if (request.method !== 'GET' || !alreadyRead(request.headers['if-none-match'], etag)) return body;
  reply.status(304);
  return undefined;
}
