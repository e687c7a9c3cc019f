import { Controller, Delete, Head, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id as Id } from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../auth/current-actor.js';
import { Public } from '../auth/public.js';
import { Operation } from '../http/operation.js';
import { UPLOAD_BYTES } from './tus-server.js';
import { Uploads } from './uploads.js';

const Raw = () => Req();
const Answer = () => Res({ passthrough: true });

@ApiTags('documents')
@Controller('v1/uploads')
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  @Options()
  @Public()
  @Operation('describeUploads', { summary: 'What of the tus protocol is spoken, and the largest size' })
  describe(@Answer() reply: FastifyReply) {
    return this.uploads.describe(reply);
  }

  @Post()
  @Operation('createUpload', {
    summary: 'Announce a document; its bytes follow (tus 1.0.0)',
    status: 201,
    problems: [403, 404, 409, 412, 413, 507],
    headers: ['tus-resumable', 'upload-length', 'upload-metadata'],
  })
  create(@CurrentActor() actor: Person, @Raw() request: FastifyRequest, @Answer() reply: FastifyReply) {
    return this.uploads.create(actor, request, reply);
  }

  @Head(':id')
  @Operation('getUpload', {
    summary: 'Where an upload stands',
    status: 200,
    problems: [404, 410, 412, 423],
    headers: ['tus-resumable'],
  })
  where(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Raw() request: FastifyRequest,
    @Answer() reply: FastifyReply,
  ) {
    return this.uploads.where(actor, id, request, reply);
  }

  @Patch(':id')
  @Operation('continueUpload', {
    summary: 'Send more of an upload, from the byte on where it stands; up to 8 MiB a time',
    problems: [404, 409, 410, 412, 413, 415, 423, 507],
    headers: ['tus-resumable', 'upload-offset'],
    takes: UPLOAD_BYTES,
  })
  goOn(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Raw() request: FastifyRequest,
    @Answer() reply: FastifyReply,
  ) {
    return this.uploads.goOn(actor, id, request, reply);
  }

  @Delete(':id')
  @Operation('endUpload', {
    summary: 'End an upload; no document comes of it',
    problems: [404, 409, 410, 412, 423],
    headers: ['tus-resumable'],
  })
  end(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Raw() request: FastifyRequest,
    @Answer() reply: FastifyReply,
  ) {
    return this.uploads.end(actor, id, request, reply);
  }
}
