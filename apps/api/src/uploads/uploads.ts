import { Injectable } from '@nestjs/common';
import type { Person } from '#domain';
import { ProblemException } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TusServer, UPLOAD_BYTES } from './tus-server.js';
import { VERSION } from './upload-problems.js';
import { UploadsService, type UploadRow } from './uploads.service.js';

/** An upload that came to its end is still asked for: its sender may not have heard of it. */
function endOf({ status, size }: UploadRow, reply: FastifyReply): void {
  if (status === 'refused') throw new ProblemException('upload-ended');
  reply.headers({ 'tus-resumable': VERSION, 'upload-offset': String(size), 'upload-length': String(size) });
}

/** The requests of the tus protocol, each judged before the protocol is followed. */
@Injectable()
export class Uploads {
  constructor(
    private readonly uploads: UploadsService,
    private readonly tus: TusServer,
  ) {}

  describe(reply: FastifyReply): void {
    this.tus.describe(reply);
  }

  async create(actor: Person, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.headers['content-type'] === UPLOAD_BYTES)
      throw new ProblemException('unsupported-media-type');
    return this.tus.answer(actor, request, reply);
  }

  async where(actor: Person, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const upload = await this.uploads.mustMay('getUpload', actor, id);
    return upload.status === 'receiving' ? this.tus.answer(actor, request, reply) : endOf(upload, reply);
  }

  async goOn(actor: Person, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const upload = await this.uploads.mustMay('continueUpload', actor, id);
    if (request.headers['content-type'] !== UPLOAD_BYTES)
      throw new ProblemException('unsupported-media-type');
    if (upload.status === 'receiving') return this.tus.answer(actor, request, reply);
    endOf(upload, reply);
    if (request.headers['upload-offset'] !== String(upload.size))
      throw new ProblemException('offset-differs');
  }

  async end(actor: Person, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { status } = await this.uploads.mustMay('endUpload', actor, id);
    if (status === 'refused') throw new ProblemException('upload-ended');
    if (!(await this.uploads.end(actor, id, 'upload-ended'))) throw new ProblemException('upload-finished');
    return this.tus.answer(actor, request, reply);
  }
}
