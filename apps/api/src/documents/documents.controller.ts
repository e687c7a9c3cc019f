import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeDocument,
  DocumentPage,
  DocumentQuery,
  DocumentView,
  id as Id,
  LinkDocument,
} from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { DocumentContent } from './document-content.js';
import { DocumentsService } from './documents.service.js';

@ApiTags('documents')
@Controller('v1')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly content: DocumentContent,
  ) {}

  @Get('qualifications/:id/documents')
  @Operation('listDocuments', {
    summary: 'Documents of a case, or of one place in it',
    answers: DocumentPage,
    problems: [404],
  })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DocumentQuery }) query: DocumentQuery,
  ) {
    return this.documents.list(actor, id, query);
  }

  @Get('documents/:id')
  @Operation('getDocument', {
    summary: 'Read what is known of a document',
    answers: DocumentView,
    problems: [404],
  })
  read(@CurrentActor() actor: Person, @Param('id', { schema: Id }) id: string) {
    return this.documents.read(actor, id);
  }

  @Patch('documents/:id')
  @Operation('changeDocument', {
    summary: 'Say until when a document is good (its owner, or an officer)',
    answers: DocumentView,
    headers: ['if-match'],
    problems: [403, 404, 412, 428],
  })
  change(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number,
    @Body({ schema: ChangeDocument }) body: ChangeDocument,
  ) {
    return this.documents.change(actor, id, version, body);
  }

  @Post('documents/:id/links')
  @Operation('linkDocument', {
    summary: 'Link a document to a place in a case that you may write',
    answers: DocumentView,
    status: 201,
    problems: [403, 404, 409],
  })
  link(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: LinkDocument }) body: LinkDocument,
  ) {
    return this.documents.link(actor, id, body);
  }

  @Delete('documents/:id/links/:linkId')
  @Operation('endDocumentLink', { summary: 'End a link', problems: [403, 404, 409] })
  endLink(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('linkId', { schema: Id }) linkId: string,
  ) {
    return this.documents.endLink(actor, id, linkId);
  }

  @Get('documents/:id/content')
  @Operation('getDocumentContent', {
    summary: 'The document as it is shown: images written anew, everything else for saving only',
    status: 200,
    problems: [404, 409, 410],
  })
  show(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.content.send(actor, id, request, reply);
  }

  @Get('documents/:id/original')
  @Operation('getOriginalDocument', {
    summary: 'The file as it came in (office; each time is logged)',
    status: 200,
    problems: [403, 404, 409, 410],
  })
  original(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.content.sendOriginal(actor, id, request, reply);
  }
}
