import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateSchemeVersion,
  id,
  JsonSchemaView,
  PageQuery,
  SchemeChangesQuery,
  SchemeChangesView,
  SchemeFile,
  SchemeVersionPage,
  SchemeVersionView,
} from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../auth/current-actor.js';
import { contentDisposition } from '../http/content-disposition.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { SchemeVersionsService } from './scheme-versions.service.js';

const Scheme = () => Param('id', { schema: id });
const Version = () => Param('versionId', { schema: id });

@ApiTags('schemes')
@Controller('v1/schemes')
export class SchemeVersionsController {
  constructor(private readonly versions: SchemeVersionsService) {}

  @Get('file-schema')
  @Operation('getSchemeFileSchema', {
    summary: 'JSON Schema of the file that a scheme is imported from and exported to',
    answers: JsonSchemaView,
  })
  fileSchema() {
    return this.versions.fileSchema();
  }

  @Post(':id/versions')
  @Operation('createSchemeVersion', {
    summary: 'Draft a version (office)',
    answers: SchemeVersionView,
    status: 201,
    location: '/v1/schemes/{schemeId}/versions/{id}',
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  create(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateSchemeVersion }) body: CreateSchemeVersion,
  ) {
    return this.versions.create(actor, schemeId, key, body);
  }

  @Post(':id/versions/import')
  @Operation('importSchemeVersion', {
    summary: 'Draft a version from a file (office)',
    answers: SchemeVersionView,
    status: 201,
    location: '/v1/schemes/{schemeId}/versions/{id}',
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  import(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: SchemeFile }) body: SchemeFile,
  ) {
    return this.versions.import(actor, schemeId, key, body);
  }

  @Get(':id/versions')
  @Operation('listSchemeVersions', {
    summary: 'List the versions; drafts to the office only',
    answers: SchemeVersionPage,
    problems: [404],
  })
  list(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.versions.list(actor, schemeId, page);
  }

  @Get(':id/versions/:versionId')
  @Operation('getSchemeVersion', { summary: 'Read a version', answers: SchemeVersionView, problems: [404] })
  read(@CurrentActor() actor: Person, @Scheme() schemeId: string, @Version() versionId: string) {
    return this.versions.read(actor, schemeId, versionId);
  }

  @Get(':id/versions/:versionId/changes')
  @Operation('compareSchemeVersions', {
    summary: 'In what a version differs from another one',
    answers: SchemeChangesView,
    problems: [404],
  })
  changes(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Version() versionId: string,
    @Query({ schema: SchemeChangesQuery }) { against }: SchemeChangesQuery,
  ) {
    return this.versions.changes(actor, schemeId, versionId, against);
  }

  @Get(':id/versions/:versionId/export')
  @Operation('exportSchemeVersion', {
    summary: 'A version as one file',
    answers: SchemeFile,
    problems: [404],
  })
  async export(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Version() versionId: string,
    @Res() reply: FastifyReply,
  ) {
    const { name, text } = await this.versions.export(actor, schemeId, versionId);
    return reply
      .header('content-disposition', contentDisposition('attachment', name))
      .type('application/json')
      .send(text);
  }
}
