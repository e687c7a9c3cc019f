import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseOverlays, id } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { OverlaysService } from './overlays.service.js';

@ApiTags('overlays')
@Controller('v1/qualifications/:id/overlays')
export class CaseOverlaysController {
  constructor(private readonly overlays: OverlaysService) {}

  @Get()
  @Operation('listCaseOverlays', {
    summary: 'What buyers ask of this case beside the checklist, and what came of it',
    answers: CaseOverlays,
    problems: [404],
  })
  list(@CurrentActor() actor: Person, @Param('id', { schema: id }) qualificationId: string) {
    return this.overlays.ofCase(actor, qualificationId);
  }
}
