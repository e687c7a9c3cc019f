import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Server } from '@tus/server';
import type { Person } from '#domain';
import { LARGEST_FILE_BYTES } from '#evidence';
import { Database } from '#persistence';
import { newId, ProblemException } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STAGING } from '../evidence.module.js';
import type { Staging } from './staging.js';
import { UploadLocker } from './upload-lock.js';
import { otherVersion, problemOfStatus, uploadProblem, VERSION } from './upload-problems.js';
import { UploadsService } from './uploads.service.js';

export const UPLOAD_BYTES = 'application/offset+octet-stream';
/** What one request may carry. Our clients send 256 kB. */
const MAX_CHUNK = 8 * 1024 * 1024;
/** A request whose upload another one waits for has so long to put away what it holds. */
const DRAIN_MS = 500;
const ASKED = /^(?:tus-resumable|upload-.+|content-type|content-length)$/;
const ANSWERED = /^(?:tus-.+|upload-.+|location)$/;

/** A request on its way through the protocol, and what went wrong on the way. */
interface Visit {
  readonly actor: Person;
  failure?: unknown;
}

/** The bytes of a request as they come. When the line is cut they end: what came before is kept. */
async function* arriving(raw: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of raw) yield chunk as Uint8Array;
  } catch {
    // The sender asks where the upload stands, and goes on from there.
  }
}

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && ASKED.test(name)) headers.set(name, value);
  const body = headers.get('content-type') === UPLOAD_BYTES ? Readable.from(arriving(request.raw)) : null;
  return new Request(`http://api${request.url}`, {
    method: request.method,
    headers,
    ...(body && { body: Readable.toWeb(body) as unknown as ReadableStream, duplex: 'half' }),
  } as RequestInit);
}

/** Speaks tus 1.0.0 (https://tus.io/protocols/resumable-upload) with clients; what it means, `UploadsService` says. */
@Injectable()
export class TusServer {
  private readonly logger = new Logger('uploads');
  private readonly visits = new WeakMap<object, Visit>();
  private readonly tus: Server;

  constructor(uploads: UploadsService, db: Database, @Inject(STAGING) staging: Staging) {
    this.tus = new Server({
      path: '/v1/uploads',
      datastore: staging.store,
      relativeLocation: true,
      allowedOrigins: [], // no other site's script sends uploads
      maxSize: LARGEST_FILE_BYTES,
      lockDrainTimeout: DRAIN_MS,
      namingFunction: (_request, metadata) => uploads.idOf(metadata) ?? newId(),
      locker: (request) => new UploadLocker(db, this.visitOf(request).actor),
      onUploadCreate: async (request, { id, size, metadata }) => ({
        metadata: await uploads.create(this.visitOf(request).actor, { id, size, metadata }),
      }),
      onUploadFinish: async (request, { id }) => {
        await uploads.finish(this.visitOf(request).actor, id);
        return {};
      },
      onResponseError: (request, error) => {
        this.visitOf(request).failure = error;
        return undefined;
      },
    });
  }

  /**
   * Answers as the protocol wants it, by status and headers; there is no body.
   * @throws ProblemException for everything that is not well, as every other route does
   */
  async answer(actor: Person, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.headers['tus-resumable'] !== VERSION) throw otherVersion();
    if (Number(request.headers['content-length'] ?? 0) > MAX_CHUNK) throw new ProblemException('too-large');
    const asked = webRequest(request);
    const visit: Visit = { actor };
    this.visits.set(asked, visit);
    reply.header('tus-resumable', VERSION);
    const response = await this.tus.handleWeb(asked);
    if (visit.failure !== undefined) throw this.noted(uploadProblem(visit.failure));
    if (response.status >= 400) throw problemOfStatus(response.status, await response.text());
    for (const [name, value] of response.headers) if (ANSWERED.test(name)) reply.header(name, value);
  }

  /** What is asked of anybody: which parts of the protocol are spoken, and how large an upload may be. */
  describe(reply: FastifyReply): void {
    reply.headers({
      'tus-resumable': VERSION,
      'tus-version': VERSION,
      'tus-extension': this.tus.datastore.extensions.join(),
      'tus-max-size': String(LARGEST_FILE_BYTES),
    });
  }

  private visitOf(request: object): Visit {
    const visit = this.visits.get(request);
    if (!visit) throw new Error('a request of the protocol that nobody made');
    return visit;
  }

  private noted(problem: unknown): unknown {
    if (problem instanceof ProblemException && problem.cause instanceof Error)
      this.logger.warn(`documents cannot be kept: ${problem.cause.message}`);
    return problem;
  }
}
