import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id as Id, SchemeChecklistQuery, SchemeChecklistView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { SchemeChecklistsService } from './scheme-checklists.service.js';

@ApiTags('schemes')
@Controller('v1/schemes/:id/versions/:versionId/checklist')
export class SchemeChecklistsController {
  constructor(private readonly checklists: SchemeChecklistsService) {}

  @Get()
  @Operation('previewChecklist', {
    summary: 'The checklist as an auditor would be asked it at such a site; of a draft to the office only',
    answers: SchemeChecklistView,
    problems: [404],
  })
  preview(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) schemeId: string,
    @Param('versionId', { schema: Id }) versionId: string,
    @Query({ schema: SchemeChecklistQuery }) query: SchemeChecklistQuery,
  ) {
    return this.checklists.preview(actor, schemeId, versionId, query);
  }
}
