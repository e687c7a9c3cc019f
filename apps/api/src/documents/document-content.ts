import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Person } from '#domain';
import type { BlobStore } from '#evidence';
import { alreadyRead } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BLOBS } from '../evidence.module.js';
import { contentDisposition } from '../http/content-disposition.js';
import { DocumentsService } from './documents.service.js';

/** No script, no form, no plug-in, nothing loaded: also where a browser shows the file by itself. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

interface Shown {
  readonly hash: string;
  readonly type: string;
  readonly size: string;
  readonly disposition: string;
}

/** Sends the bytes of documents. Images are shown as they were written anew; everything else is only for saving. */
@Injectable()
export class DocumentContent {
  private readonly logger = new Logger('documents');

  constructor(
    private readonly documents: DocumentsService,
    @Inject(BLOBS) private readonly blobs: BlobStore,
  ) {}

  async send(actor: Person, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const row = await this.documents.mustBeAvailable('getDocumentContent', actor, id);
    const { servedSha256: hash, servedType: type, servedSize: size, fileName } = row;
    if (!hash || !type || size === null) throw new Error(`document ${id} is available and shows nothing`);
    const disposition = contentDisposition(type.startsWith('image/') ? 'inline' : 'attachment', fileName);
    await this.answer({ hash, type, size, disposition }, request, reply);
  }

  /** The file as it came in, for the office alone; each time is written to the log. */
  async sendOriginal(actor: Person, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const row = await this.documents.mustBeAvailable('getOriginalDocument', actor, id);
    if (!row.sha256) throw new Error(`document ${id} is available and has no original`);
    this.logger.warn(`original of document ${id} sent to person ${actor.personId}`);
    const disposition = contentDisposition('attachment', row.fileName);
    const type = 'application/octet-stream';
    await this.answer({ hash: row.sha256, type, size: row.size, disposition }, request, reply);
  }

  private async answer(shown: Shown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const etag = `"${shown.hash}"`;
    reply.headers({ etag, 'content-security-policy': SANDBOX, 'content-disposition': shown.disposition });
    if (alreadyRead(request.headers['if-none-match'], etag)) return void reply.status(304).send();
    const bytes = await this.blobs.open(shown.hash);
    await reply.headers({ 'content-type': shown.type, 'content-length': shown.size }).send(bytes);
  }
}
