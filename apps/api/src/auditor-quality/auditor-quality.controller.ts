import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AuditorQualityView, ConflictList, ConflictsQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { AuditorQualityService } from './auditor-quality.service.js';

const Id = () => Param('id', { schema: z.uuid() });

@ApiTags('audits')
@Controller('v1')
export class AuditorQualityController {
  constructor(private readonly quality: AuditorQualityService) {}

  @Get('qualifications/:id/conflicts')
  @Operation('listConflicts', {
    summary: 'What ties an auditor to supplier and buyers of the case (office)',
    answers: ConflictList,
    problems: [403, 404],
  })
  conflicts(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Query({ schema: ConflictsQuery }) query: ConflictsQuery,
  ) {
    return this.quality.conflicts(actor, id, query);
  }

  @Get('audit-firms/:id/quality')
  @Operation('getAuditorQuality', {
    summary: 'Finding rates, time on site and shadow audits of a firm, beside its peers (office)',
    answers: AuditorQualityView,
    problems: [403, 404],
  })
  firm(@CurrentActor() actor: Person, @Id() id: string) {
    return this.quality.quality(actor, id);
  }
}
