import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DocumentFindingList, id as Id } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { DocumentFindingsService } from './document-findings.service.js';

@ApiTags('documents')
@Controller('v1')
export class DocumentFindingsController {
  constructor(private readonly findings: DocumentFindingsService) {}

  @Get('documents/:id/findings')
  @Operation('listDocumentFindings', {
    summary: 'What the checks found about a document (office)',
    answers: DocumentFindingList,
    problems: [403, 404],
  })
  list(@CurrentActor() actor: Person, @Param('id', { schema: Id }) id: string) {
    return this.findings.list(actor, id);
  }
}
